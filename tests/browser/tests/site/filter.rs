//! `/`: filtering the rungs by skill.

use browser_tests::{Key, Page, visit};
use serde_json::Value;

#[tokio::test]
async fn a_tool_finds_the_skill_that_includes_it_and_enter_chooses_it() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.type_text("pytorch").await;
        page.by_role("option", "ML frameworks also: PyTorch").await;
        assert_eq!(page.names("option").await.len(), 1);
        page.press(Key::Down).await;
        page.until_active("ML frameworks also: PyTorch").await;
        page.press(Key::Enter).await;
        page.until_address("/?skills=ml-frameworks").await;
        page.by_role("button", "Remove ML frameworks").await;
        page.until_status("5 later roles carry it over.").await;
        assert_eq!(field.value().await, "");
        page.until_focused("combobox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn a_press_with_the_mouse_chooses() {
    visit("/", async |page| {
        page.by_role("combobox", "Filter by skill").await.click().await;
        let list = page.by_role("listbox", "Filter by skill").await;
        assert_eq!(page.names_in(&list, "option").await.len(), 19, "every skill before one types");
        page.by_role("option", "Budgeting asked for by 1 role").await.click().await;
        page.until_address("/?skills=budgeting").await;
        page.by_role("button", "Remove Budgeting").await;
        page.until_gone("listbox", "Filter by skill").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_is_gone_through_by_arrow_keys_and_left_by_escape() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.type_text("strat").await;
        page.by_role("listbox", "Filter by skill").await;
        let options = page.names("option").await;
        assert!(options.len() > 2, "{options:?}");
        page.press(Key::Down).await;
        page.until_active(&options[0]).await;
        page.press(Key::Down).await;
        page.until_active(&options[1]).await;
        page.press(Key::Up).await;
        page.press(Key::Up).await;
        page.until_active(options.last().unwrap()).await;
        page.press(Key::Escape).await;
        page.until_gone("listbox", "Filter by skill").await;
        assert_eq!(field.attribute("aria-expanded").await.as_deref(), Some("false"));
        assert_eq!((field.value().await.as_str(), page.address().await.as_str()), ("strat", "/"));
        page.press(Key::Escape).await;
        page.until("it is empty", "return document.activeElement.value === ''").await;
    })
    .await;
}

#[tokio::test]
async fn a_word_that_finds_nothing_says_so() {
    visit("/", async |page| {
        page.by_role("combobox", "Filter by skill").await.type_text("juggling").await;
        page.until_text("No skill by that name.").await;
        assert_eq!(
            page.css(".nothing").await.attribute("aria-live").await.as_deref(),
            Some("polite")
        );
        page.press(Key::Enter).await;
        assert_eq!(page.address().await, "/");
    })
    .await;
}

#[tokio::test]
async fn one_skill_marks_the_rungs_that_hold_it_and_says_how() {
    visit("/?skills=agile-methodologies", async |page| {
        page.until_status("Team Leader needs Agile methodologies; 4 later roles carry it over.")
            .await;
        let expected = ["apart", "asks", "builds-on", "builds-on", "builds-on", "builds-on"];
        assert_eq!(standings(page).await, expected);
        let rungs =
            page.run("return [...document.querySelectorAll('.rung')].map((r) => r.innerText)");
        let rungs: Vec<String> = serde_json::from_value(rungs.await).unwrap();
        assert!(!rungs[0].contains("Agile methodologies"), "{}", rungs[0]);
        assert!(rungs[1].contains("New here Agile methodologies"), "{}", rungs[1]);
        assert!(rungs[5].contains("Carried Agile methodologies"), "{}", rungs[5]);
    })
    .await;
}

