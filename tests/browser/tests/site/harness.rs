//! Tests of the harness: it emulates settings, and it notices errors, requests and violations.

use browser_tests::{ColorScheme, Engine, visit, with_page};
use std::panic::AssertUnwindSafe;

#[tokio::test]
async fn viewport_color_scheme_and_reduced_motion_are_emulated() {
    visit("/", async |page| {
        page.set_width(390).await;
        page.emulate_color_scheme(ColorScheme::Dark).await;
        page.emulate_reduced_motion().await;
        for query in
            ["(width: 390px)", "(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"]
        {
            let matches = format!("return matchMedia('{query}').matches");
            assert_eq!(page.execute(&matches).await, true, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn uncaught_errors_and_console_errors_are_recorded() {
    with_page(async |page| {
        page.open("/").await;
        page.execute("setTimeout(() => { throw new Error('on purpose') }); return null").await;
        page.execute("console.error('also on purpose')").await;
        page.wait_for_console_error("Error: on purpose").await;
        page.wait_for_console_error("also on purpose").await;
    })
    .await;
}

#[tokio::test]
async fn external_requests_are_recorded() {
    visit("/", async |page| {
        assert!(page.requests().await.iter().any(|url| url.ends_with(".wasm")));
        assert!(page.external_requests().await.is_empty());
        // The policy allows requests to no other host than that of the video player.
        page.allow_console_errors("youtube-nocookie.com");
        page.execute(
            "const frame = document.createElement('iframe');
            frame.src = 'https://www.youtube-nocookie.com/pixel'; document.body.append(frame)",
        )
        .await;
        assert_eq!(page.external_requests().await, ["https://www.youtube-nocookie.com/pixel"]);
    })
    .await;
}

#[tokio::test]
async fn axe_reports_a_violation() {
    visit("/", async |page| {
        page.execute("document.querySelector('main').append(document.createElement('input'))")
            .await;
        let violations = page.axe_violations().await;
        assert!(violations.iter().any(|line| line.starts_with("label:")), "{violations:?}");
    })
    .await;
}

#[tokio::test]
async fn a_screenshot_shows_the_whole_page() {
    visit("/", async |page| {
        page.set_width(390).await;
        let file = std::env::temp_dir().join(format!("harness-{}.png", std::process::id()));
        page.screenshot(&file).await;
        let png = std::fs::read(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        // Bytes 16 to 24 of a PNG are its size.
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!(number(16), 390);
        assert!(number(20) > 844, "{} px high", number(20));
    })
    .await;
}

#[tokio::test]
async fn console_errors_fail_a_test() {
    if Engine::selected() == Engine::WebKit {
        // Its driver does not show the console.
        return;
    }
    let test = AssertUnwindSafe(visit("/", async |page| {
        page.execute("console.error('on purpose')").await;
    }));
    let outcome = futures_util::FutureExt::catch_unwind(test).await;
    assert!(outcome.is_err(), "a console error should fail the test");
}
