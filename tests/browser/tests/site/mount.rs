//! Mounting the app over the prerendered page: nothing moves, and the visitor's input is kept.

use browser_tests::{Page, with_page};
use serde_json::json;

/// A page of each kind.
const URLS: [&str; 9] = [
    "/",
    "/roles/vp-of-ai/",
    "/skills/",
    "/skills/python/",
    "/compare/",
    "/compare/?from=ai-developer&to=cto",
    "/plan/",
    "/open/",
    "/no/such/page",
];

/// Records all layout shifts.
const RECORD_SHIFTS: &str = "
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
        const describe = ({ node }) => node?.outerHTML?.slice(0, 120) ?? node?.textContent;
        for (const entry of list.getEntries()) shifts.push([entry.value, ...entry.sources.map(describe)]);
    }).observe({ type: 'layout-shift', buffered: true });";

/// Emulates a connection so slow that the prerendered page can be used for a while before the app starts.
async fn slow_down(page: &Page) {
    page.throttle_network(150, 100_000).await;
}

/// Neither while the page is loading in chunks, nor when the app is mounted.
#[tokio::test]
async fn there_are_no_layout_shifts_from_the_first_paint_on() {
    with_page(async |page| {
        page.add_init_script(RECORD_SHIFTS).await;
        page.bypass_caches().await;
        page.server().send_chunks();
        for width in [390, 1440] {
            page.set_width(width).await;
            for url in URLS {
                page.open(url).await;
                // A shift is reported after its frame.
                page.execute("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
                assert_eq!(page.execute("return shifts").await, json!([]), "{url} at {width} px");
            }
        }
        page.allow_console_errors("status of 404");
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

/// Lists the texts, links and labels in the app, whether visible or not. Two parts are left out because
/// only the mounted app knows them: the allowed hosts, and the URL that was not found. Links to comparisons
/// have a path in prerendered pages and parameters in the app.
const CONTENT: &str = "
    const copy = document.getElementById('app').cloneNode(true);
    copy.querySelector('.limits, .not-found-page .lead')?.remove();
    const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
    for (let comment; (comment = comments.nextNode()); ) comment.remove();
    copy.normalize();
    return [...copy.querySelectorAll('*')].map((node) => {
        const href = node.getAttribute('href')?.replace(/\\/compare\\?from=([^&]+)&to=([^&]+)$/, '/compare/$1/$2/');
        const text = [...node.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim());
        const parts = [href, node.ariaLabel, ...text].filter(Boolean);
        return parts.length > 0 ? [node.tagName, ...parts].join(' | ') : '';
    }).filter(Boolean)";

#[tokio::test]
async fn the_mounted_page_has_the_same_content_as_the_prerendered_page() {
    with_page(async |page| {
        for url in URLS.iter().filter(|url| !url.contains('?')) {
            page.set_javascript_enabled(false).await;
            page.open_without_waiting(url).await;
            let prerendered = content(page).await;
            page.set_javascript_enabled(true).await;
            page.open(url).await;
            let mounted = content(page).await;
            let missing: Vec<_> =
                prerendered.iter().filter(|line| !mounted.contains(line)).collect();
            let added: Vec<_> = mounted.iter().filter(|line| !prerendered.contains(line)).collect();
            assert_eq!((missing, added), (vec![], vec![]), "{url}");
        }
    })
    .await;
}

async fn content(page: &Page) -> Vec<String> {
    serde_json::from_value(page.execute(CONTENT).await).expect("a list of lines")
}

#[tokio::test]
async fn mounting_keeps_scroll_position_and_focus() {
    with_page(async |page| {
        slow_down(page).await;
        page.open_without_waiting("/roles/vp-of-ai/").await;
        page.assert_true("the app is not mounted yet", NOT_MOUNTED).await;
        page.execute("document.querySelector('.requirements a').focus({ preventScroll: true }); scrollTo(0, 300)").await;
        page.wait_until("the page is scrolled", "return scrollY === 300").await;
        page.wait_until("the app is mounted", MOUNTED).await;
        let state = "return [scrollY, document.activeElement.matches('.requirements a')]";
        assert_eq!(page.execute(state).await, json!([300, true]));
    })
    .await;
}

const MOUNTED: &str = "return performance.getEntriesByName('interactive').length === 1";
const NOT_MOUNTED: &str = "return performance.getEntriesByName('interactive').length === 0";

#[tokio::test]
async fn a_role_selected_before_mounting_stays_selected() {
    with_page(async |page| {
        slow_down(page).await;
        page.open_without_waiting("/plan/").await;
        page.assert_true("the app is not mounted yet", NOT_MOUNTED).await;
        let select = "
            const field = document.getElementById('plan-from');
            field.focus();
            field.value = 'team-leader'";
        page.execute(select).await;
        page.wait_until("the app is mounted", MOUNTED).await;
        page.wait_for_url("/plan?from=team-leader").await;
        page.wait_for_focus("combobox", "Your role now").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_link_works_before_the_app_is_mounted() {
    with_page(async |page| {
        slow_down(page).await;
        page.open_without_waiting("/").await;
        page.assert_true("the app is not mounted yet", NOT_MOUNTED).await;
        page.execute("document.querySelector('nav a[href$=\"/skills/\"]').click()").await;
        page.wait_for_url("/skills/").await;
        page.by_role("table", "Skills matrix").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}
