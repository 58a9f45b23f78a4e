//! Opening another ladder that comes with the site, and the way back.

use browser_tests::{Page, on_empty_page, visit};
use serde_json::json;

const OWN: &str = "Career Progression for AI Developers";
const OTHER: &str = "Careers in AI: Building and Leading";

/// Waits until a page of the other ladder is shown, with its banner.
async fn other_is_open(page: &Page) {
    page.by_role("heading", OTHER).await;
    page.by_role("complementary", "Open ladder").await;
}

#[tokio::test]
async fn a_ladder_of_the_site_is_opened_from_the_menu_and_stays_open_on_links() {
    visit("/", async |page| {
        page.css(".ladders-menu summary").await.click().await;
        page.by_role("link", OTHER).await.click().await;
        other_is_open(page).await;
        page.until_address("/?ladder=ai-careers").await;
        page.assert_accessible().await;

        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address("/skills?ladder=ai-careers").await;
        page.by_role("complementary", "Open ladder").await;

        page.by_role("link", &format!("Back to {OWN}")).await.click().await;
        page.until_address("/").await;
        page.until_gone("complementary", "Open ladder").await;
        page.by_role("heading", OWN).await;
        // The other one was read in the visit already; back is at once.
        page.back().await;
        page.until_address("/skills?ladder=ai-careers").await;
        page.by_role("complementary", "Open ladder").await;
        assert!(page.foreign_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_address_opens_its_ladder_and_back_leads_to_the_one_before() {
    visit("/", async |page| {
        // A host of files has no page of its own for a role of another ladder.
        page.allow_in_console("status of 404");
        page.open("/roles/staff?ladder=ai-careers").await;
        page.by_role("heading", "Staff AI Engineer").await;
        page.until_title(&format!("Staff AI Engineer · {OTHER}")).await;
        page.back().await;
        page.until_address("/").await;
        page.by_role("heading", OWN).await;
    })
    .await;
}

/// Notes each heading that the program draws, and makes its patience last, whatever else the machine does.
const WATCH: &str = "
    globalThis.headings = new Set();
    const { setTimeout } = globalThis;
    globalThis.setTimeout = (act, pause = 0) => setTimeout(act, pause && pause * 100);
    new MutationObserver(() => {
        const heading = document.querySelector('main :is(h1, h2)');
        const { opening } = document.documentElement.dataset;
        if (heading && opening === undefined) headings.add(heading.textContent);
    }).observe(document, { childList: true, subtree: true, attributes: true });";

#[tokio::test]
async fn a_ladder_that_comes_soon_is_the_first_that_is_drawn() {
    on_empty_page(async |page| {
        page.before_every_page(WATCH).await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        other_is_open(page).await;
        let headings = page.run("return [...headings]").await;
        // The delivered page is there before the first script is, which says that it is not to be shown.
        let drawn = headings.as_array().unwrap().iter().filter(|heading| **heading != OWN);
        assert_eq!(drawn.collect::<Vec<_>>(), [OTHER]);
    })
    .await;
}

#[tokio::test]
async fn who_has_moved_on_to_a_link_of_the_delivered_page_is_at_the_heading_of_the_new_one() {
    on_empty_page(async |page| {
        let focus =
            "addEventListener('DOMContentLoaded', () => document.querySelector('nav a').focus())";
        page.before_every_page(focus).await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        page.until_focused("heading", OTHER).await;
    })
    .await;
}

#[tokio::test]
async fn a_ladder_that_does_not_come_soon_shows_how_far_it_is() {
    on_empty_page(async |page| {
        page.before_every_page("Worker.prototype.postMessage = () => {}").await;
        page.open_without_waiting("/skills?ladder=ai-careers").await;
        page.by_role("progressbar", "Progress").await;
        let appeared = "return document.querySelector('.attempt').getAnimations().length === 0";
        page.until("the progress has appeared", appeared).await;
        page.assert_accessible().await;
        page.by_role("button", "Cancel").await.click().await;
        page.until_status("You stopped it").await;
        page.by_role("link", &format!("Back to {OWN}")).await.click().await;
        page.by_role("heading", OWN).await;
    })
    .await;
}

#[tokio::test]
async fn the_sites_own_ladder_needs_no_name() {
    visit("/?ladder=ai-developer", async |page| {
        page.by_role("heading", OWN).await;
        assert!(page.requests().await.iter().all(|address| !address.ends_with(".json")));
    })
    .await;
}

#[tokio::test]
async fn a_name_that_the_site_does_not_know_is_told_and_the_ladder_stays() {
    visit("/?ladder=ai-careerz", async |page| {
        page.until_status("This site has no ladder of that name.").await;
        page.by_role("heading", "This ladder could not be opened").await;
        page.assert_accessible().await;
        page.by_role("link", &format!("Back to {OWN}")).await.click().await;
        page.until_address("/").await;
        page.by_role("heading", OWN).await;
    })
    .await;
}

/// Its program has a digest, like the page's own.
#[tokio::test]
async fn a_reader_that_differs_from_its_digest_is_refused() {
    visit("/open", async |page| {
        // Said twice: by the check, and by what asked for it.
        page.allow_in_console("digest");
        page.allow_in_console("SRI's integrity checks failed");
        page.server().damage_at_first("/reader-*.wasm");
        page.by_role("link", OTHER).await.click().await;
        page.until_status("The part of this page that reads ladders did not start.").await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_that_does_not_arrive_is_told() {
    visit("/open", async |page| {
        page.allow_in_console(".gone");
        // The address is not one that the page was built with.
        page.allow_in_console("TrustedScriptURL");
        page.before_every_page(
            "globalThis.Worker = class extends Worker {
                constructor(address, options) { super(`${address}.gone`, options) }
            }",
        )
        .await;
        page.open("/open").await;
        page.by_role("link", OTHER).await.click().await;
        page.until_status("The part of this page that reads ladders did not start.").await;
        page.by_role("button", "Try again").await;
        // Nor where a link names the ladder, and the reader was to begin ahead of the program.
        page.open("/?ladder=ai-careers").await;
        page.until_status("The part of this page that reads ladders did not start.").await;
    })
    .await;
}

/// What a page is delivered with is of the site's own ladder.
#[tokio::test]
async fn the_own_ladder_is_not_shown_while_a_link_opens_another() {
    on_empty_page(async |page| {
        // In the first frame: before it, nothing can be seen.
        page.before_every_page(
            "const look = () => {
                const parts = [...document.querySelectorAll('main, footer')];
                if (parts.length === 0) return requestAnimationFrame(look);
                window.first = parts.map((part) => [part.textContent.length > 0, getComputedStyle(part).display]);
            };
            requestAnimationFrame(look)",
        )
        .await;
        page.slow_line(50, 500_000).await;
        page.open("/?ladder=ai-careers").await;
        page.by_role("heading", OTHER).await;
        let hidden = json!([[true, "none"], [true, "none"]]);
        assert_eq!(page.run("return window.first").await, hidden, "delivered, and not shown");
    })
    .await;
}

/// Where nothing else will be shown, what was delivered is.
#[tokio::test]
async fn a_link_whose_page_has_no_program_shows_the_own_ladder() {
    on_empty_page(async |page| {
        page.allow_in_console("");
        page.block("*.wasm").await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        assert!(page.by_role("alert", "").await.text().await.starts_with("A part of this page"));
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
        page.block("*/start-*").await;
        page.open_without_waiting("/?ladder=ai-careers").await;
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
    })
    .await;
}
