//! `/skills`: the filters of the skills matrix.

use browser_tests::{Key, Page, visit};
use serde_json::Value;

#[tokio::test]
async fn typing_filters_the_rows_and_adds_no_history_entry() {
    visit("/skills", async |page| {
        let before = page.execute("return history.length").await;
        let field = page.by_role("searchbox", "Filter skills").await;
        field.type_text("torch").await;
        page.wait_for_status("1 of 19 skills in 6 roles.").await;
        page.wait_for_url("/skills?q=torch").await;
        assert_eq!(visible_skills(page).await, ["ML frameworks"]);
        assert_eq!(page.execute("return history.length").await, before);
        field.press(Key::Backspace).await;
        page.wait_for_url("/skills?q=torc").await;
        field.type_text(" zzz").await;
        page.wait_for_status("No skills match these filters.").await;
        page.wait_until_gone("table", "Skills matrix").await;
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_status("19 skills in 6 roles.").await;
        assert_eq!(field.value().await, "");
        page.assert_true(
            "the focus stays in the filters",
            "return document.activeElement.closest('search') !== null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn filtering_by_kind_of_requirement_shows_the_matching_skills() {
    visit("/skills", async |page| {
        let kind = page.by_role("combobox", "Requirement").await;
        kind.select_option("Key").await;
        page.wait_for_url("/skills?as=core").await;
        page.wait_for_status("12 of 19 skills in 6 roles.").await;
        kind.select_option("Required").await;
        page.wait_for_url("/skills?as=required").await;
        page.wait_for_status("8 of 19 skills in 6 roles.").await;
        kind.select_option("Any").await;
        page.wait_for_url("/skills").await;
        page.wait_for_status("19 skills in 6 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn selected_roles_become_the_columns_and_their_skills_the_rows() {
    visit("/skills", async |page| {
        page.by_css(".role-choice summary").await.click().await;
        page.by_role("checkbox", "AI Developer").await.click_label().await;
        page.wait_for_url("/skills?roles=ai-developer").await;
        page.wait_for_status("4 of 19 skills in 1 of 6 roles.").await;
        page.by_role("checkbox", "Team Leader").await.click_label().await;
        page.wait_for_url("/skills?roles=ai-developer,team-leader").await;
        page.wait_for_status("7 of 19 skills in 2 of 6 roles.").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(
            page.names_in(&table, "columnheader").await,
            ["Skill", "AI Developer", "Team Leader"]
        );
        page.by_role("checkbox", "Differences only").await.click_label().await;
        page.wait_for_url("/skills?roles=ai-developer,team-leader&only=differences").await;
        // Clicking elsewhere has closed the list; Escape closes it, too.
        page.wait_until_gone("checkbox", "AI Developer").await;
        page.by_css(".role-choice summary").await.click().await;
        page.by_role("checkbox", "AI Developer").await.click_label().await;
        page.wait_for_url("/skills?roles=team-leader&only=differences").await;
        page.press(Key::Escape).await;
        page.wait_until_gone("checkbox", "AI Developer").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_back_forward_and_a_shared_link_give_the_same_view() {
    visit("/skills", async |page| {
        let plain = view(page).await;
        page.by_role("searchbox", "Filter skills").await.type_text("str").await;
        page.wait_for_url("/skills?q=str").await;
        let kind = page.by_role("combobox", "Requirement").await;
        kind.select_option("Key").await;
        page.wait_for_url("/skills?q=str&as=core").await;
        let narrow = view(page).await;
        assert_ne!(plain, narrow);
        page.reload().await;
        assert_eq!(view(page).await, narrow, "after a reload");
        page.back().await;
        page.wait_for_url("/skills?q=str").await;
        page.forward().await;
        page.wait_for_url("/skills?q=str&as=core").await;
        page.wait_for_status("3 of 19 skills").await;
        assert_eq!(view(page).await, narrow, "after Back and Forward");
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_url("/skills").await;
        assert_eq!(view(page).await, plain, "after Clear all");
        page.open("/skills?as=core&q=str&gclid=1").await;
        assert_eq!(view(page).await, narrow, "through a shared link");
    })
    .await;
}

#[tokio::test]
async fn unknown_ids_in_the_url_are_named_and_ignored() {
    visit("/skills?roles=juggler&category=circus", async |page| {
        page.wait_for_text("Nothing on this ladder matches circus, juggler").await;
        page.wait_for_status("19 skills in 6 roles.").await;
    })
    .await;
}

/// Returns the names of the skills in the visible rows.
async fn visible_skills(page: &Page) -> Vec<String> {
    let shown = "return [...document.querySelectorAll('.skill-matrix tbody tr:not(.group) th a')]
        .filter((link) => link.checkVisibility()).map((link) => link.innerText)";
    serde_json::from_value(page.execute(shown).await).unwrap()
}

/// Returns the visible text and the values of the fields.
async fn view(page: &Page) -> Value {
    page.execute(
        "return document.querySelector('main').innerText +
            [...document.querySelectorAll('main :is(input, select)')]
                .map((field) => field.value + field.checked)",
    )
    .await
}
