//! Updates: a new version of the site is installed when the visitor agrees, with one reload and without
//! losing input.

use crate::offline::wait_until_cached;
use browser_tests::{Key, Page, SiteVersion, with_site};
use std::fs;

/// Counts the page loads of a tab.
const COUNT_LOADS: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1";
const LOADS: &str = "return Number(sessionStorage.loads)";

const UPDATE_MESSAGE: &str = "An update is ready.";

/// Returns the version of the page, or `mixed` if its stylesheet is of another version.
const VERSION: &str = "
    const sheet = document.querySelector('link[rel=stylesheet]');
    const build = document.querySelector('meta[name=build]')?.content;
    return sheet?.sheet && sheet.href.includes('/' + build + '-') ? build : 'mixed'";

/// Looks for a new version, and returns the final state of its service worker.
const UPDATE: &str = "
    const found = await navigator.serviceWorker.getRegistration();
    const worker = new Promise((begins) => found.onupdatefound = () => begins(found.installing));
    await found.update();
    const newest = await worker;
    const outcome = () => ['installed', 'redundant'].includes(newest.state) && newest.state;
    return outcome() || new Promise((done) => newest.onstatechange = () => outcome() && done(outcome()));";

async fn wait_for_update_message(page: &Page) {
    page.wait_for_text(UPDATE_MESSAGE).await;
    page.by_role("complementary", "Update").await;
}

async fn accept_update(page: &Page) {
    page.by_role("button", "Update now").await.click().await;
}

async fn wait_for_version(page: &Page, number: u32) {
    page.wait_until(
        "the other version is shown",
        &format!("return (() => {{ {VERSION} }})() === '{number}'"),
    )
    .await;
}

#[tokio::test]
async fn an_update_waits_for_consent_in_each_tab_and_loses_no_input() {
    let (old, new) = (SiteVersion::new(1), SiteVersion::new(2));
    with_site(old.folder(), async |page| {
        page.add_init_script(COUNT_LOADS).await;
        page.open("/").await;
        wait_until_cached(page).await;
        page.execute("localStorage.setItem('entered', 'before')").await;
        let first = page.current_tab().await;
        let second = page.open_tab().await;
        page.open("/skills").await;
        page.by_role("searchbox", "Filter skills").await.type_text("pyth").await;

        page.switch_to_tab(&first).await;
        page.server().serve_folder(new.folder());
        page.reload().await;
        wait_for_update_message(page).await;
        assert_eq!(page.execute(VERSION).await, "1", "the old version stays until the update is accepted");
        page.by_role("button", "Not now").await.click().await;
        page.wait_until_gone("button", "Not now").await;
        page.switch_to_tab(&second).await;
        wait_for_update_message(page).await;

        page.switch_to_tab(&first).await;
        page.reload().await;
        wait_for_update_message(page).await;
        assert_eq!(page.execute(VERSION).await, "1");
        page.by_role("combobox", "Filter by skill").await.type_text("machine").await;
        let loads = page.execute(LOADS).await.as_u64().unwrap();
        accept_update(page).await;
        wait_for_version(page, 2).await;
        page.wait_until("the input is restored", "return document.activeElement.value === 'machine'").await;
        assert_eq!(page.execute(LOADS).await, loads + 1, "the page reloads once");
        assert_eq!(page.names("complementary").await, Vec::<String>::new());

        page.switch_to_tab(&second).await;
        wait_for_update_message(page).await;
        assert_eq!(page.execute(VERSION).await, "1", "other tabs are not reloaded");
        assert_eq!(page.focused().await.value().await, "pyth");
        // A tab of the old version can still load its files, which the server no longer has.
        let old_file = "return fetch(document.querySelector('link[rel=stylesheet]').href).then(({ ok }) => ok)";
        assert_eq!(page.execute(old_file).await, true);
        accept_update(page).await;
        wait_for_version(page, 2).await;
        let is_restored = "return document.querySelector('main input[type=search]')?.value === 'pyth'";
        page.wait_until("the input is restored", is_restored).await;
        assert_eq!(page.execute("return localStorage.getItem('entered')").await, "before");
    })
    .await;
}

#[tokio::test]
async fn an_incomplete_or_corrupted_update_is_discarded() {
    let (old, new) = (SiteVersion::new(1), SiteVersion::new(2));
    with_site(old.folder(), async |page| {
        page.allow_console_errors("digest");
        page.open("/").await;
        wait_until_cached(page).await;
        let before = page.execute("return caches.keys()").await;

        // Files that only the new version has, because shared files are not fetched again.
        let (sheet, role) = (new.file(".css"), new.folder().join("roles/cto/index.html"));
        let content = fs::read(&sheet).unwrap();
        fs::write(&sheet, &content[..content.len() - 1]).unwrap();
        page.server().serve_folder(new.folder());
        assert_eq!(page.execute_async(UPDATE).await, "redundant", "a truncated stylesheet");
        fs::write(&sheet, content).unwrap();
        fs::remove_file(role).unwrap();
        assert_eq!(page.execute_async(UPDATE).await, "redundant", "a missing page");

        assert_eq!(page.execute("return caches.keys()").await, before);
        assert_eq!(page.names("complementary").await, Vec::<String>::new());
        page.server().stop();
        page.open("/skills").await;
        assert_eq!(page.execute(VERSION).await, "1");
    })
    .await;
}

#[tokio::test]
async fn updating_to_an_older_version_works() {
    let (old, new) = (SiteVersion::new(1), SiteVersion::new(2));
    with_site(old.folder(), async |page| {
        page.open("/").await;
        wait_until_cached(page).await;
        for (version, number) in [(&new, 2), (&old, 1)] {
            page.server().serve_folder(version.folder());
            page.reload().await;
            wait_for_update_message(page).await;
            accept_update(page).await;
            wait_for_version(page, number).await;
        }
        page.server().stop();
        page.open("/roles/cto").await;
        assert_eq!(page.execute(VERSION).await, "1");
    })
    .await;
}

/// A tab may stay open for weeks. The message waits while a dialog is open, because nothing behind it is
/// announced or can be clicked.
#[tokio::test]
async fn returning_to_a_tab_after_an_hour_looks_for_an_update() {
    let (old, new) = (SiteVersion::new(1), SiteVersion::new(2));
    with_site(old.folder(), async |page| {
        page.open("/").await;
        wait_until_cached(page).await;
        page.by_role("button", "Search").await.click().await;
        page.by_role("combobox", "Search").await.type_text("pyth").await;
        page.server().serve_folder(new.folder());
        let return_to_tab = "document.dispatchEvent(new Event('visibilitychange'))";
        page.execute(return_to_tab).await;
        page.execute("const { now } = window.Date; window.Date.now = () => now() + 61 * 60 * 1000").await;
        page.execute(return_to_tab).await;
        let is_waiting = "return navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)";
        page.wait_until("the new version is waiting", is_waiting).await;
        assert_eq!(page.focused().await.value().await, "pyth");
        assert!(!page.text().await.contains(UPDATE_MESSAGE));
        page.press(Key::Escape).await;
        wait_for_update_message(page).await;
    })
    .await;
}
