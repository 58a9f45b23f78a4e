//! A short walk through the site for every engine: `cargo xtask test` runs it in Firefox, too.

use crate::bundled_ladder::{PAGES, ROLES};
use crate::plan::{rate, rating};
use crate::theme::is_dark;
use browser_tests::{ColorScheme, Key, visit};
use serde_json::json;
use std::collections::BTreeSet;

#[tokio::test]
async fn every_kind_of_page_opens_without_errors() {
    visit("/", async |page| {
        for sample in PAGES {
            page.open(sample.url).await;
            assert_eq!(page.title().await, sample.title);
            assert_eq!(page.names("heading").await[0], sample.heading, "{}", sample.url);
            page.assert_no_console_errors().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_role_card_leads_to_the_role_and_back_to_the_same_place() {
    visit("/", async |page| {
        let ladder = page.by_role("list", "Career ladder").await;
        let card = page.by_role_in(&ladder, "link", "Director of AI").await;
        card.inner().scroll_into_view().await.unwrap();
        let position = page.execute("return scrollY").await;
        card.click().await;
        page.wait_for_url("/roles/director-of-ai").await;
        page.wait_for_focus("heading", "Director of AI").await;
        page.wait_for_text("Identify impactful AI projects.").await;
        page.wait_until("the role is shown from its top", "return scrollY === 0").await;
        page.back().await;
        page.wait_for_url("/").await;
        page.wait_until("the ladder is where it was", &format!("return scrollY === {position}"))
            .await;
    })
    .await;
}

#[tokio::test]
async fn typing_filters_the_matrix() {
    visit("/skills", async |page| {
        page.by_role("searchbox", "Filter skills").await.type_text("budget").await;
        page.wait_for_status("1 of 19 skills").await;
        page.by_role("link", "Budgeting").await;
        page.wait_for_url("/skills?q=budget").await;
    })
    .await;
}

#[tokio::test]
async fn a_rating_is_kept() {
    visit("/plan?from=team-leader&to=project-manager", async |page| {
        rate(page, "Budgeting", "Learning").await;
        page.wait_for_status("Saved").await;
        page.reload().await;
        page.wait_until(
            "the rating is there",
            "return document.querySelector('#plan-budgeting input:checked') !== null",
        )
        .await;
        assert_eq!(rating(page, "budgeting").await, "Learning");
    })
    .await;
}

/// Frames are looked at as they are drawn. Where nothing may hold the first paint back, a theme that is applied
/// late would flash.
#[tokio::test]
async fn a_chosen_theme_is_there_at_the_first_paint() {
    visit("/", async |page| {
        page.emulate_color_scheme(ColorScheme::Light).await;
        page.by_role("button", "Theme: system").await.click().await;
        page.by_role("button", "Theme: dark").await;
        page.add_init_script(
            "globalThis.schemes = [];
             requestAnimationFrame(function look() {
                 if (document.body) schemes.push(getComputedStyle(document.documentElement).colorScheme);
                 if (schemes.length < 20) requestAnimationFrame(look);
             })",
        )
        .await;
        page.reload().await;
        assert!(is_dark(page).await);
        page.wait_until("twenty frames are drawn", "return schemes.length === 20").await;
        assert_eq!(page.execute("return [...new Set(schemes)]").await, json!(["dark"]));
    })
    .await;
}

#[tokio::test]
async fn tab_goes_through_the_rungs_beside_a_role_as_they_are_seen() {
    visit("/", async |page| {
        for width in [1440, 820] {
            page.set_width(width).await;
            page.open("/roles/project-manager").await;
            let mut places = Vec::new();
            while places.len() < ROLES.len() {
                page.press(Key::Tab).await;
                let place = page.execute(PLACE_IN_RAIL).await;
                match place.as_array() {
                    Some(place) => places.push((place[0].as_i64(), place[1].as_i64())),
                    None => assert!(places.is_empty(), "{width}: only {places:?} are in a row"),
                }
            }
            assert!(places.is_sorted(), "{width}: {places:?}");
        }
    })
    .await;
}

/// Where the focused link of the rungs is, from the top and from the left.
const PLACE_IN_RAIL: &str = "
    const link = document.activeElement;
    if (!link.closest('.role-rail')) return null;
    const { top, left } = link.getBoundingClientRect();
    return [Math.round(top + scrollY), Math.round(left)]";

#[tokio::test]
async fn tab_leaves_the_open_list_of_the_filter_for_the_next_control() {
    visit("/", async |page| {
        let filter = page.by_role("combobox", "Filter by skill").await;
        filter.click().await;
        page.by_role("option", "Python 1 role").await;
        filter.press(Key::Tab).await;
        let (role, name) = page.focused_role_and_name().await.unwrap();
        assert!(["button", "link", "combobox"].contains(&role.as_str()), "{role} {name:?}");
        page.wait_until_gone("option", "Python 1 role").await;
    })
    .await;
}

/// Rows and cells are laid out as grids there.
#[tokio::test]
async fn tables_keep_their_meaning_on_small_screens() {
    visit("/", async |page| {
        page.set_width(390).await;
        let parts =
            [("table", "table"), ("tbody tr", "row"), ("tbody th", "rowheader"), ("td", "cell")];
        for (selector, role) in parts {
            let part = page.by_css(&format!(".summary {selector}")).await;
            assert_eq!(part.role().await, role, "{selector}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_word_that_a_page_shows_is_on_paper() {
    visit("/", async |page| {
        page.set_width(1440).await;
        for sample in PAGES {
            page.open(sample.url).await;
            let paper = page.printed_text().await;
            // A hyphen at the end of a line may belong to the word, or not.
            let paper = &words(&paper) | &words(&paper.replace("-\n", ""));
            // What the print styles hide is not expected.
            page.emulate_print_media(true).await;
            let shown = page.execute(SHOWN).await;
            page.emulate_print_media(false).await;
            let shown = words(shown.as_str().unwrap());
            assert!(shown.len() > 20, "{} shows {shown:?}", sample.url);
            let missing: Vec<_> = shown.difference(&paper).collect();
            assert!(missing.is_empty(), "{}: {missing:?} is not on paper", sample.url);
        }
    })
    .await;
}

/// Returns the text that can be seen.
const SHOWN: &str = "
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown = [];
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (element.checkVisibility() && !element.closest('.visually-hidden, select')) {
            shown.push(texts.currentNode.data);
        }
    }
    return shown.join(' ')";

/// Returns the words of a text in lower case. Printed text has ligatures.
fn words(text: &str) -> BTreeSet<String> {
    let mut text = text.replace('\u{ad}', "").to_lowercase();
    for (ligature, letters) in [
        ("\u{fb00}", "ff"),
        ("\u{fb01}", "fi"),
        ("\u{fb02}", "fl"),
        ("\u{fb03}", "ffi"),
        ("\u{fb04}", "ffl"),
    ] {
        text = text.replace(ligature, letters);
    }
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
