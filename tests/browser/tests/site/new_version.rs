//! From one version of the site to another, and back: on the visitor's word, once, with nothing lost.

use crate::offline::until_kept;
use browser_tests::{Key, Page, Version, on_site};
use std::fs;

/// Counts how often a tab loads a page.
const COUNT: &str = "sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1";
const LOADS: &str = "return Number(sessionStorage.loads)";

const READY: &str = "An update is ready.";

/// Which version the page that is shown is of, and whether its styles are.
const SHOWN: &str = "
    const sheet = document.querySelector('link[rel=stylesheet]');
    const build = document.querySelector('meta[name=build]').content;
    return sheet.sheet && sheet.href.includes('/' + build + '-') ? build : 'neither'";

/// Asks the host whether there is a new version, and gives back what became of it.
const LOOK: &str = "
    const found = await navigator.serviceWorker.getRegistration();
    const worker = new Promise((begins) => found.onupdatefound = () => begins(found.installing));
    await found.update();
    const newest = await worker;
    const outcome = () => ['installed', 'redundant'].includes(newest.state) && newest.state;
    return outcome() || new Promise((done) => newest.onstatechange = () => outcome() && done(outcome()));";

async fn until_told(page: &Page) {
    page.until_text(READY).await;
    page.by_role("complementary", "Update").await;
}

async fn take(page: &Page) {
    page.by_role("button", "Update now").await.click().await;
}

async fn until_shown(page: &Page, number: u32) {
    page.until(
        "the other version is shown",
        &format!("return (() => {{ {SHOWN} }})() === '{number}'"),
    )
    .await;
}

#[tokio::test]
async fn a_new_version_waits_for_a_word_in_each_tab_and_loses_nothing() {
    let (one, two) = (Version::new(1), Version::new(2));
    on_site(one.folder(), async |page| {
        page.before_every_page(COUNT).await;
        page.open("/").await;
        until_kept(page).await;
        page.run("localStorage.setItem('entered', 'before')").await;
        let first = page.tab().await;
        let second = page.open_tab().await;
        page.open("/skills").await;
        page.by_role("searchbox", "Filter skills").await.type_text("pyth").await;

        page.turn_to(&first).await;
        page.server().serve(two.folder());
        page.reload().await;
        until_told(page).await;
        assert_eq!(page.run(SHOWN).await, "1", "the one before is shown until someone takes the new one");
        page.by_role("button", "Not now").await.click().await;
        page.until_gone("button", "Not now").await;
        page.turn_to(&second).await;
        until_told(page).await;

        page.turn_to(&first).await;
        page.reload().await;
        until_told(page).await;
        assert_eq!(page.run(SHOWN).await, "1");
        page.by_role("combobox", "Filter by skill").await.type_text("machine").await;
        let loads = page.run(LOADS).await.as_u64().unwrap();
        take(page).await;
        until_shown(page, 2).await;
        page.until("what was typed is there", "return document.activeElement.value === 'machine'").await;
        assert_eq!(page.run(LOADS).await, loads + 1, "it loads once");
        assert_eq!(page.names("complementary").await, Vec::<String>::new());

        page.turn_to(&second).await;
        until_told(page).await;
        assert_eq!(page.run(SHOWN).await, "1", "no other tab is reloaded");
        assert_eq!(page.focused().await.value().await, "pyth");
        // A tab of the version before can still have its parts, which the host no longer has.
        let part = "return fetch(document.querySelector('link[rel=stylesheet]').href).then(({ ok }) => ok)";
        assert_eq!(page.run(part).await, true);
        take(page).await;
        until_shown(page, 2).await;
        let field = page.by_role("searchbox", "Filter skills").await;
        assert_eq!(field.value().await, "pyth");
        assert_eq!(page.run("return localStorage.getItem('entered')").await, "before");
    })
    .await;
}

/// A version of which a part is missing or damaged is refused whole; the one before stays whole.
#[tokio::test]
async fn a_version_that_does_not_arrive_whole_is_refused_whole() {
    let (one, two) = (Version::new(1), Version::new(2));
    on_site(one.folder(), async |page| {
        page.allow_in_console("digest");
        page.open("/").await;
        until_kept(page).await;
        let before = page.run("return caches.keys()").await;

        // Files that only the new version has: what both share need not come anew.
        let (sheet, role) = (two.file(".css"), two.folder().join("roles/cto/index.html"));
        let whole = fs::read(&sheet).unwrap();
        fs::write(&sheet, &whole[..whole.len() - 1]).unwrap();
        page.server().serve(two.folder());
        assert_eq!(page.run_waiting(LOOK).await, "redundant", "a style sheet that ends too early");
        fs::write(&sheet, whole).unwrap();
        fs::remove_file(role).unwrap();
        assert_eq!(page.run_waiting(LOOK).await, "redundant", "a page that is missing");

        assert_eq!(page.run("return caches.keys()").await, before);
        assert_eq!(page.names("complementary").await, Vec::<String>::new());
        page.server().stop();
        page.open("/skills").await;
        assert_eq!(page.run(SHOWN).await, "1");
    })
    .await;
}

#[tokio::test]
async fn back_to_the_version_before() {
    let (one, two) = (Version::new(1), Version::new(2));
    on_site(one.folder(), async |page| {
        page.open("/").await;
        until_kept(page).await;
        for (version, number) in [(&two, 2), (&one, 1)] {
            page.server().serve(version.folder());
            page.reload().await;
            until_told(page).await;
            take(page).await;
            until_shown(page, number).await;
        }
        page.server().stop();
        page.open("/roles/cto").await;
        assert_eq!(page.run(SHOWN).await, "1");
    })
    .await;
}

/// A tab may stay open for weeks. Who searches just then is told afterwards: behind a dialog nothing
/// is read out, and nothing can be pressed.
#[tokio::test]
async fn who_comes_back_to_a_tab_after_an_hour_is_told() {
    let (one, two) = (Version::new(1), Version::new(2));
    on_site(one.folder(), async |page| {
        page.open("/").await;
        until_kept(page).await;
        page.by_role("button", "Search").await.click().await;
        page.by_role("combobox", "Search").await.type_text("pyth").await;
        page.server().serve(two.folder());
        let comes_back = "document.dispatchEvent(new Event('visibilitychange'))";
        page.run(comes_back).await;
        page.run("const { now } = Date; Date.now = () => now() + 61 * 60 * 1000").await;
        page.run(comes_back).await;
        let waits = "return navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)";
        page.until("the new version waits", waits).await;
        assert_eq!(page.focused().await.value().await, "pyth");
        assert!(!page.text().await.contains(READY));
        page.press(Key::Escape).await;
        until_told(page).await;
    })
    .await;
}
