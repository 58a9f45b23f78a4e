//! The program takes over from the delivered page: nothing moves, and what the visitor did stays.

use browser_tests::{Page, on_empty_page};
use serde_json::json;

/// One of each kind.
const ADDRESSES: [&str; 9] = [
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

/// Notes every shift of the layout from the first paint on, whatever caused it.
const NOTE_SHIFTS: &str = "
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
        const told = ({ node }) => node?.outerHTML?.slice(0, 120) ?? node?.textContent;
        for (const entry of list.getEntries()) shifts.push([entry.value, ...entry.sources.map(told)]);
    }).observe({ type: 'layout-shift', buffered: true });";

/// A line slower than a phone's, so that the delivered page is seen and used for a while, on a busy
/// machine too.
async fn slow_line(page: &Page) {
    page.slow_line(150, 100_000).await;
}

/// Neither while the delivered page comes, piece by piece, nor when the program takes over.
#[tokio::test]
async fn nothing_moves_from_the_first_paint_on() {
    on_empty_page(async |page| {
        page.before_every_page(NOTE_SHIFTS).await;
        page.as_on_a_first_visit().await;
        page.server().dribble();
        for width in [390, 1440] {
            page.set_width(width).await;
            for address in ADDRESSES {
                page.open(address).await;
                // Shifts are told after the frame that had them.
                page.run("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
                assert_eq!(page.run("return shifts").await, json!([]), "{address} at {width} px");
            }
        }
        page.allow_in_console("status of 404");
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

/// What stands on the page, without the marks of the drawing, without what a field holds, which HTML says as
/// an attribute and a program does not, and without whether it can be used yet. Neighbours are
/// compared on a page of its own where pages are written; which hosts may be asked, and at which address there
/// is nothing, is told by the program.
const DRAWN: &str = "
    const copy = document.getElementById('app').cloneNode(true);
    const marks = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
    for (let mark; (mark = marks.nextNode()); ) mark.remove();
    copy.normalize();
    copy.querySelector('.limits, .nowhere-page .lead')?.remove();
    const lines = [];
    for (const node of [copy, ...copy.querySelectorAll('*')]) {
        const attributes = [...node.attributes]
            .filter(({ name }) => name !== 'value' && name !== 'disabled')
            .map(({ name, value }) => `${name}=${value}`.replace(/\\/compare\\?from=([^&]+)&to=([^&]+)$/, '/compare/$1/$2/'))
            .sort();
        const text = [...node.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
        lines.push([node.tagName, ...attributes, ...text].join(' | '));
    }
    return lines";

/// Both are made of the same pages, one natively and one in the browser.
#[tokio::test]
async fn the_program_draws_what_was_delivered() {
    on_empty_page(async |page| {
        for address in ADDRESSES.iter().filter(|address| !address.contains('?')) {
            page.scripts(false).await;
            page.open_without_waiting(address).await;
            let delivered = lines(page).await;
            page.scripts(true).await;
            page.open(address).await;
            let drawn = lines(page).await;
            let gone: Vec<_> = delivered.iter().filter(|line| !drawn.contains(line)).collect();
            let new: Vec<_> = drawn.iter().filter(|line| !delivered.contains(line)).collect();
            assert_eq!((gone, new), (vec![], vec![]), "{address}");
            assert_eq!(delivered.len(), drawn.len(), "{address}");
        }
    })
    .await;
}

async fn lines(page: &Page) -> Vec<String> {
    serde_json::from_value(page.run(DRAWN).await).expect("a list of lines")
}

#[tokio::test]
async fn scroll_and_focus_are_where_they_were() {
    on_empty_page(async |page| {
        slow_line(page).await;
        page.open_without_waiting("/roles/vp-of-ai/").await;
        page.assert_that("the program is not there yet", NOT_YET).await;
        page.run("document.querySelector('.requirements a').focus({ preventScroll: true }); scrollTo(0, 300)").await;
        page.until("it is scrolled", "return scrollY === 300").await;
        page.until("the program took over", &NOT_YET.replace("=== 0", "=== 1")).await;
        let place = "return [scrollY, document.activeElement.matches('.requirements a')]";
        assert_eq!(page.run(place).await, json!([300, true]));
    })
    .await;
}

const NOT_YET: &str = "return performance.getEntriesByName('interactive').length === 0";

/// What was chosen in a list on the delivered page counts once the program is there.
#[tokio::test]
async fn a_role_chosen_before_the_program_is_there_is_chosen() {
    on_empty_page(async |page| {
        slow_line(page).await;
        page.open_without_waiting("/plan/").await;
        page.assert_that("the program is not there yet", NOT_YET).await;
        let choose = "
            const field = document.getElementById('plan-from');
            field.focus();
            field.value = 'team-leader'";
        page.run(choose).await;
        page.until("the program took over", &NOT_YET.replace("=== 0", "=== 1")).await;
        page.until_address("/plan?from=team-leader").await;
        page.until_focused("combobox", "Where I am").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_link_pressed_before_the_program_is_there_works_as_a_link() {
    on_empty_page(async |page| {
        slow_line(page).await;
        page.open_without_waiting("/").await;
        page.assert_that("the program is not there yet", NOT_YET).await;
        page.run("document.querySelector('nav a[href$=\"/skills\"]').click()").await;
        page.until_address("/skills").await;
        page.by_role("table", "Skills matrix").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}
