//! If the app cannot start, the page shows a message and stays readable.

use browser_tests::{Page, with_page};

/// Opens a role and asserts that the page shows a message, stays readable, and that its links work.
async fn expect_readable_page(page: &Page, message: &str) {
    page.open_without_waiting("/roles/cto").await;
    page.wait_for_text(message).await;
    assert_eq!(page.by_css("#trouble").await.role().await, "alert");
    page.by_role("heading", "Responsibilities").await;
    page.click_main_link("Skills").await;
    page.wait_for_url("/skills/").await;
    page.wait_for_text(message).await;
    page.by_role("table", "Skills matrix").await;
}

#[tokio::test]
async fn a_browser_without_webassembly_shows_a_message() {
    with_page(async |page| {
        page.add_init_script("delete globalThis.WebAssembly").await;
        expect_readable_page(page, "Your browser doesn’t support WebAssembly").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_missing_wasm_file_shows_a_message() {
    with_page(async |page| {
        page.block_requests("*.wasm").await;
        expect_readable_page(page, "Part of this page didn’t load").await;
    })
    .await;
}

#[tokio::test]
async fn a_missing_chunk_shows_a_message_and_the_default_ladder_instead_of_another() {
    with_page(async |page| {
        page.block_requests("*/split_matrix-*.wasm").await;
        page.allow_console_errors("split_matrix");
        page.open_without_waiting("/?ladder=ai-careers").await;
        page.wait_for_text("Part of this page didn’t load").await;
        page.by_role("heading", "Career Progression for AI Developers").await;
    })
    .await;
}

#[tokio::test]
async fn a_missing_script_shows_a_message() {
    with_page(async |page| {
        page.block_requests("*/app-*.js").await;
        expect_readable_page(page, "Part of this page didn’t load").await;
    })
    .await;
}

#[tokio::test]
async fn a_wasm_file_that_does_not_compile_shows_a_message() {
    with_page(async |page| {
        let fail = "const { WebAssembly } = globalThis;
            WebAssembly.instantiateStreaming = WebAssembly.instantiate =
            async () => { throw new WebAssembly.CompileError('on purpose') }";
        page.add_init_script(fail).await;
        expect_readable_page(page, "The page couldn’t start").await;
    })
    .await;
}

#[tokio::test]
async fn a_missing_style_sheet_shows_a_message() {
    with_page(async |page| {
        page.block_requests("*.css").await;
        page.open_without_waiting("/roles/cto").await;
        page.wait_for_text("Part of the page’s design didn’t load").await;
        page.by_role("heading", "Responsibilities").await;
    })
    .await;
}
