//! With JavaScript disabled, or after the app has crashed, everything can still be read.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::{visit, with_page};

#[tokio::test]
async fn without_javascript_everything_is_readable_and_links_work() {
    with_page(async |page| {
        page.set_javascript_enabled(false).await;
        page.open_without_waiting("/").await;
        assert_eq!(page.title().await, TITLE);
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
        let table = page.by_role("table", "Summary").await;
        assert_eq!(page.names_in(&table, "rowheader").await.len(), 6);
        for role in &ROLES {
            page.open_without_waiting(&role.url()).await;
            assert_eq!(page.title().await, format!("{} · {TITLE}", role.title));
            let text = page.text().await;
            for expected in role.responsibilities {
                assert!(text.contains(expected), "{expected} in {text}");
            }
        }
        page.click_main_link("Skills").await;
        page.wait_for_url("/skills/").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "cell").await.len(), 114);
        page.by_role_in(&table, "link", "Python").await.click().await;
        page.wait_for_url("/skills/python").await;
        page.by_role("heading", "Python").await;
        assert_eq!(page.names("alert").await, Vec::<String>::new());
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

/// A panic in WebAssembly throws this error.
#[tokio::test]
async fn after_a_crash_the_page_shows_a_message_and_links_work() {
    visit("/", async |page| {
        page.allow_console_errors("crash");
        page.execute(
            "window.sameDocument = true; const error = new window.WebAssembly.RuntimeError('crash'); \
             dispatchEvent(new ErrorEvent('error', { error }));",
        )
        .await;
        let alert = page.by_role("alert", "").await;
        assert!(alert.text().await.starts_with("Something went wrong."));
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
        page.click_main_link("Skills").await;
        page.wait_for_url("/skills/").await;
        page.by_role("heading", "Skills").await;
        // The link loaded a new document.
        assert_eq!(page.execute("return window.sameDocument === undefined").await, true);
    })
    .await;
}
