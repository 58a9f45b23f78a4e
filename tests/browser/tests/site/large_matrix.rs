//! `/skills` of a large ladder: a grid of which what is in view is drawn.

use browser_tests::{Key, Page, visit};
use large_ladder::{Size, large_ladder};
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most nodes that the matrix may be made of.
const MOST_NODES: u64 = 1_500;

/// Steps on the matrix of a ladder of this size, opened from a file.
async fn on_matrix_of(size: Size, steps: impl AsyncFnOnce(&Page)) {
    // A file a test, because each removes its own.
    static FILES: AtomicUsize = AtomicUsize::new(0);
    let nth = FILES.fetch_add(1, Ordering::Relaxed);
    let name = format!("large-{}-{nth}.json", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, large_ladder(size)).unwrap();
    visit("/open", async |page| {
        let field = page.css("input[type=file]").await;
        field.type_text(file.to_string_lossy().into_owned()).await;
        page.by_role("heading", "A large catalogue").await;
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.by_role("grid", "Skills matrix").await;
        page.until("rows are drawn", "return document.querySelectorAll('.grid-row').length > 9")
            .await;
        steps(page).await;
    })
    .await;
    let _ = std::fs::remove_file(file);
}

const SQUARE: Size = Size { roles: 300, skills: 1_000, asked: 43 };

/// How many nodes of any kind the grid is made of.
async fn nodes(page: &Page) -> u64 {
    let count = "const walk = document.createTreeWalker(document.querySelector('.virtual-grid'));
        let count = 1; while (walk.nextNode()) count += 1; return count";
    page.run(count).await.as_u64().unwrap()
}

/// Scrolls the grid, and waits until what is there is drawn.
async fn scroll(page: &Page, down: u32, on: u32) {
    let script = format!(
        "const grid = document.querySelector('.virtual-grid'); grid.scrollTo({on}, {down});
         return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
    );
    page.run(&script).await;
}

/// The row and column, counted from 1, of the cell that has the focus.
async fn focused(page: &Page) -> Value {
    page.run(
        "const cell = document.activeElement;
         return [cell.closest('[role=row]')?.ariaRowIndex, cell.ariaColIndex].map(Number)",
    )
    .await
}

#[tokio::test]
async fn few_nodes_are_drawn_at_any_size_wherever_one_scrolls() {
    on_matrix_of(Size::CATALOGUE, async |page| {
        page.until_status("13900 skills in 3000 roles.").await;
        for (down, on) in [(0, 0), (300_000, 9_000), (999_999, 999_999), (120, 70)] {
            scroll(page, down, on).await;
            let count = nodes(page).await;
            assert!(count <= MOST_NODES, "{count} nodes at {down}, {on}");
        }
        let grid = page.css(".virtual-grid").await;
        // A row a skill, a category each, and the headers.
        assert_eq!(grid.attribute("aria-rowcount").await.as_deref(), Some("13925"));
        assert_eq!(grid.attribute("aria-colcount").await.as_deref(), Some("3001"));
    })
    .await;
}

#[tokio::test]
async fn keys_lead_cell_by_cell_and_the_focus_survives_scrolling() {
    on_matrix_of(SQUARE, async |page| {
        page.run("document.querySelector('.virtual-grid [tabindex=\"0\"]').focus()").await;
        assert_eq!(focused(page).await, serde_json::json!([2, 1]));
        for (key, place) in [
            (Key::Down, [3, 1]),
            (Key::Right, [3, 2]),
            // The heading over the rows is one cell, whatever the column.
            (Key::Up, [2, 1]),
            (Key::Down, [3, 2]),
            (Key::End, [3, 301]),
            (Key::Home, [3, 1]),
            (Key::Up, [2, 1]),
            (Key::Up, [1, 1]),
        ] {
            page.press(key).await;
            assert_eq!(focused(page).await, serde_json::json!(place));
        }
        page.focused().await.type_text(Key::Control + Key::End).await;
        let rows = page.css(".virtual-grid").await.attribute("aria-rowcount").await.unwrap();
        assert_eq!(focused(page).await, serde_json::json!([rows.parse::<u32>().unwrap(), 301]));
        // Scrolled away it still has the focus, and the next key leads on from it.
        scroll(page, 0, 0).await;
        page.press(Key::Left).await;
        assert_eq!(focused(page).await, serde_json::json!([rows.parse::<u32>().unwrap(), 300]));
        page.assert_that(
            "it is in view",
            "const cell = document.activeElement.getBoundingClientRect();
             const grid = document.querySelector('.virtual-grid').getBoundingClientRect();
             return cell.bottom <= grid.bottom + 1 && cell.right <= grid.right + 1",
        )
        .await;
        page.press(Key::Home).await;
        page.press(Key::Enter).await;
        page.until("its skill is opened", "return location.pathname.startsWith('/skills/')").await;
    })
    .await;
}

