//! `/`: filtering the roles by skill.

use browser_tests::{Key, Page, visit};
use serde_json::Value;

#[tokio::test]
async fn typing_a_tool_finds_the_skill_that_includes_it_and_enter_selects_it() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.type_text("pytorch").await;
        page.by_role("option", "ML frameworks also called PyTorch").await;
        let list = page.by_role("listbox", "Filter by skill").await;
        assert_eq!(page.names_in(&list, "option").await.len(), 1);
        page.press(Key::Down).await;
        page.wait_for_active_option("ML frameworks also called PyTorch").await;
        page.press(Key::Enter).await;
        page.wait_for_url("/?skills=ml-frameworks").await;
        page.by_role("button", "Remove ML frameworks").await;
        page.wait_for_status("AI Developer needs ML frameworks; 5 later roles carry it over.")
            .await;
        assert_eq!(field.value().await, "");
        page.wait_for_focus("combobox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn tab_leaves_the_open_list_for_the_next_control() {
    visit("/", async |page| {
        page.by_role("combobox", "Filter by skill").await.click().await;
        page.by_role("listbox", "Filter by skill").await;
        page.press(Key::Tab).await;
        page.assert_true(
            "something has the focus",
            "return document.activeElement !== document.body",
        )
        .await;
        page.wait_until_gone("listbox", "Filter by skill").await;
        page.assert_true("the focus stays", "return document.activeElement !== document.body")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_chosen_skill_that_is_typed_again_says_so() {
    visit("/?skills=python", async |page| {
        page.by_role("combobox", "Filter by skill").await.type_text("python").await;
        page.by_role("option", "Python already chosen").await.click().await;
        page.wait_until_gone("listbox", "Filter by skill").await;
        assert_eq!(page.url().await, "/?skills=python");
    })
    .await;
}

#[tokio::test]
async fn clicking_an_option_selects_it() {
    visit("/", async |page| {
        page.by_role("combobox", "Filter by skill").await.click().await;
        let list = page.by_role("listbox", "Filter by skill").await;
        assert_eq!(
            page.names_in(&list, "option").await.len(),
            19,
            "all skills are listed before typing"
        );
        page.by_role("option", "Budgeting 1 role").await.click().await;
        page.wait_for_url("/?skills=budgeting").await;
        page.by_role("button", "Remove Budgeting").await;
        page.wait_until_gone("listbox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn arrow_keys_move_through_the_options_and_escape_closes_the_list() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.type_text("strat").await;
        let list = page.by_role("listbox", "Filter by skill").await;
        let options = page.names_in(&list, "option").await;
        assert!(options.len() > 2, "{options:?}");
        page.press(Key::Down).await;
        page.wait_for_active_option(&options[0]).await;
        page.press(Key::Down).await;
        page.wait_for_active_option(&options[1]).await;
        page.press(Key::Up).await;
        page.press(Key::Up).await;
        page.wait_for_active_option(options.last().unwrap()).await;
        page.press(Key::Escape).await;
        page.wait_until_gone("listbox", "Filter by skill").await;
        assert_eq!(field.attribute("aria-expanded").await.as_deref(), Some("false"));
        assert_eq!((field.value().await.as_str(), page.url().await.as_str()), ("strat", "/"));
        page.press(Key::Escape).await;
        page.wait_until("the field is empty", "return document.activeElement.value === ''").await;
    })
    .await;
}

#[tokio::test]
async fn switching_to_another_window_keeps_the_text_and_the_list() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.type_text("strat").await;
        page.by_role("listbox", "Filter by skill").await;
        // The browser sends this event to the field when its window loses focus.
        page.execute("document.activeElement.dispatchEvent(new FocusEvent('blur'))").await;
        page.press(Key::Down).await;
        page.wait_for_active_option("Strategic thinking 1 role").await;
        assert_eq!(field.value().await, "strat");
    })
    .await;
}

#[tokio::test]
async fn a_text_without_matches_shows_a_message() {
    visit("/", async |page| {
        page.by_role("combobox", "Filter by skill").await.type_text("juggling").await;
        page.wait_for_text("No matching skills.").await;
        assert_eq!(
            page.by_css(".nothing").await.attribute("aria-live").await.as_deref(),
            Some("polite")
        );
        page.press(Key::Enter).await;
        assert_eq!(page.url().await, "/");
    })
    .await;
}

#[tokio::test]
async fn selecting_a_skill_marks_the_roles_that_need_it() {
    visit("/?skills=agile-methodologies", async |page| {
        page.wait_for_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        let expected =
            ["none", "requires", "carries-over", "carries-over", "carries-over", "carries-over"];
        assert_eq!(markings(page).await, expected);
        let rungs =
            page.execute("return [...document.querySelectorAll('.rung')].map((r) => r.innerText)");
        let rungs: Vec<String> = serde_json::from_value(rungs.await).unwrap();
        assert!(!rungs[0].contains("Agile methodologies"), "{}", rungs[0]);
        assert!(rungs[1].contains("New at this level Agile methodologies"), "{}", rungs[1]);
        assert!(rungs[5].contains("Carried over Agile methodologies"), "{}", rungs[5]);
    })
    .await;
}

#[tokio::test]
async fn several_skills_match_any_or_all() {
    visit("/?skills=agile-methodologies", async |page| {
        select(page, "budget", "Budgeting 1 role").await;
        page.wait_for_url("/?skills=agile-methodologies,budgeting").await;
        page.wait_for_status(
            "Team Leader and Project Manager need one or more of these 2 skills; \
             3 later roles build on them.",
        )
        .await;
        assert_eq!(markings(page).await[..2], ["none", "requires"]);
        page.by_role("radio", "all").await.click_label().await;
        page.wait_for_url("/?skills=agile-methodologies,budgeting&match=all").await;
        page.wait_for_status("Project Manager needs both of these skills").await;
        assert_eq!(markings(page).await[..3], ["none", "none", "requires"]);
        page.by_role("button", "Remove Agile methodologies").await.click().await;
        page.wait_for_url("/?skills=budgeting").await;
        page.wait_until_gone("radio", "all").await;
        page.wait_for_status("Project Manager needs Budgeting; 3 later roles carry it over.").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_back_forward_and_a_shared_link_give_the_same_view() {
    visit("/", async |page| {
        let plain = view(page).await;
        select(page, "python", "Python 1 role").await;
        page.wait_for_url("/?skills=python").await;
        let one = view(page).await;
        select(page, "agile", "Agile methodologies 1 role").await;
        page.wait_for_url("/?skills=python,agile-methodologies").await;
        page.by_role("radio", "all").await.click_label().await;
        page.wait_for_url("/?skills=python,agile-methodologies&match=all").await;
        let all = view(page).await;
        assert!(plain != one && one != all);

        page.reload().await;
        assert_eq!(view(page).await, all, "after a reload");
        page.back().await;
        page.wait_for_url("/?skills=python,agile-methodologies").await;
        page.back().await;
        page.wait_for_url("/?skills=python").await;
        wait_for_view(page, &one).await;
        page.back().await;
        page.wait_for_url("/").await;
        wait_for_view(page, &plain).await;
        page.forward().await;
        page.forward().await;
        page.forward().await;
        page.wait_for_url("/?skills=python,agile-methodologies&match=all").await;
        wait_for_view(page, &all).await;
        page.open("/?match=all&utm_source=mail&skills=python%2Cagile-methodologies").await;
        assert_eq!(view(page).await, all, "through a shared link");
    })
    .await;
}

#[tokio::test]
async fn clear_all_removes_every_filter() {
    visit("/?skills=python,apis&match=all", async |page| {
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_url("/").await;
        page.wait_until_gone("button", "Remove Python").await;
        page.wait_until_gone("button", "Clear filters").await;
        assert_eq!(page.status_text().await, "");
        assert_eq!(
            page.execute("return document.querySelectorAll('[data-match]').length").await,
            0
        );
        page.assert_true(
            "the focus stays on the page",
            "return document.activeElement !== document.body",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn removing_a_chip_keeps_the_focus_in_the_filter() {
    visit("/?skills=python,apis", async |page| {
        let chip = page.by_role("button", "Remove Python").await;
        chip.focus().await;
        chip.press(Key::Enter).await;
        page.wait_until_gone("button", "Remove Python").await;
        page.wait_until(
            "the focus is in the filter",
            "return document.activeElement.closest('[aria-label=Filter]') !== null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_skill_is_named_and_ignored() {
    visit("/?skills=python,juggling", async |page| {
        page.wait_for_text("couldn’t find a skill called juggling").await;
        page.wait_for_status("AI Developer needs Python; 5 later roles carry it over.").await;
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_url("/").await;
    })
    .await;
}

/// Selects a skill by typing `text` and clicking an option.
async fn select(page: &Page, text: &str, option: &str) {
    page.by_role("combobox", "Filter by skill").await.type_text(text).await;
    page.by_role("option", option).await.click().await;
}

/// Returns how each role card is marked.
async fn markings(page: &Page) -> Vec<String> {
    let all = "return [...document.querySelectorAll('.rung .role-card')]
        .map((card) => card.dataset.match ?? '')";
    serde_json::from_value(page.execute(all).await).unwrap()
}

/// Returns the visible text and the marking of each role card.
async fn view(page: &Page) -> Value {
    page.execute(VIEW).await
}

async fn wait_for_view(page: &Page, expected: &Value) {
    let same = VIEW.replacen("return ", "const view = ", 1);
    let same = format!("{same}; return view === {expected}");
    page.wait_until("the view is restored", &same).await;
}

const VIEW: &str = "return document.querySelector('main').innerText + \
    [...document.querySelectorAll('.role-card')].map((card) => card.dataset.match) + \
    document.querySelector('[name=match]:checked')?.parentElement.innerText";
