//! The harness itself: that it sees what it says it sees. What each page does is tested elsewhere.

use browser_tests::{Key, Scheme, on_empty_page, visit};
use std::panic::AssertUnwindSafe;

#[tokio::test]
async fn finds_by_role_and_name_and_follows_a_press() {
    visit("/", async |page| {
        let main = page.by_role("navigation", "Main").await;
        assert_eq!(page.names_in(&main, "link").await[..2], ["Ladder", "Skills"]);
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address("/skills").await;
        page.by_role("heading", "Skills").await;
        page.back().await;
        page.until_gone("heading", "Skills").await;
        assert_eq!(page.address().await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_moves_the_focus() {
    visit("/", async |page| {
        page.press(Key::Tab).await;
        assert_eq!(page.focused().await.name().await, "Skip to the content");
        assert_eq!(page.focused().await.role().await, "link");
    })
    .await;
}

#[tokio::test]
async fn types_into_what_has_the_focus() {
    visit("/", async |page| {
        let field = page.by_role("combobox", "Filter by skill").await;
        field.focus().await;
        page.type_text("pyth").await;
        assert_eq!(field.value().await, "pyth");
    })
    .await;
}

#[tokio::test]
async fn reads_the_status() {
    visit("/skills", async |page| page.until_status("19 skills").await).await;
}

#[tokio::test]
async fn a_width_a_colour_scheme_and_less_motion_reach_the_page() {
    visit("/", async |page| {
        page.set_width(390).await;
        page.color_scheme(Scheme::Dark).await;
        page.reduced_motion().await;
        for query in
            ["(width: 390px)", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]
        {
            let asked = format!("return matchMedia('{query}').matches");
            assert_eq!(page.run(&asked).await, true, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_is_answered_with_404_and_a_page() {
    visit("/", async |page| {
        page.allow_in_console("status of 404");
        page.open("/no/such/page").await;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        assert_eq!(page.run(status).await, 404);
    })
    .await;
}

#[tokio::test]
async fn an_uncaught_error_is_seen() {
    on_empty_page(async |page| {
        page.open("/").await;
        page.run("setTimeout(() => { throw new Error('on purpose') }); return null").await;
        page.run("console.error('also on purpose')").await;
        page.until_console_says("Error: on purpose").await;
        page.until_console_says("also on purpose").await;
    })
    .await;
}

#[tokio::test]
async fn a_request_to_another_host_is_seen() {
    visit("/", async |page| {
        assert!(page.requests().await.iter().any(|address| address.ends_with(".wasm")));
        assert!(page.foreign_requests().await.is_empty());
        // The player's host is the only one that the policy lets a page ask.
        page.allow_in_console("youtube-nocookie.com");
        page.run(
            "const frame = document.createElement('iframe');
            frame.src = 'https://www.youtube-nocookie.com/pixel'; document.body.append(frame)",
        )
        .await;
        assert_eq!(page.foreign_requests().await, ["https://www.youtube-nocookie.com/pixel"]);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_a_fault() {
    visit("/", async |page| {
        page.run("document.querySelector('main').append(document.createElement('input'))").await;
        let violations = page.axe_violations().await;
        assert!(violations.iter().any(|line| line.starts_with("label:")), "{violations:?}");
    })
    .await;
}

#[tokio::test]
async fn a_picture_shows_the_whole_page() {
    visit("/", async |page| {
        page.set_width(390).await;
        let file = std::env::temp_dir().join(format!("harness-{}.png", std::process::id()));
        page.screenshot(&file).await;
        let picture = std::fs::read(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        // A PNG says its size in bytes 16 to 24.
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!(number(16), 390);
        assert!(number(20) > 844, "{} px high", number(20));
    })
    .await;
}

#[tokio::test]
async fn a_failed_step_fails_the_test() {
    let steps = AssertUnwindSafe(visit("/", async |page| {
        page.run("console.error('on purpose')").await;
    }));
    let outcome = futures_util::FutureExt::catch_unwind(steps).await;
    assert!(outcome.is_err(), "an error in the console has to fail a test");
}
