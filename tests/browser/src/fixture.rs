//! The frame of a test: a page of its own, the steps, and what has to hold at the end of each.

use crate::session::Chromium;
use crate::{Page, Server, project};
use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;

/// Opens an address of the built site in a new profile, takes the steps, and asserts that the
/// console is clean.
pub async fn visit(address: &str, steps: impl AsyncFnOnce(&Page)) {
    on_empty_page(async |page| {
        page.open(address).await;
        steps(page).await;
        let errors = page.console_errors().await;
        assert!(errors.is_empty(), "the console is not clean:\n{}", errors.join("\n"));
    })
    .await;
}

/// Takes the steps in a new profile, before any address is opened: for what has to hold from the
/// start, or for a console that is not to be clean. When a step fails, it leaves a picture and says
/// where the page was.
pub async fn on_empty_page(steps: impl AsyncFnOnce(&Page)) {
    on_site(project::dist(), steps).await;
}

/// The same, with the site in another folder.
pub async fn on_site(folder: PathBuf, steps: impl AsyncFnOnce(&Page)) {
    take(Chromium::start().await, folder, steps).await;
}

/// The same in a browser of its own, with a profile as most visitors have it: for what browsers do not
/// do in private windows, and for measurements.
pub async fn on_site_alone(folder: PathBuf, steps: impl AsyncFnOnce(&Page)) {
    take(Chromium::start_alone().await, folder, steps).await;
}

async fn take(chromium: Chromium, folder: PathBuf, steps: impl AsyncFnOnce(&Page)) {
    let page = Page::new(chromium, Server::start(folder).await);
    // Caught, so that the page is closed in every case.
    let outcome = AssertUnwindSafe(steps(&page)).catch_unwind().await;
    if outcome.is_err() {
        // What the page was like must not hide why the test failed.
        let _ = AssertUnwindSafe(tell(&page)).catch_unwind().await;
    }
    page.close(outcome.is_ok()).await;
    if let Err(reason) = outcome {
        resume_unwind(reason);
    }
}

async fn tell(page: &Page) {
    eprintln!("the page was at {}", page.address().await);
    for error in page.console_errors().await {
        eprintln!("the console said: {error}");
    }
    let picture = picture();
    page.screenshot(&picture).await;
    eprintln!("a picture of it: {}", picture.display());
}

/// The file for a picture, named after the test, which Rust runs in a thread of that name.
fn picture() -> PathBuf {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("test").replace("::", "-");
    project::failures().join(name).with_extension("png")
}
