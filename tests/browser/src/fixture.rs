//! Functions that run a test with a page of its own.

use crate::engine::Skipped;
use crate::session::Session;
use crate::{Page, Server, project};
use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;

/// Opens a URL of the built site in a new profile, runs `test`, and asserts that the console has no
/// errors.
pub async fn visit(url: &str, test: impl AsyncFnOnce(&Page)) {
    with_page(async |page| {
        page.open(url).await;
        test(page).await;
        page.assert_no_console_errors().await;
    })
    .await;
}

/// Runs `test` with an empty page in a new profile, and does not check the console. If the test fails,
/// it prints the URL and the console errors, and takes a screenshot.
///
/// The page has no service worker, as in some private windows: filling the offline cache would take a quarter of the
/// time of all tests.
pub async fn with_page(test: impl AsyncFnOnce(&Page)) {
    with_site(project::dist(), async |page| {
        page.disable_service_workers().await;
        test(page).await;
    })
    .await;
}

/// Like [`with_page`], with the service worker that makes the site work offline.
pub async fn with_service_worker(test: impl AsyncFnOnce(&Page)) {
    with_site(project::dist(), test).await;
}

/// Like [`with_service_worker`], with the site in another folder.
pub async fn with_site(folder: PathBuf, test: impl AsyncFnOnce(&Page)) {
    run(Session::start().await, folder, test).await;
}

/// Like [`with_site`], in a new browser with a regular profile: for features that incognito profiles
/// lack, and for measurements.
pub async fn with_new_browser(folder: PathBuf, test: impl AsyncFnOnce(&Page)) {
    run(Session::start_in_new_browser().await, folder, test).await;
}

async fn run(session: Session, folder: PathBuf, test: impl AsyncFnOnce(&Page)) {
    let page = Page::new(session, Server::start(folder).await);
    // Catch a panic, so that the page is always closed.
    let mut outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
    if let Err(reason) = &outcome
        && let Some(skipped) = reason.downcast_ref::<Skipped>()
    {
        skipped.record();
        outcome = Ok(());
    }
    if outcome.is_err() {
        // A panic in the report must not hide the reason for the failure.
        let _ = AssertUnwindSafe(report_failure(&page)).catch_unwind().await;
    }
    page.close(outcome.is_ok()).await;
    if let Err(reason) = outcome {
        resume_unwind(reason);
    }
}

async fn report_failure(page: &Page) {
    eprintln!("URL: {}", page.url().await);
    for error in page.console_errors().await {
        eprintln!("console error: {error}");
    }
    let file = project::failures().join(project::test_name()).with_extension("png");
    page.screenshot(&file).await;
    eprintln!("screenshot: {}", file.display());
}
