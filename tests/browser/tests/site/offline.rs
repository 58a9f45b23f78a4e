//! Without a connection: what was kept on the device is enough for every page.

use crate::bundled_ladder::{ROLES, TITLE};
use browser_tests::{Page, Version, addresses, on_empty_page, on_site, on_site_alone, project};
use serde_json::json;

/// Waits until the whole site is kept and this page is answered from it.
pub async fn until_kept(page: &Page) {
    let kept = "return navigator.serviceWorker.controller?.state === 'activated'";
    page.until("the site is kept", kept).await;
}

const CACHES: &str = "return caches.keys()";

#[tokio::test]
async fn every_page_opens_after_one_visit_to_one_of_them() {
    on_empty_page(async |page| {
        page.open("/roles/cto").await;
        until_kept(page).await;
        page.server().stop();
        let addresses = addresses(&project::dist());
        assert!(addresses.len() > ROLES.len(), "{addresses:?}");
        for address in addresses {
            page.open(&address).await;
            assert!(page.title().await.ends_with(TITLE), "{address}");
            page.by_role("main", "").await;
        }
        // Whatever stands behind the `?`, and with it what the program makes of it.
        page.open("/?skills=python&utm_source=letter").await;
        page.by_role("button", "Remove Python").await;
        page.open("/no/such/page").await;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        assert_eq!(page.run(status).await, 404);
        let ladder = "return fetch('/ladders/ai-developer.json').then((kept) => kept.json()).then((ladder) => ladder.id)";
        assert_eq!(page.run(ladder).await, "ai-developer");
        page.allow_in_console("status of 404");
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn what_cannot_work_offline_says_so_and_only_then() {
    const SENTENCE: &str = "You are offline: videos play once you are connected again.";
    on_empty_page(async |page| {
        page.open("/roles/ai-developer").await;
        until_kept(page).await;
        assert!(!page.text().await.contains(SENTENCE));
        page.connection(false).await;
        page.until_text(SENTENCE).await;
        page.connection(true).await;
        page.until(
            "it goes away",
            &format!("return !document.body.innerText.includes('{SENTENCE}')"),
        )
        .await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

/// Something damaged must never be what a visitor is left with, neither once the connection goes nor
/// with it. (A damaged program of a new version: see `new_version.rs`.)
#[tokio::test]
async fn a_file_that_is_damaged_on_the_way_is_not_kept_and_the_page_works_online() {
    on_empty_page(async |page| {
        page.server().damage_fresh("/roles/cto/");
        page.open("/").await;
        let state = "
            // The page asks for it, too; between two of its attempts there is none for a moment.
            for (;;) {
                const found = await navigator.serviceWorker.register('/sw.js');
                const worker = found.installing ?? found.waiting ?? found.active;
                if (worker?.state === 'redundant') return worker.state;
                if (worker) return new Promise((done) => worker.onstatechange = () => done(worker.state));
            }";
        assert_eq!(page.run_waiting(state).await, "redundant");
        page.until("nothing is kept", "return caches.keys().then((keys) => keys.length === 0)").await;
        page.reload().await;
        page.by_role("combobox", "Filter by skill").await;
        page.open("/roles/cto").await;
        assert_eq!(page.names("heading").await[0], "Chief Technical Officer (CTO)");
    })
    .await;
}

/// Whoever likes it can have it among their own programs, only not from a private window.
#[tokio::test]
async fn the_site_can_be_installed() {
    on_site_alone(project::dist(), async |page| {
        page.open("/").await;
        let manifest = page.tell("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let trouble = page.tell("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(trouble["installabilityErrors"], json!([]));
        let icons = "
            const { icons } = await (await fetch('/manifest.webmanifest')).json();
            const load = async ({ src, sizes, purpose }) => {
                const icon = Object.assign(new Image(), { src: `/${src}` });
                await icon.decode();
                const size = sizes === 'any' ? 'any' : icon.naturalWidth === icon.naturalHeight && sizes.split('x')[1];
                return `${purpose} ${size === 'any' ? 'size' : icon.naturalWidth}x${size}`;
            };
            return Promise.all(icons.map(load))";
        assert_eq!(
            page.run_waiting(icons).await,
            json!(["any sizexany", "any 192x192", "any 512x512", "maskable 512x512"])
        );
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

/// The way out, should a worker ever be at fault: see docs/offline.md.
#[tokio::test]
async fn a_worker_that_is_withdrawn_takes_everything_with_it_that_is_its_own() {
    let version = Version::new(1);
    on_site(version.folder(), async |page| {
        page.open("/").await;
        until_kept(page).await;
        page.run("return caches.open('of another program').then(() => true)").await;
        version.withdraw();
        page.reload().await;
        let gone = "return navigator.serviceWorker.getRegistration().then((found) => !found)";
        page.until("there is no worker", gone).await;
        assert_eq!(page.run(CACHES).await, json!(["of another program"]));
        page.open("/roles/cto").await;
        assert_eq!(
            page.run("return navigator.serviceWorker.controller").await,
            serde_json::Value::Null
        );
    })
    .await;
}
