//! Keyboard access: everything can be reached, and the focus is always visible.

use crate::bundled_ladder::PAGES;
use browser_tests::{Key, Page, visit};
use serde_json::json;

#[tokio::test]
async fn the_first_tab_stop_is_a_skip_link() {
    visit("/", async |page| {
        for sample in PAGES {
            page.open(sample.url).await;
            page.press(Key::Tab).await;
            page.wait_for_focus("link", "Skip to content").await;
            assert!(page.focused().await.is_visible().await);
            page.press(Key::Enter).await;
            page.wait_for_focus("heading", sample.heading).await;
            page.press(Key::Tab).await;
            page.assert_true(
                "the next tab stop is in the content",
                "return document.activeElement.closest('main') !== null",
            )
            .await;
        }
    })
    .await;
}

/// Each tab stop comes in document order, is in view, and has a visible focus indicator.
#[tokio::test]
async fn tab_reaches_every_control_with_a_visible_focus() {
    visit("/", async |page| {
        let mut problems = Vec::new();
        for width in [390, 1440] {
            page.set_width(width).await;
            for sample in PAGES {
                page.open(sample.url).await;
                let stops = tab_through(page, &mut problems).await;
                let expected = page.execute(STOPS).await;
                if json!(stops) != expected {
                    problems.push(format!("{stops} of {expected} tab stops on {}", sample.url));
                }
            }
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_visit_from_filter_to_skill_needs_no_mouse() {
    visit("/", async |page| {
        tab_to(page, "combobox", "Filter by skill").await;
        page.type_text("agile").await;
        page.by_role("option", "Agile methodologies 1 role").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.wait_for_url("/?skills=agile-methodologies").await;
        page.wait_for_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        tab_to(page, "link", "Team Leader").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/roles/team-leader").await;
        page.wait_for_focus("heading", "Team Leader").await;
        page.press(Key::Right).await;
        page.wait_for_url("/roles/project-manager").await;
        page.wait_for_focus("heading", "Project Manager").await;
        page.execute("document.querySelector('.skip').focus()").await;
        tab_to(page, "link", "Skills").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/skills").await;
        page.wait_for_focus("heading", "Skills").await;
        tab_to(page, "searchbox", "Filter skills").await;
        page.type_text("budget").await;
        page.wait_for_status("1 of 19 skills").await;
        tab_to(page, "link", "Budgeting").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/skills/budgeting").await;
        page.wait_for_focus("heading", "Budgeting").await;
    })
    .await;
}

/// Presses Tab until the element with this role and name has the focus, at most a hundred times.
async fn tab_to(page: &Page, role: &str, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..100 {
        page.press(Key::Tab).await;
        let focused = page.focused_role_and_name().await.unwrap();
        if focused == (role.into(), name.into()) {
            return;
        }
        seen.push(focused.1);
    }
    panic!("Tab does not reach the {role} {name:?}, only {seen:?}");
}

/// Presses Tab from the top to the end of the page, and returns the number of tab stops.
async fn tab_through(page: &Page, problems: &mut Vec<String>) -> usize {
    page.execute("globalThis.stop = document.body; globalThis.first = undefined; document.activeElement.blur()").await;
    for stops in 0..200 {
        page.press(Key::Tab).await;
        let problem = page.execute(STOP).await;
        match problem.as_str() {
            Some("end") => return stops,
            Some("") => {}
            other => problems.push(format!("{}: {other:?}", page.url().await)),
        }
    }
    panic!("Tab never reaches the end of the page");
}

/// Counts the elements that Tab should reach; a group of radio buttons counts once.
const STOPS: &str = "
    const shown = (selector) => [...document.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const controls = shown('a[href], button, input, select, summary, [tabindex=\"0\"]');
    const radios = controls.filter((element) => element.type === 'radio');
    // In Firefox, what scrolls is a tab stop, too.
    const overflows = (element) => element.scrollWidth > element.clientWidth
        || element.scrollHeight > element.clientHeight;
    const scrolls = (element) => element.tabIndex < 0 && overflows(element)
        && getComputedStyle(element).overflowX === 'auto';
    const isFirefox = navigator.userAgent.includes('Firefox');
    const scrollers = isFirefox ? shown('main *').filter(scrolls) : [];
    return controls.length + scrollers.length - radios.length + new Set(radios.map((radio) => radio.name)).size";

/// Checks the focused element. Returns an empty text, a problem, or `end` if Tab left the page or returned
/// to the first stop.
const STOP: &str = "
    const now = document.activeElement;
    if (now === document.body || now === globalThis.first) return 'end';
    globalThis.first ??= now;
    const name = now.outerHTML.slice(0, 100);
    const before = globalThis.stop;
    globalThis.stop = now;
    if (!(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING))
        return 'out of order: ' + name;
    const ring = (element, part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element, part ?? null);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    const around = [[now], [now, '::after'], [now.closest('article')], [now.closest('.field')], [now.closest('label')],
        [now.nextElementSibling]];
    if (!around.some(([element, part]) => element && ring(element, part)))
        return 'no visible focus: ' + name;
    const box = now.getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const seen = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y])).some(([x, y]) => {
        const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return there && (now.contains(there) || there.contains(now) && there !== document.body
            && there.matches('label, .field, .role-card'));
    });
    return seen ? '' : 'out of sight: ' + name";
