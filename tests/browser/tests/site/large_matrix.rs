//! `/skills` of a large ladder: a virtual grid.

use browser_tests::{Key, Page, visit};
use large_ladder::{Size, large_ladder};
use serde_json::Value;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The maximum number of DOM nodes in the matrix.
const MAX_NODES: u64 = 1_500;

/// Opens a ladder of this size from a file, and runs `test` on its matrix.
async fn visit_matrix(size: Size, test: impl AsyncFnOnce(&Page)) {
    // A file for each test, because each removes its own.
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("large-{}-{number}.json", std::process::id());
    let file = std::env::temp_dir().join(name);
    std::fs::write(&file, large_ladder(size)).unwrap();
    visit("/open", async |page| {
        page.choose_file(&file).await;
        page.by_role("heading", "A large catalogue").await;
        page.click_main_link("Skills").await;
        page.by_role("grid", "Skills matrix").await;
        page.wait_until(
            "the rows are rendered",
            "return document.querySelectorAll('.grid-row').length > 9",
        )
        .await;
        test(page).await;
    })
    .await;
    let _ = std::fs::remove_file(file);
}

const SQUARE: Size = Size { roles: 300, skills: 1_000, skills_per_role: 43 };

/// Returns the number of DOM nodes of the grid.
async fn count_nodes(page: &Page) -> u64 {
    let count = "const walk = document.createTreeWalker(document.querySelector('.virtual-grid'));
        let count = 1; while (walk.nextNode()) count += 1; return count";
    page.execute(count).await.as_u64().unwrap()
}

/// Scrolls the grid, and waits until the visible part is rendered.
async fn scroll_to(page: &Page, top: u32, left: u32) {
    let script = format!(
        "const grid = document.querySelector('.virtual-grid'); grid.scrollTo({left}, {top});
         return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
    );
    page.execute(&script).await;
}

/// Returns row and column of the focused cell, counted from 1.
async fn focused_cell(page: &Page) -> Value {
    page.execute(
        "const cell = document.activeElement;
         return [cell.closest('[role=row]')?.ariaRowIndex, cell.ariaColIndex].map(Number)",
    )
    .await
}

#[tokio::test]
async fn the_grid_stays_small_at_every_scroll_position() {
    visit_matrix(Size::CATALOGUE, async |page| {
        page.wait_for_status("13900 skills in 3000 roles.").await;
        for (top, left) in [(0, 0), (300_000, 9_000), (999_999, 999_999), (120, 70)] {
            scroll_to(page, top, left).await;
            let count = count_nodes(page).await;
            assert!(count <= MAX_NODES, "{count} nodes at {left}, {top}");
        }
        let grid = page.by_css(".virtual-grid").await;
        // A row for each skill, for each category, and for the header.
        assert_eq!(grid.attribute("aria-rowcount").await.as_deref(), Some("13925"));
        assert_eq!(grid.attribute("aria-colcount").await.as_deref(), Some("3001"));
    })
    .await;
}