#[tokio::test]
async fn several_skills_combine_as_any_or_all_of_them() {
    visit("/?skills=agile-methodologies", async |page| {
        choose(page, "budget", "Budgeting asked for by 1 role").await;
        page.until_address("/?skills=agile-methodologies,budgeting").await;
        page.until_status(
            "Team Leader and Project Manager need one or more of these 2 skills; \
             3 later roles build on them.",
        )
        .await;
        assert_eq!(standings(page).await[..2], ["apart", "asks"]);
        page.by_role("radio", "all of them").await.choose().await;
        page.until_address("/?skills=agile-methodologies,budgeting&match=all").await;
        page.until_status("Project Manager needs both of these skills").await;
        assert_eq!(standings(page).await[..3], ["apart", "apart", "asks"]);
        page.by_role("button", "Remove Agile methodologies").await.click().await;
        page.until_address("/?skills=budgeting").await;
        page.until_gone("radio", "all of them").await;
        page.until_status("Project Manager needs Budgeting; 3 later roles carry it over.").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_back_forward_and_a_shared_link_give_the_same_view() {
    visit("/", async |page| {
        let plain = view(page).await;
        choose(page, "python", "Python asked for by 1 role").await;
        page.until_address("/?skills=python").await;
        let one = view(page).await;
        choose(page, "agile", "Agile methodologies asked for by 1 role").await;
        page.until_address("/?skills=python,agile-methodologies").await;
        page.by_role("radio", "all of them").await.choose().await;
        page.until_address("/?skills=python,agile-methodologies&match=all").await;
        let all = view(page).await;
        assert!(plain != one && one != all);

        page.reload().await;
        assert_eq!(view(page).await, all, "after a reload");
        page.back().await;
        page.until_address("/?skills=python,agile-methodologies").await;
        page.back().await;
        page.until_address("/?skills=python").await;
        until_view(page, &one).await;
        page.back().await;
        page.until_address("/").await;
        until_view(page, &plain).await;
        page.forward().await;
        page.forward().await;
        page.forward().await;
        page.until_address("/?skills=python,agile-methodologies&match=all").await;
        until_view(page, &all).await;
        page.open("/?match=all&utm_source=mail&skills=python%2Cagile-methodologies").await;
        assert_eq!(view(page).await, all, "by a shared link");
    })
    .await;
}

#[tokio::test]
async fn one_press_clears_all() {
    visit("/?skills=python,apis&match=all", async |page| {
        page.by_role("button", "Clear all").await.click().await;
        page.until_address("/").await;
        page.until_gone("button", "Remove Python").await;
        page.until_gone("button", "Clear all").await;
        assert_eq!(page.status_text().await, "");
        assert_eq!(page.run("return document.querySelectorAll('[data-standing]').length").await, 0);
        page.assert_that(
            "the focus is not lost with the button",
            "return document.activeElement !== document.body",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_chip_that_goes_away_hands_the_focus_on() {
    visit("/?skills=python,apis", async |page| {
        let chip = page.by_role("button", "Remove Python").await;
        chip.focus().await;
        chip.press(Key::Enter).await;
        page.until_gone("button", "Remove Python").await;
        page.until(
            "the focus is in the filter",
            "return document.activeElement.closest('[aria-label=Filter]') !== null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_skill_is_named_and_the_others_hold() {
    visit("/?skills=python,juggling", async |page| {
        page.until_text("no skill with the id juggling").await;
        page.until_status("5 later roles carry it over.").await;
        page.by_role("button", "Clear all").await.click().await;
        page.until_address("/").await;
    })
    .await;
}

/// Chooses a skill by typing `text` and pressing the option.
async fn choose(page: &Page, text: &str, option: &str) {
    page.by_role("combobox", "Filter by skill").await.type_text(text).await;
    page.by_role("option", option).await.click().await;
}

/// Each rung's standing, as it looks.
async fn standings(page: &Page) -> Vec<String> {
    let all = "return [...document.querySelectorAll('.rung .role-card')]
        .map((card) => card.dataset.standing ?? '')";
    serde_json::from_value(page.run(all).await).unwrap()
}

/// All one can see in the content, and how the rungs look.
async fn view(page: &Page) -> Value {
    page.run(VIEW).await
}

async fn until_view(page: &Page, wanted: &Value) {
    let same = VIEW.replacen("return ", "const view = ", 1);
    let same = format!("{same}; return view === {wanted}");
    page.until("the view is as it was", &same).await;
}

const VIEW: &str = "return document.querySelector('main').innerText + \
    [...document.querySelectorAll('.role-card')].map((card) => card.dataset.standing) + \
    document.querySelector('[name=match]:checked')?.parentElement.innerText";
