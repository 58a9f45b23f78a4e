//! A publisher's site under a path of a host, which needs a build of its own:
//!
//! ```sh
//! cargo xtask build --ladder ours.json --base /careers/ --site https://example.org --out target/published
//! cargo test --package browser-tests --test site -- --ignored published
//! ```

use crate::offline::until_kept;
use browser_tests::{addresses, on_site, project};
use serde_json::json;
use std::fs;
use std::path::Path;

const OTHER: &str =
    r#"{"format": 1, "id": "other", "title": "Another", "roles": [{"id": "one", "title": "One"}]}"#;

/// Addresses of this host outside of the path: of links, and of what was fetched.
const OUTSIDE: &str = "
    const all = [...document.links, ...performance.getEntriesByType('resource')];
    const own = all.map(({ href, name }) => new URL(href ?? name)).filter(({ origin }) => origin === location.origin);
    return own.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/careers/'))";

#[tokio::test]
#[ignore = "needs a build of its own, see the top of this file"]
async fn a_site_under_a_path_stays_there() {
    let site = project::root().join("target/published");
    let host = project::root().join("target/published-host");
    let _ = fs::remove_dir_all(&host);
    copy(&site, &host.join("careers"));
    // What a host reads at its top and nowhere else; its own front page is none of ours.
    for name in ["_headers", "404.html"] {
        fs::copy(site.join(name), host.join(name)).unwrap();
    }
    fs::write(host.join("index.html"), "<!doctype html><title>The host</title>").unwrap();
    on_site(host, async |page| {
        for address in addresses(&site) {
            page.open(&format!("/careers{address}")).await;
            assert_eq!(page.run(OUTSIDE).await, json!([]), "{address}");
            assert!(!page.title().await.is_empty());
            page.by_role("main", "").await;
        }
        let manifest = page.tell("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        assert_eq!(
            manifest["url"],
            format!("{}/careers/manifest.webmanifest", page.server().origin())
        );

        let other = page.server().offer("/careers/other.json", OTHER);
        page.open(&format!("/careers/?ladder={other}")).await;
        page.by_role("heading", "Another").await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());

        page.allow_in_console("status of 404");
        page.open("/careers/no/such/page").await;
        assert_eq!(page.run(OUTSIDE).await, json!([]));

        page.open("/careers/").await;
        until_kept(page).await;
        page.server().stop();
        page.open("/careers/skills").await;
        page.by_role("heading", "Skills").await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &copied);
        } else {
            fs::copy(&path, &copied).unwrap();
        }
    }
}