#[tokio::test]
async fn keys_move_between_cells_and_the_focus_survives_scrolling() {
    visit_matrix(SQUARE, async |page| {
        page.execute("document.querySelector('.virtual-grid [tabindex=\"0\"]').focus()").await;
        assert_eq!(focused_cell(page).await, serde_json::json!([2, 1]));
        for (key, cell) in [
            (Key::Down, [3, 1]),
            (Key::Right, [3, 2]),
            // A category heading spans all columns.
            (Key::Up, [2, 1]),
            (Key::Down, [3, 2]),
            (Key::End, [3, 301]),
            (Key::Home, [3, 1]),
            (Key::Up, [2, 1]),
            (Key::Up, [1, 1]),
        ] {
            page.press(key).await;
            assert_eq!(focused_cell(page).await, serde_json::json!(cell));
        }
        page.focused().await.type_text(Key::Control + Key::End).await;
        let rows = page.by_css(".virtual-grid").await.attribute("aria-rowcount").await.unwrap();
        assert_eq!(
            focused_cell(page).await,
            serde_json::json!([rows.parse::<u32>().unwrap(), 301])
        );
        // Scrolled out of view, the cell keeps the focus, and the next key moves from there.
        scroll_to(page, 0, 0).await;
        page.press(Key::Left).await;
        assert_eq!(
            focused_cell(page).await,
            serde_json::json!([rows.parse::<u32>().unwrap(), 300])
        );
        page.assert_true(
            "the focused cell is in view",
            "const cell = document.activeElement.getBoundingClientRect();
             const grid = document.querySelector('.virtual-grid').getBoundingClientRect();
             return cell.bottom <= grid.bottom + 1 && cell.right <= grid.right + 1",
        )
        .await;
        page.press(Key::Home).await;
        page.press(Key::Enter).await;
        page.wait_until("the skill is opened", "return location.pathname.startsWith('/skills/')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn headers_stay_in_view_and_filtering_scrolls_to_the_top() {
    visit_matrix(SQUARE, async |page| {
        scroll_to(page, 20_000, 9_000).await;
        page.assert_true(
            "the headers are in view and the rows in document order",
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
        page.wait_for_status(" of 1000 skills in 300 roles.").await;
        page.wait_until(
            "the matching rows are shown from the top",
            "const links = [...document.querySelectorAll('.grid-row:not([hidden]) .row-head a[href]')];
             const shown = links.filter((link) => link.checkVisibility());
             return document.querySelector('.virtual-grid').scrollTop === 0 && shown.length > 5",
        )
        .await;
        page.by_role("searchbox", "Filter skills").await.type_text(" zzz").await;
        page.wait_for_status("No skills match these filters.").await;
        page.wait_until_gone("grid", "Skills matrix").await;
        page.by_role("button", "Clear filters").await.click().await;
        page.wait_for_status("1000 skills in 300 roles.").await;
    })
    .await;
}

#[tokio::test]
async fn typing_selects_the_roles_that_are_shown_as_columns() {
    visit_matrix(SQUARE, async |page| {
        let field = page.by_role("combobox", "Roles").await;
        field.type_text("7").await;
        field.press(Key::Down).await;
        field.press(Key::Enter).await;
        page.wait_for_status("43 of 1000 skills in 1 of 300 roles.").await;
        let grid = page.by_css(".virtual-grid").await;
        assert_eq!(grid.attribute("aria-colcount").await.as_deref(), Some("2"));
        page.assert_accessible().await;
    })
    .await;
}

#[tokio::test]
async fn on_a_phone_the_matrix_lists_skills_with_role_counts() {
    visit_matrix(SQUARE, async |page| {
        page.set_width(390).await;
        page.wait_until(
            "each row shows role counts",
            "const rows = [...document.querySelectorAll('.grid-row:not([hidden], [data-heading])')];
             return rows.length > 5 && rows.every((row) => /\\d+ roles?: /.test(row.innerText))",
        )
        .await;
        page.assert_true(
            "nothing overflows",
            "return [...document.querySelectorAll('.grid-row *')]
                 .every((part) => part.getBoundingClientRect().right <= 390)",
        )
        .await;
        assert!(count_nodes(page).await <= MAX_NODES);
    })
    .await;
}

/// The column headers are not shown there.
#[tokio::test]
async fn on_a_phone_the_first_cell_is_the_first_row() {
    visit_matrix(SQUARE, async |page| {
        page.set_width(390).await;
        page.execute("document.querySelector('.virtual-grid [tabindex=\"0\"]').focus()").await;
        page.focused().await.type_text(Key::Control + Key::End).await;
        page.focused().await.type_text(Key::Control + Key::Home).await;
        assert_eq!(focused_cell(page).await, serde_json::json!([2, 1]));
        page.assert_true(
            "the list is at its top",
            "return document.querySelector('.virtual-grid').scrollTop === 0",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_cut_off_is_shown_in_full_while_its_row_has_the_focus() {
    let mut ladder: Value = serde_json::from_str(&ladder_shapes::catalogue(300, 3)).unwrap();
    let name =
        "Knowing the lanterns of every harbour on the coast, and who looks after them at night";
    ladder["skills"][0]["name"] = name.into();
    visit("/", async |page| {
        let ladder = page.server().serve_document("/names.json", ladder.to_string());
        page.open_with_ladder(&ladder, "/skills").await;
        page.set_width(1280).await;
        let is_cut = "const link = [...document.querySelectorAll('.row-head a')].find((a) => a.textContent.startsWith('Knowing the lanterns'));
            return link.scrollHeight > link.clientHeight + 1";
        page.assert_true("the name is cut off", is_cut).await;
        page.by_role("link", name).await.focus().await;
        page.wait_until("all of the name is shown", &is_cut.replace("return ", "return !(").replace(" + 1", " + 1)")).await;
    })
    .await;
}

#[tokio::test]
async fn back_restores_the_scroll_position_and_a_link_starts_at_the_top() {
    visit_matrix(SQUARE, async |page| {
        scroll_to(page, 9_000, 1_200).await;
        page.execute("document.querySelector('.grid-row:not([hidden]) .row-head a[href]').click()")
            .await;
        page.wait_until(
            "a skill is shown",
            "return document.querySelector('.skill-page') !== null",
        )
        .await;
        page.back().await;
        page.wait_until(
            "the scroll position is restored",
            "const { scrollTop, scrollLeft } = document.querySelector('.virtual-grid') ?? {};
             return scrollTop === 9000 && scrollLeft === 1200
                 && Number(document.querySelector('.grid-row:not([hidden])').ariaRowIndex) > 150",
        )
        .await;

        page.click_main_link("Ladder").await;
        page.by_role("heading", "A large catalogue").await;
        page.click_main_link("Skills").await;
        page.wait_until(
            "the grid starts at the top",
            "return document.querySelector('.virtual-grid')?.scrollTop === 0",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn your_role_and_ratings_are_columns_of_the_grid_and_lines_of_the_list() {
    visit_matrix(SQUARE, async |page| {
        scroll_to(page, 4_000, 0).await;
        page.execute("document.querySelector('.column-head:not([hidden]) a[href]').click()").await;
        page.by_role("button", "This is my role").await.click().await;
        page.by_css(".role-position strong").await;
        let title = page.by_css("h1").await.text().await;
        page.back().await;
        page.wait_until(
            "the column is marked, and the position stays",
            "const head = document.querySelector('.column-head[data-own]:not([hidden])');
             const own = document.querySelectorAll(`.grid-cell[data-own][aria-colindex='${head?.ariaColIndex}']`);
             return head?.innerText.includes('Your role') && own.length > 5
                 && document.querySelectorAll('.column-head[data-own]').length === 1
                 && document.querySelector('.virtual-grid').scrollTop === 4000",
        )
        .await;
        page.by_role("checkbox", "My ratings").await.click_label().await;
        page.wait_until(
            "the first column is for ratings",
            "const heads = [...document.querySelectorAll('.column-head:not([hidden])')];
             heads.sort((a, b) => a.ariaColIndex - b.ariaColIndex);
             return heads[0].innerText.trim() === 'You' && heads[1].matches('[data-own]')
                 && document.querySelector('.virtual-grid').ariaColCount === '302'",
        )
        .await;
        page.assert_accessible().await;
        let field = page.by_role("combobox", "Roles").await;
        field.type_text(title.as_str()).await;
        field.press(Key::Down).await;
        field.press(Key::Enter).await;
        page.wait_for_status("43 of 1000 skills in 1 of 300 roles.").await;
        page.set_width(390).await;
        page.wait_until(
            "the list says it of every skill of the role",
            "const cells = [...document.querySelectorAll('.grid-row:not([hidden], [data-heading]) .grid-cell:not([hidden])')];
             return cells.length > 5 && cells.every((cell) => cell.innerText.startsWith('Your role: '))",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn printing_shows_a_note_about_the_csv_download_instead() {
    visit_matrix(SQUARE, async |page| {
        page.emulate_print().await;
        page.wait_for_text("too big to print").await;
        page.wait_until_gone("grid", "Skills matrix").await;
        assert_eq!(page.printed_sheets().await, 1);
    })
    .await;
}

/// Whether the focused cell is in the window, and nothing stands over its middle.
const IS_FOCUS_SEEN: &str = "
    const cell = document.activeElement;
    const { left, top, width, height } = cell.getBoundingClientRect();
    return top >= 0 && top + height <= innerHeight + 1
        && cell.contains(document.elementFromPoint(left + width / 2, top + height / 2))";

#[tokio::test]
async fn the_focused_cell_is_in_the_window() {
    visit_matrix(SQUARE, async |page| {
        page.set_viewport(1440, 500).await;
        page.execute("scrollTo(0, 0)").await;
        let focus = "document.querySelector('.virtual-grid [tabindex=\"0\"]').focus({ preventScroll: true })";
        page.execute(focus).await;
        for _ in 0..15 {
            page.press(Key::Down).await;
            page.assert_true("the focused cell is seen", IS_FOCUS_SEEN).await;
        }
        page.execute("scrollTo(0, document.body.scrollHeight)").await;
        page.focused().await.type_text(Key::Control + Key::Home).await;
        page.assert_true("the focused cell is seen", IS_FOCUS_SEEN).await;
    })
    .await;
}