#[tokio::test]
async fn the_headers_stay_and_the_filter_shows_its_rows_from_the_first_on() {
    on_matrix_of(SQUARE, async |page| {
        scroll(page, 20_000, 9_000).await;
        page.assert_that(
            "the headers of what is in view are in view, in the order of the document",
            "const seen = (cell) => {
                 const { left, top, width, height } = cell.getBoundingClientRect();
                 return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2));
             };
             document.querySelector('.virtual-grid').scrollIntoView({ block: 'center' });
             const shown = (selector) => [...document.querySelectorAll(selector)];
             const rows = shown('.grid-row:not([hidden])');
             const indexes = rows.map((row) => Number(row.ariaRowIndex));
             return shown('.row-head').filter(seen).length > 4
                 && shown('.column-head:not([hidden])').filter(seen).length > 2
                 && seen(document.querySelector('.grid-corner'))
                 && indexes.every((index, at) => at === 0 || index > indexes[at - 1])
                 && indexes[0] > 400",
        )
        .await;
        page.by_role("searchbox", "Filter skills").await.type_text("market 1").await;
        page.until_status(" of 1000 skills in 300 roles.").await;
        page.until(
            "each row has the words",
            "const links = [...document.querySelectorAll('.grid-row:not([hidden]) .row-head a[href]')];
             const shown = links.filter((link) => link.checkVisibility());
             return document.querySelector('.virtual-grid').scrollTop === 0 && shown.length > 5",
        )
        .await;
        page.by_role("searchbox", "Filter skills").await.type_text(" zzz").await;
        page.until_status("No skills match these filters.").await;
        page.until_gone("grid", "Skills matrix").await;
        page.by_role("button", "Clear all").await.click().await;
        page.until_status("1000 skills in 300 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn roles_are_found_by_typing_and_become_the_columns() {
    on_matrix_of(SQUARE, async |page| {
        let field = page.by_role("combobox", "Roles").await;
        field.type_text("7").await;
        field.press(Key::Down).await;
        field.press(Key::Enter).await;
        page.until_status("43 of 1000 skills in 1 of 300 roles.").await;
        let grid = page.css(".virtual-grid").await;
        assert_eq!(grid.attribute("aria-colcount").await.as_deref(), Some("2"));
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_it_is_a_list_of_skills_and_how_many_roles_ask_for_each() {
    on_matrix_of(SQUARE, async |page| {
        page.set_width(390).await;
        page.until(
            "each row says how roles stand to its skill",
            "const rows = [...document.querySelectorAll('.grid-row:not([hidden], [data-heading])')];
             return rows.length > 5 && rows.every((row) => /\\d+ roles?: /.test(row.innerText))",
        )
        .await;
        page.assert_that(
            "nothing of it is beyond the edge",
            "return [...document.querySelectorAll('.grid-row *')]
                 .every((part) => part.getBoundingClientRect().right <= 390)",
        )
        .await;
        assert!(nodes(page).await <= MOST_NODES);
    })
    .await;
}

#[tokio::test]
async fn back_leads_to_the_same_place_and_a_link_to_the_first() {
    on_matrix_of(SQUARE, async |page| {
        scroll(page, 9_000, 1_200).await;
        page.run("document.querySelector('.grid-row:not([hidden]) .row-head a[href]').click()")
            .await;
        page.until("a skill is shown", "return document.querySelector('.skill-page') !== null")
            .await;
        page.back().await;
        page.until(
            "the grid is where it was",
            "const { scrollTop, scrollLeft } = document.querySelector('.virtual-grid') ?? {};
             return scrollTop === 9000 && scrollLeft === 1200
                 && Number(document.querySelector('.grid-row:not([hidden])').ariaRowIndex) > 150",
        )
        .await;

        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Ladder").await.click().await;
        page.by_role("heading", "A large catalogue").await;
        page.by_role_in(&page.by_role("navigation", "Main").await, "link", "Skills")
            .await
            .click()
            .await;
        page.until(
            "a link begins at the top",
            "return document.querySelector('.virtual-grid')?.scrollTop === 0",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn on_paper_it_says_where_the_whole_table_is() {
    on_matrix_of(SQUARE, async |page| {
        page.on_paper().await;
        page.until_text("downloaded whole as CSV").await;
        page.until_gone("grid", "Skills matrix").await;
        assert_eq!(page.sheets().await, 1);
    })
    .await;
}
