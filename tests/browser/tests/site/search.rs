//! Search over the whole ladder.

use browser_tests::{Key, Page, on_empty_page, visit};
use serde_json::json;

#[tokio::test]
async fn a_slash_opens_it_and_escape_gives_the_focus_back() {
    visit("/roles/team-leader", async |page| {
        let link = page.by_role("link", "Communication").await;
        link.focus().await;
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        page.by_role("dialog", "Search").await;
        page.assert_that(
            "the slash itself is not typed",
            "return document.activeElement.value === ''",
        )
        .await;
        page.press(Key::Escape).await;
        page.until_gone("dialog", "Search").await;
        page.until_focused("link", "Communication").await;
        assert_eq!(page.address().await, "/roles/team-leader");
    })
    .await;
}

#[tokio::test]
async fn its_button_opens_it_and_its_cross_closes_it() {
    visit("/skills", async |page| {
        page.by_role("button", "Search").await.click().await;
        page.until_focused("combobox", "Search").await;
        page.by_role("button", "Close search").await.click().await;
        page.until_gone("dialog", "Search").await;
        page.until_focused("button", "Search").await;
        // What was typed before is not there the next time.
        page.press(Key::Enter).await;
        page.until_focused("combobox", "Search").await;
        page.type_text("python").await;
        page.by_role("option", "Python").await;
        page.press(Key::Escape).await;
        page.until_gone("dialog", "Search").await;
        page.by_role("button", "Search").await.click().await;
        page.until_focused("combobox", "Search").await;
        assert_eq!(page.focused().await.value().await, "");
    })
    .await;
}

#[tokio::test]
async fn answers_stand_in_groups_with_the_words_marked() {
    open(async |page| {
        page.type_text("strat").await;
        page.by_role("group", "Skills").await;
        let groups = page.names("group").await;
        assert_eq!(groups, ["Roles", "Skills", "Responsibilities"], "{groups:?}");
        let skills = page.by_role("group", "Skills").await;
        let names = page.names_in(&skills, "option").await;
        assert!(names.iter().any(|name| name.starts_with("Strategic thinking")), "{names:?}");
        let marks = "return [...document.querySelectorAll('[aria-label=Skills] [role=option]')]
            .map((option) => option.querySelector('span:not(.detail) mark')?.innerText)";
        assert_eq!(page.run(marks).await, json!(vec!["Strat"; names.len()]));
        until_said(page, "answers").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_and_enter_open_a_role() {
    open(async |page| {
        page.type_text("leader").await;
        let role = "Team Leader Transition role";
        page.until_active(role).await;
        page.press(Key::Down).await;
        page.press(Key::Up).await;
        page.until_active(role).await;
        page.press(Key::Up).await;
        let last = page.names("option").await.pop().unwrap();
        page.until_active(&last).await;
        page.press(Key::Down).await;
        page.until_active(role).await;
        page.press(Key::Enter).await;
        page.until_address("/roles/team-leader").await;
        page.until_gone("dialog", "Search").await;
        page.until_focused("heading", "Team Leader").await;
    })
    .await;
}

#[tokio::test]
async fn a_press_opens_a_skill() {
    open(async |page| {
        page.type_text("tensorflow").await;
        page.by_role("option", "ML frameworks TensorFlow, PyTorch").await.click().await;
        page.until_address("/skills/ml-frameworks").await;
        page.until_gone("dialog", "Search").await;
        page.until_focused("heading", "ML frameworks").await;
    })
    .await;
}

#[tokio::test]
async fn responsibilities_and_videos_lead_to_their_roles() {
    open(async |page| {
        page.type_text("mentor junior").await;
        page.by_role("option", "Mentor junior developers. Team Leader").await.click().await;
        page.until_address("/roles/team-leader").await;
        page.until_focused("heading", "Team Leader").await;
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        page.type_text("edureka").await;
        page.by_role("group", "Videos and more").await;
        page.press(Key::Enter).await;
        page.until_address("/roles/cto").await;
    })
    .await;
}

#[tokio::test]
async fn a_choice_of_the_page_one_is_on_closes_it() {
    visit("/roles/cto", async |page| {
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        page.type_text("chief").await;
        page.until_active("Chief Technical Officer (CTO) Topmost technical role").await;
        page.press(Key::Enter).await;
        page.until_gone("dialog", "Search").await;
        assert_eq!(page.address().await, "/roles/cto");
    })
    .await;
}

#[tokio::test]
async fn words_that_find_nothing_say_so() {
    open(async |page| {
        page.type_text("<img src=x> juggling").await;
        until_said(page, "Nothing answers that").await;
        page.press(Key::Enter).await;
        page.press(Key::Down).await;
        assert_eq!(page.names("option").await, Vec::<String>::new());
        assert_eq!(page.address().await, "/");
    })
    .await;
}

/// The slash belongs to the field that has the focus.
#[tokio::test]
async fn a_slash_in_a_field_is_only_typed() {
    visit("/skills", async |page| {
        let field = page.by_role("searchbox", "Filter skills").await;
        field.type_text("a/b").await;
        page.until_address("/skills?q=a/b").await;
        assert_eq!(page.names("dialog").await, Vec::<String>::new());
    })
    .await;
}

async fn open(steps: impl AsyncFnOnce(&Page)) {
    visit("/", async |page| {
        page.type_text("/").await;
        page.until_focused("combobox", "Search").await;
        steps(page).await;
    })
    .await;
}

async fn until_said(page: &Page, wanted: &str) {
    let said = format!(
        "return document.querySelector('dialog [role=status]').innerText.includes('{wanted}')"
    );
    page.until(&format!("the dialog says {wanted:?}"), &said).await;
}

/// The page answers before the styles of what is not there at first have come.
#[tokio::test]
async fn on_a_slow_line_it_opens_with_its_styles() {
    on_empty_page(async |page| {
        page.before_every_page(
            "new PerformanceObserver((list) => {
                if (list.getEntriesByName('interactive').length === 0) return;
                globalThis.before = document.querySelector('link[data-loading]') !== null;
                document.querySelector('.search-button').click();
            }).observe({ type: 'mark', buffered: true });
            new MutationObserver(() => {
                if (!document.querySelector('dialog.search[open]')) return;
                globalThis.styled ??= document.querySelector('link[data-loading]') === null;
            }).observe(document, { subtree: true, attributes: true, attributeFilter: ['open'] });",
        )
        .await;
        page.slow_line(300, 400_000).await;
        page.open_without_waiting("/").await;
        page.until("the dialog is open", "return globalThis.styled !== undefined").await;
        page.assert_that("it was asked for before", "return globalThis.before").await;
        page.assert_that("it came with its styles", "return globalThis.styled").await;
        page.until_focused("combobox", "Search").await;
    })
    .await;
}
