//! Opening another ladder of the site, and returning to the default one.

use browser_tests::{Corruption, Page, visit, with_page};
use serde_json::json;

const DEFAULT: &str = "Career Progression for AI Developers";
const OTHER: &str = "Careers in AI: Building and Leading";

/// Waits until the other ladder and its banner are shown.
async fn wait_for_other(page: &Page) {
    page.by_role("heading", OTHER).await;
    page.by_role("complementary", "Open ladder").await;
}

#[tokio::test]
async fn a_ladder_opened_from_the_menu_stays_open_on_links() {
    visit("/", async |page| {
        page.by_css(".ladders-menu summary").await.click().await;
        page.by_role("link", OTHER).await.click().await;
        wait_for_other(page).await;
        page.wait_for_url("/?ladder=ai-careers").await;
        page.assert_accessible().await;

        page.click_main_link("Skills").await;
        page.wait_for_url("/skills?ladder=ai-careers").await;
        page.by_role("complementary", "Open ladder").await;

        page.by_role("link", &format!("Back to {DEFAULT}")).await.click().await;
        page.wait_for_url("/").await;
        page.wait_until_gone("complementary", "Open ladder").await;
        page.by_role("heading", DEFAULT).await;
        // The other ladder is still in memory.
        page.back().await;
        page.wait_for_url("/skills?ladder=ai-careers").await;
        page.by_role("complementary", "Open ladder").await;
        assert!(page.external_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_url_opens_its_ladder_and_back_returns_to_the_previous_one() {
    visit("/", async |page| {
        // A static host has no files for the pages of other ladders.
        page.allow_console_errors("status of 404");
        page.open("/roles/staff?ladder=ai-careers").await;
        page.by_role("heading", "Staff AI Engineer").await;
        page.wait_for_title(&format!("Staff AI Engineer · {OTHER}")).await;
        page.back().await;
        page.wait_for_url("/").await;
        page.by_role("heading", DEFAULT).await;
    })
    .await;
}

/// Records each heading that is shown, and makes timeouts a hundred times longer, for busy machines.
const RECORD_HEADINGS: &str = "
    globalThis.headings = new Set();
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (act, pause = 0) => setTimeout(act, pause && pause * 100);
    new MutationObserver(() => {
        const heading = document.querySelector('main :is(h1, h2)');
        const { opening } = document.documentElement.dataset;
        if (heading && opening === undefined) headings.add(heading.textContent);
    }).observe(document, { childList: true, subtree: true, attributes: true });";

#[tokio::test]
async fn no_other_heading_is_shown_before_a_ladder_that_loads_quickly() {
    with_page(async |page| {
        page.add_init_script(RECORD_HEADINGS).await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        wait_for_other(page).await;
        let headings = page.execute("return [...headings]").await;
        // The prerendered page is parsed before the script that hides it runs.
        let shown = headings.as_array().unwrap().iter().filter(|heading| **heading != DEFAULT);
        assert_eq!(shown.collect::<Vec<_>>(), [OTHER]);
    })
    .await;
}

#[tokio::test]
async fn focus_on_the_prerendered_page_moves_to_the_heading_of_the_opened_ladder() {
    with_page(async |page| {
        let focus =
            "addEventListener('DOMContentLoaded', () => document.querySelector('nav a').focus())";
        page.add_init_script(focus).await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        page.wait_for_focus("heading", OTHER).await;
    })
    .await;
}

#[tokio::test]
async fn a_ladder_that_loads_slowly_shows_its_progress_and_can_be_cancelled() {
    with_page(async |page| {
        page.add_init_script("Worker.prototype.postMessage = () => {}").await;
        page.open_without_waiting("/skills?ladder=ai-careers").await;
        page.by_role("progressbar", "Progress").await;
        let is_settled =
            "return document.querySelector('.load-status').getAnimations().length === 0";
        page.wait_until("the progress is fully visible", is_settled).await;
        page.assert_accessible().await;
        page.by_role("button", "Cancel").await.click().await;
        page.wait_for_status("Cancelled. Nothing has changed.").await;
        page.by_role("link", &format!("Back to {DEFAULT}")).await.click().await;
        page.by_role("heading", DEFAULT).await;
    })
    .await;
}

#[tokio::test]
async fn the_default_ladder_can_be_named_in_the_url() {
    visit("/?ladder=ai-developer", async |page| {
        page.by_role("heading", DEFAULT).await;
        assert!(page.requests().await.iter().all(|url| !url.ends_with(".json")));
    })
    .await;
}

#[tokio::test]
async fn an_unknown_ladder_name_shows_an_error_and_keeps_the_ladder() {
    visit("/?ladder=ai-careerz", async |page| {
        page.wait_for_status("There’s no ladder with that name on this site.").await;
        page.by_role("heading", "Couldn’t open this ladder").await;
        page.assert_accessible().await;
        page.by_role("link", &format!("Back to {DEFAULT}")).await.click().await;
        page.wait_for_url("/").await;
        page.by_role("heading", DEFAULT).await;
    })
    .await;
}

#[tokio::test]
async fn a_corrupted_reader_is_not_run() {
    visit("/open", async |page| {
        // Two errors: from the integrity check, and from the code that loads the reader.
        page.allow_console_errors("digest");
        page.allow_console_errors("integrity attribute");
        page.allow_console_errors("SRI's integrity checks failed");
        page.server().corrupt("/reader-*.wasm", Corruption::Normal);
        page.by_role("link", OTHER).await.click().await;
        page.wait_for_status("The ladder reader didn’t start.").await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_that_fails_to_load_shows_an_error() {
    visit("/open", async |page| {
        page.allow_console_errors(".gone");
        // Trusted Types block a URL that the build did not write.
        page.allow_console_errors("TrustedScriptURL");
        page.add_init_script(
            "globalThis.Worker = class extends Worker {
                constructor(address, options) { super(`${address}.gone`, options) }
            }",
        )
        .await;
        page.open("/open").await;
        page.by_role("link", OTHER).await.click().await;
        page.wait_for_status("The ladder reader didn’t start.").await;
        page.by_role("button", "Try again").await;
        // The same when the URL names a ladder, where the reader starts before the app.
        page.open("/?ladder=ai-careers").await;
        page.wait_for_status("The ladder reader didn’t start.").await;
    })
    .await;
}

#[tokio::test]
async fn the_prerendered_ladder_is_hidden_while_a_url_opens_another() {
    with_page(async |page| {
        // In the first frame.
        page.add_init_script(
            "const check = () => {
                const parts = [...document.querySelectorAll('main, footer')];
                if (parts.length === 0) return requestAnimationFrame(check);
                window.firstFrame = parts.map((part) => [part.textContent.length > 0, getComputedStyle(part).display]);
            };
            requestAnimationFrame(check)",
        )
        .await;
        page.throttle_network(50, 500_000).await;
        page.open("/?ladder=ai-careers").await;
        page.by_role("heading", OTHER).await;
        let hidden = json!([[true, "none"], [true, "none"]]);
        assert_eq!(page.execute("return window.firstFrame").await, hidden, "present, but hidden");
    })
    .await;
}

#[tokio::test]
async fn the_prerendered_ladder_is_shown_if_the_app_fails_to_load() {
    with_page(async |page| {
        page.allow_console_errors("");
        page.block_requests("*.wasm").await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        assert!(page.by_role("alert", "").await.text().await.starts_with("Part of this page"));
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
    })
    .await;
}
