//! What the matrix, the comparison and the search say about the visitor: their role's column and their ratings.

use crate::plan::rate;
use browser_tests::{Page, visit};
use serde_json::json;

/// Says on its page that this role is the visitor's.
async fn choose_role(page: &Page, id: &str) {
    page.open(&format!("/roles/{id}")).await;
    page.by_role("button", "This is my role").await.click().await;
    page.by_css(".role-position strong").await;
}

/// Whether the column with this name and all of its cells have a frame, and no other has.
const IS_FRAMED: &str = "
    const table = document.querySelector('.skill-matrix');
    const heads = [...table.querySelectorAll('thead tr:last-child th')];
    const own = heads.findIndex((head) => head.ariaLabel?.endsWith(', your role'));
    const frame = (cell) => parseFloat(getComputedStyle(cell, '::after').borderInlineStartWidth) || 0;
    const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
    return own > 0 && rows.every(({ cells }) => [...cells].every((cell, at) => (frame(cell) > 0) === (at === own)))";

#[tokio::test]
async fn the_column_of_your_role_is_marked_in_words_and_with_a_frame() {
    visit("/skills", async |page| {
        page.by_role("columnheader", "Team Leader").await;
        choose_role(page, "team-leader").await;
        page.open("/skills").await;
        let head = page.by_role("columnheader", "Team Leader, your role").await;
        assert!(head.text().await.contains("Your role"));
        page.assert_true("the column is framed", IS_FRAMED).await;
        page.assert_accessible().await;
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        page.send_cdp("Emulation.setEmulatedMedia", forced).await;
        page.assert_true("the frame stays in forced colours", IS_FRAMED).await;
    })
    .await;
}

#[tokio::test]
async fn your_ratings_are_a_column_of_the_matrix_and_part_of_its_address() {
    visit("/plan?to=team-leader", async |page| {
        rate(page, "Python", "Learning").await;
        page.wait_for_status("Saved").await;
        page.click_main_link("Skills").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "columnheader").await.len(), 7);
        page.by_role("checkbox", "My ratings").await.click_label().await;
        page.wait_for_url("/skills?show=ratings").await;
        page.by_role("columnheader", "You: your own ratings").await;
        let first = "
            const row = [...document.querySelectorAll('.skill-matrix tbody tr')].find((row) => row.innerText.startsWith('Python'));
            return [row.cells.length, row.cells[1].innerText, row.cells[2].innerText]";
        assert_eq!(page.execute(first).await, json!([8, "Learning", "Key"]));
        page.assert_accessible().await;
        page.set_width(390).await;
        page.assert_true(
            "the list on a phone has it, too",
            "return [...document.querySelectorAll('.own-ratings')].some((cell) => cell.innerText.replace(/\\s+/g, ' ') === 'You Learning')",
        )
        .await;
        page.assert_accessible().await;
        page.reload().await;
        page.wait_for_text("Learning").await;
        // It is not a filter.
        page.wait_until_gone("button", "Clear filters").await;
        page.back().await;
        page.wait_for_url("/skills").await;
        page.wait_until_gone("columnheader", "You: your own ratings").await;
    })
    .await;
}

#[tokio::test]
async fn without_ratings_the_matrix_says_where_to_give_them() {
    visit("/skills?show=ratings", async |page| {
        page.wait_for_text("You haven’t rated any skills yet.").await;
        page.assert_accessible().await;
        page.by_role("link", "Rate your skills").await.click().await;
        page.wait_for_url("/plan").await;
    })
    .await;
}

#[tokio::test]
async fn ratings_assumed_from_your_role_are_marked() {
    visit("/roles/team-leader", async |page| {
        choose_role(page, "team-leader").await;
        page.open("/skills?show=ratings").await;
        page.wait_for_text("Ratings marked “assumed” come from your role.").await;
        let python = "
            const row = [...document.querySelectorAll('.skill-matrix tbody tr')].find((row) => row.innerText.startsWith('Python'));
            return row.cells[1].innerText";
        assert_eq!(page.execute(python).await, json!("Have it, assumed"));
        page.assert_accessible().await;
        page.by_role("link", "Rate your skills").await.click().await;
        rate(page, "Python", "Learning").await;
        page.wait_for_status("Saved").await;
        page.click_main_link("Skills").await;
        page.by_role("checkbox", "My ratings").await.click_label().await;
        page.wait_until("the rating counts", &format!("return (() => {{{python}}})() === 'Learning'")).await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_the_cells_of_your_role_say_so() {
    visit("/roles/team-leader", async |page| {
        choose_role(page, "team-leader").await;
        page.set_width(390).await;
        page.open("/skills").await;
        page.wait_until(
            "the cells of the role are marked",
            "const cells = [...document.querySelectorAll('td[data-own]:not([data-not-required])')];
             // Firefox computes no value for `attr()`.
             const before = (cell) => getComputedStyle(cell, '::before').content.replace('attr(data-own)', cell.dataset.own);
             return cells.length > 3 && cells.every((cell) => before(cell).includes('Your role'))",
        )
        .await;
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn the_comparison_and_the_search_say_how_roles_stand_to_yours() {
    visit("/roles/team-leader", async |page| {
        choose_role(page, "team-leader").await;
        page.open("/compare?from=team-leader&to=vp-of-ai").await;
        let table = page.by_role("table", "The two roles").await;
        page.by_role_in(&table, "cell", "Rung 2 of 6 · your role").await;
        page.by_role_in(&table, "cell", "Rung 4 of 6 · two steps above you").await;
        page.assert_accessible().await;
        page.type_text("/").await;
        page.wait_for_focus("combobox", "Search").await;
        page.type_text("director").await;
        page.by_css("[role=option]").await;
        let found = page.names("option").await;
        assert!(found.iter().any(|name| name.ends_with("three steps above you")), "{found:?}");
    })
    .await;
}
