//! From one version of the site to another, and back: on the visitor's word, once, with nothing lost.

use crate::offline::until_kept;
use browser_tests::{Page, Version, on_site};

const READY: &str = "A new version is ready.";

/// Which version the page that is shown is of, and whether its styles are.
const SHOWN: &str = "
    const sheet = document.querySelector('link[rel=stylesheet]');
    const build = document.querySelector('meta[name=build]').content;
    return sheet.sheet && sheet.href.includes('/' + build + '-') ? build : 'neither'";

async fn until_told(page: &Page) {
    page.until_text(READY).await;
    page.by_role("complementary", "New version").await;
}

async fn take(page: &Page) {
    page.by_role("button", "Reload now").await.click().await;
}

async fn until_shown(page: &Page, number: u32) {
    page.until(
        "the other version is shown",
        &format!("return (() => {{ {SHOWN} }})() === '{number}'"),
    )
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

/// A tab may stay open for weeks.
#[tokio::test]
async fn who_comes_back_to_a_tab_after_an_hour_is_told() {
    let (one, two) = (Version::new(1), Version::new(2));
    on_site(one.folder(), async |page| {
        page.open("/").await;
        until_kept(page).await;
        page.server().serve(two.folder());
        let comes_back = "document.dispatchEvent(new Event('visibilitychange'))";
        page.run(comes_back).await;
        page.run("const { now } = Date; Date.now = () => now() + 61 * 60 * 1000").await;
        page.run(comes_back).await;
        until_told(page).await;
    })
    .await;
}
