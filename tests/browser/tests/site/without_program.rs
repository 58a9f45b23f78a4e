//! Where the program behind the pages is never asked for, or has ended: everything can still be read.

use crate::bundled::{ROLES, TITLE};
use browser_tests::{on_empty_page, visit};

#[tokio::test]
async fn with_scripts_switched_off_everything_can_be_read_and_links_work() {
    on_empty_page(async |page| {
        page.scripts(false).await;
        page.open_without_waiting("/").await;
        assert_eq!(page.title().await, TITLE);
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
        let table = page.by_role("table", "Summary").await;
        assert_eq!(page.names_in(&table, "rowheader").await.len(), 6);
        for role in &ROLES {
            page.open_without_waiting(&role.address()).await;
            assert_eq!(page.title().await, format!("{} · {TITLE}", role.title));
            let text = page.text().await;
            for said in role.responsibilities {
                assert!(text.contains(said), "{said} in {text}");
            }
        }
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address("/skills").await;
        let table = page.by_role("table", "Skills matrix").await;
        assert_eq!(page.names_in(&table, "cell").await.len(), 114);
        page.by_role_in(&table, "link", "Python").await.click().await;
        page.until_address("/skills/python").await;
        page.by_role("heading", "Python").await;
        assert_eq!(page.names("alert").await, Vec::<String>::new());
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

const NO_SCRIPTS: &str = "Filters, search and videos need JavaScript.";

/// What is delivered and what the program draws is the same page.
#[tokio::test]
async fn the_program_changes_nothing_that_one_sees() {
    visit("/", async |page| {
        for address in ["/", "/roles/vp-of-ai", "/skills", "/skills/python"] {
            page.open(address).await;
            // What only the program can do is not delivered.
            page.run("document.querySelectorAll('.seen').forEach((mark) => mark.remove())").await;
            let drawn = page.text().await;
            page.scripts(false).await;
            page.open_without_waiting(address).await;
            let interactive = page.run("return performance.getEntriesByName('interactive').length");
            assert_eq!(interactive.await, 0, "the program did not start");
            // Beside the sentence that is there for those without scripts.
            let delivered = page.text().await;
            let delivered = delivered.trim_start_matches(NO_SCRIPTS).trim_start();
            assert_eq!(delivered, drawn, "{address}");
            page.scripts(true).await;
        }
    })
    .await;
}

/// A program that ends where it breaks throws this error, whatever broke.
#[tokio::test]
async fn where_the_program_ended_the_page_says_so_and_links_work_as_links() {
    visit("/", async |page| {
        page.allow_in_console("it ended");
        page.run(
            "window.isTheSame = true; const error = new WebAssembly.RuntimeError('it ended'); \
             dispatchEvent(new ErrorEvent('error', { error }));",
        )
        .await;
        let alert = page.by_role("alert", "").await;
        assert!(alert.text().await.starts_with("Something went wrong."));
        let ladder = page.by_role("list", "Career ladder").await;
        assert_eq!(page.names_in(&ladder, "link").await.len(), 6);
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address("/skills").await;
        page.by_role("heading", "Skills").await;
        // The browser loaded it: it is another document.
        assert_eq!(page.run("return window.isTheSame === undefined").await, true);
    })
    .await;
}
