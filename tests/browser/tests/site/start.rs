//! The start of the program, and what a visitor has where it fails: a sentence, and the content.

use browser_tests::{Page, on_empty_page};

/// Opens a role's page where the program cannot start; it has to say so and stay readable.
async fn stays_readable(page: &Page, sentence: &str) {
    page.open_without_waiting("/roles/cto").await;
    page.until_text(sentence).await;
    assert_eq!(page.css("#trouble").await.role().await, "alert");
    page.by_role("heading", "Responsibilities").await;
    // A link works as a link.
    let main = page.by_role("navigation", "Main").await;
    page.by_role_in(&main, "link", "Skills").await.click().await;
    page.until_address("/skills").await;
    page.until_text(sentence).await;
    page.by_role("table", "Skills matrix").await;
}

#[tokio::test]
async fn a_browser_without_webassembly_shows_a_sentence_and_the_content() {
    on_empty_page(async |page| {
        page.before_every_page("delete globalThis.WebAssembly").await;
        stays_readable(page, "Your browser doesn’t support WebAssembly").await;
        assert!(page.console_errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_program_that_does_not_arrive_leaves_the_content() {
    on_empty_page(async |page| {
        page.block("*.wasm").await;
        stays_readable(page, "Part of this page didn’t load").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_that_does_not_arrive_leaves_the_content_where_another_ladder_was_to_come() {
    on_empty_page(async |page| {
        page.block("*/split_matrix-*.wasm").await;
        page.allow_in_console("split_matrix");
        page.open_without_waiting("/?ladder=ai-careers").await;
        page.until_text("Part of this page didn’t load").await;
        page.by_role("heading", "Career Progression for AI Developers").await;
    })
    .await;
}

#[tokio::test]
async fn a_script_that_does_not_arrive_leaves_the_content() {
    on_empty_page(async |page| {
        page.block("*/career-ladder-*.js").await;
        stays_readable(page, "Part of this page didn’t load").await;
    })
    .await;
}

#[tokio::test]
async fn a_program_that_is_damaged_leaves_the_content() {
    on_empty_page(async |page| {
        let damaged = "WebAssembly.instantiateStreaming = WebAssembly.instantiate =
            async () => { throw new WebAssembly.CompileError('on purpose') }";
        page.before_every_page(damaged).await;
        stays_readable(page, "The page couldn’t start").await;
    })
    .await;
}
