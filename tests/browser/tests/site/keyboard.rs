//! Without a mouse: one can get everywhere, and always sees where one is.

use crate::bundled::PAGES;
use browser_tests::{Key, Page, visit};
use serde_json::json;

#[tokio::test]
async fn the_first_stop_skips_to_the_content() {
    visit("/", async |page| {
        for sample in PAGES {
            page.open(sample.address).await;
            page.press(Key::Tab).await;
            page.until_focused("link", "Skip to the content").await;
            assert!(page.focused().await.is_shown().await);
            page.press(Key::Enter).await;
            page.until_focused("heading", sample.heading).await;
            page.press(Key::Tab).await;
            page.assert_that(
                "the next stop is in the content",
                "return document.activeElement.closest('main') !== null",
            )
            .await;
        }
    })
    .await;
}

/// Every stop comes in the order of the page, is within sight, and shows that it has the focus.
#[tokio::test]
async fn tab_goes_through_the_whole_page_and_one_sees_where_one_is() {
    visit("/", async |page| {
        let mut troubles = Vec::new();
        for width in [390, 1440] {
            page.set_width(width).await;
            for sample in PAGES {
                page.open(sample.address).await;
                let stops = walk(page, &mut troubles).await;
                let wanted = page.run(STOPS).await;
                if json!(stops) != wanted {
                    troubles.push(format!("{stops} of {wanted} stops on {}", sample.address));
                }
            }
        }
        assert!(troubles.is_empty(), "{}", troubles.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_whole_journey_needs_no_mouse() {
    visit("/", async |page| {
        tab_to(page, "combobox", "Filter by skill").await;
        page.type_text("agile").await;
        page.by_role("option", "Agile methodologies asked for by 1 role").await;
        page.press(Key::Down).await;
        page.press(Key::Enter).await;
        page.until_address("/?skills=agile-methodologies").await;
        page.until_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        tab_to(page, "link", "Team Leader").await;
        page.press(Key::Enter).await;
        page.until_address("/roles/team-leader").await;
        page.until_focused("heading", "Team Leader").await;
        page.press(Key::Right).await;
        page.until_address("/roles/project-manager").await;
        page.until_focused("heading", "Project Manager").await;
        page.run("document.querySelector('.skip').focus()").await;
        tab_to(page, "link", "Skills").await;
        page.press(Key::Enter).await;
        page.until_address("/skills").await;
        page.until_focused("heading", "Skills").await;
        tab_to(page, "searchbox", "Filter skills").await;
        page.type_text("budget").await;
        page.until_status("1 of 19 skills").await;
        tab_to(page, "link", "Budgeting").await;
        page.press(Key::Enter).await;
        page.until_address("/skills/budgeting").await;
        page.until_focused("heading", "Budgeting").await;
    })
    .await;
}

/// Presses Tab until the focus is on this; a page has fewer stops than a hundred.
async fn tab_to(page: &Page, role: &str, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..100 {
        page.press(Key::Tab).await;
        let on = page.focus().await.unwrap();
        if on == (role.into(), name.into()) {
            return;
        }
        seen.push(on.1);
    }
    panic!("Tab does not come to the {role} {name:?}, only to {seen:?}");
}

/// Presses Tab from the top to the end of the page; gives back how many stops there were.
async fn walk(page: &Page, troubles: &mut Vec<String>) -> usize {
    page.run("globalThis.stop = document.body; globalThis.first = undefined; document.activeElement.blur()").await;
    for stops in 0..200 {
        page.press(Key::Tab).await;
        let trouble = page.run(STOP).await;
        match trouble.as_str() {
            Some("end") => return stops,
            Some("") => {}
            other => troubles.push(format!("{}: {other:?}", page.address().await)),
        }
    }
    panic!("Tab goes on for ever");
}

/// How many elements Tab ought to stop at. Of a group of radio buttons it stops at one.
const STOPS: &str = "
    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')];
    const shown = all.filter((element) => element.checkVisibility());
    const radios = shown.filter((element) => element.type === 'radio');
    return shown.length - radios.length + new Set(radios.map((radio) => radio.name)).size";

/// What is wrong with the stop that has the focus: nothing, a sentence, or that it is the end, where
/// Tab leaves the page or leads back to its first stop.
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
        const { outlineStyle, outlineWidth } = getComputedStyle(element, part);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    };
    const around = [[now], [now, '::after'], [now.closest('article')], [now.closest('.field')], [now.closest('label')],
        [now.nextElementSibling]];
    if (!around.some(([element, part]) => element && ring(element, part)))
        return 'no visible focus: ' + name;
    const { left, top, right, bottom } = now.getBoundingClientRect();
    const seen = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y])).some(([x, y]) => {
        const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return there && (now.contains(there) || there.contains(now) && there !== document.body
            && there.matches('label, .field, .role-card'));
    });
    return seen ? '' : 'out of sight: ' + name";
