//! Only pages that show the same text are worth comparing.

use crate::bundled::Bundled;
use crate::target::Target;
use browser_tests::{Page, with_site};
use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

/// What is below the first view may come a little later.
const TIMEOUT: Duration = Duration::from_secs(5);

/// Checks that every page of every target shows what the bundled ladder says.
pub async fn check(sites: &Path) -> Result<(), String> {
    let ladder = Bundled::read()?;
    for target in Target::ALL {
        let outcome = RefCell::new(Ok(()));
        with_site(target.folder(sites), async |page| {
            page.set_viewport(1280, 800).await;
            *outcome.borrow_mut() = check_target(page, target, &ladder).await;
        })
        .await;
        outcome.into_inner()?;
    }
    Ok(())
}

async fn check_target(page: &Page, target: Target, ladder: &Bundled) -> Result<(), String> {
    for (url, texts) in ladder.pages() {
        page.open_without_waiting(&url).await;
        let end = Instant::now() + TIMEOUT;
        while let Some(missing) = missing(&shown(page).await, &texts) {
            if Instant::now() > end {
                return Err(format!(
                    "The page {url} of the site \"{}\" does not show \"{missing}\", so the sites cannot be compared.",
                    target.name()
                ));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    Ok(())
}

/// The text of the page's content.
async fn shown(page: &Page) -> String {
    let text = page.evaluate("document.querySelector('main')?.textContent ?? ''").await;
    words(text.as_str().unwrap_or_default())
}

/// Returns the first text that is not shown.
fn missing<'a>(shown: &str, texts: &[&'a str]) -> Option<&'a str> {
    texts.iter().copied().find(|text| !shown.contains(&words(text)))
}

/// Separates words by one space each.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
