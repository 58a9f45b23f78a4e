//! `/skills`: the filters over the skills matrix.

use browser_tests::{Key, Page, visit};
use serde_json::Value;

#[tokio::test]
async fn typing_narrows_the_rows_in_one_entry_of_the_history() {
    visit("/skills", async |page| {
        let before = page.run("return history.length").await;
        let field = page.by_role("searchbox", "Filter skills").await;
        field.type_text("torch").await;
        page.until_status("1 of 19 skills in 6 roles.").await;
        page.until_address("/skills?q=torch").await;
        assert_eq!(skills(page).await, ["ML frameworks"]);
        assert_eq!(page.run("return history.length").await, before);
        field.press(Key::Backspace).await;
        page.until_address("/skills?q=torc").await;
        field.type_text(" zzz").await;
        page.until_status("No skills match these filters.").await;
        page.until_gone("table", "Skills matrix").await;
        page.by_role("button", "Clear all").await.click().await;
        page.until_status("19 skills in 6 roles.").await;
        assert_eq!(field.value().await, "");
        page.assert_that(
            "the focus is not lost with the button",
            "return document.activeElement.closest('search') !== null",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_and_how_narrows_the_rows() {
    visit("/skills", async |page| {
        let how = page.by_role("combobox", "Asked for as").await;
        how.pick("Key").await;
        page.until_address("/skills?as=core").await;
        page.until_status("12 of 19 skills in 6 roles.").await;
        how.pick("Required").await;
        page.until_address("/skills?as=required").await;
        page.until_status("8 of 19 skills in 6 roles.").await;
        how.pick("Any").await;
        page.until_address("/skills").await;
        page.until_status("19 skills in 6 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn chosen_roles_are_the_columns_and_their_skills_the_rows() {
    visit("/skills", async |page| {
        page.css(".role-choice summary").await.click().await;
        page.by_role("checkbox", "AI Developer").await.choose().await;
        page.until_address("/skills?roles=ai-developer").await;
        page.until_status("4 of 19 skills in 1 of 6 roles.").await;
        page.by_role("checkbox", "Team Leader").await.choose().await;
        page.until_address("/skills?roles=ai-developer,team-leader").await;
        page.until_status("7 of 19 skills in 2 of 6 roles.").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(
            page.names_in(&table, "columnheader").await,
            ["Skill", "AI Developer", "Team Leader"]
        );
        page.by_role("checkbox", "Only what differs").await.choose().await;
        page.until_address("/skills?roles=ai-developer,team-leader&only=differences").await;
        // A press elsewhere has closed the list; Escape does so, too.
        page.until_gone("checkbox", "AI Developer").await;
        page.css(".role-choice summary").await.click().await;
        page.by_role("checkbox", "AI Developer").await.choose().await;
        page.until_address("/skills?roles=team-leader&only=differences").await;
        page.press(Key::Escape).await;
        page.until_gone("checkbox", "AI Developer").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_back_forward_and_a_shared_link_give_the_same_view() {
    visit("/skills", async |page| {
        let plain = view(page).await;
        page.by_role("searchbox", "Filter skills").await.type_text("str").await;
        page.until_address("/skills?q=str").await;
        let how = page.by_role("combobox", "Asked for as").await;
        how.pick("Key").await;
        page.until_address("/skills?q=str&as=core").await;
        let narrow = view(page).await;
        assert_ne!(plain, narrow);
        page.reload().await;
        assert_eq!(view(page).await, narrow, "after a reload");
        page.back().await;
        page.until_address("/skills?q=str").await;
        page.forward().await;
        page.until_address("/skills?q=str&as=core").await;
        page.until_status("3 of 19 skills").await;
        assert_eq!(view(page).await, narrow, "after Back and Forward");
        page.by_role("button", "Clear all").await.click().await;
        page.until_address("/skills").await;
        assert_eq!(view(page).await, plain, "after Clear all");
        page.open("/skills?as=core&q=str&gclid=1").await;
        assert_eq!(view(page).await, narrow, "by a shared link");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_role_in_the_address_is_named_and_passed_over() {
    visit("/skills?roles=juggler&category=circus", async |page| {
        page.until_text("nothing with the id circus, juggler").await;
        page.until_status("19 skills in 6 roles.").await;
    })
    .await;
}

/// The names of the skills in the rows that are shown.
async fn skills(page: &Page) -> Vec<String> {
    let shown = "return [...document.querySelectorAll('.skill-matrix tbody tr:not(.group) th a')]
        .filter((link) => link.checkVisibility()).map((link) => link.innerText)";
    serde_json::from_value(page.run(shown).await).unwrap()
}

/// All one can see in the content, and what stands in the fields.
async fn view(page: &Page) -> Value {
    page.run(
        "return document.querySelector('main').innerText +
            [...document.querySelectorAll('main :is(input, select)')]
                .map((field) => field.value + field.checked)",
    )
    .await
}
