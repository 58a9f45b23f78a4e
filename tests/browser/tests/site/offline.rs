//! Offline: after one visit, every page works from the cache.

use crate::bundled_ladder::{PAGES, ROLES, TITLE};
use browser_tests::{
    Corruption, Engine, Page, SiteVersion, page_urls, project, with_new_browser,
    with_service_worker, with_site,
};
use serde_json::json;

/// Waits until the whole site is cached and the service worker controls this page.
pub async fn wait_until_cached(page: &Page) {
    let is_active = "return navigator.serviceWorker.controller?.state === 'activated'";
    page.wait_until("the site is cached", is_active).await;
}

const CACHES: &str = "return caches.keys()";

#[tokio::test]
async fn every_page_works_offline_after_one_visit() {
    with_service_worker(async |page| {
        page.open("/roles/cto").await;
        wait_until_cached(page).await;
        page.server().stop();
        let urls = page_urls(&project::dist());
        assert!(urls.len() > ROLES.len(), "{urls:?}");
        for url in urls {
            page.open_without_waiting(&url).await;
            assert!(page.title().await.ends_with(TITLE), "{url}");
        }
        for sample in PAGES {
            page.open(sample.url).await;
            assert_eq!(page.title().await, sample.title);
            page.by_role("main", "").await;
        }
        // With any query.
        page.open("/?skills=python&utm_source=letter").await;
        page.by_role("button", "Remove Python").await;
        page.open("/no/such/page").await;
        assert_eq!(page.http_status().await, 404);
        let ladder = "return fetch('/ladders/ai-developer.json').then((response) => response.json()).then((ladder) => ladder.id)";
        assert_eq!(page.execute(ladder).await, "ai-developer");
        page.allow_console_errors("status of 404");
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_message_about_videos_is_shown_only_while_offline() {
    const SENTENCE: &str = "You’re offline. Videos will play when you reconnect.";
    with_service_worker(async |page| {
        page.open("/roles/ai-developer").await;
        wait_until_cached(page).await;
        assert!(!page.text().await.contains(SENTENCE));
        page.set_offline(true).await;
        page.wait_for_text(SENTENCE).await;
        page.set_offline(false).await;
        page.wait_until(
            "the message disappears",
            &format!("return !document.body.innerText.includes('{SENTENCE}')"),
        )
        .await;
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

/// Corrupted files of an update are tested in `new_version.rs`.
#[tokio::test]
async fn a_corrupted_file_is_not_cached_and_the_page_works_online() {
    with_service_worker(async |page| {
        Engine::WebKit.skip_in("needs a header that says that the cache is bypassed");
        page.server().corrupt("/roles/cto/", Corruption::CacheBypassing);
        page.open("/").await;
        let state = "
            // The page registers it, too; between two of its attempts there is no registration.
            for (;;) {
                const found = await navigator.serviceWorker.register('/sw.js');
                const worker = found.installing ?? found.waiting ?? found.active;
                if (worker?.state === 'redundant') return worker.state;
                if (worker) return new Promise((done) => worker.onstatechange = () => done(worker.state));
            }";
        assert_eq!(page.execute_async(state).await, "redundant");
        page.wait_until("nothing is cached", "return caches.keys().then((keys) => keys.length === 0)").await;
        page.reload().await;
        page.by_role("combobox", "Filter by skill").await;
        page.open("/roles/cto").await;
        assert_eq!(page.names("heading").await[0], "Chief Technical Officer (CTO)");
    })
    .await;
}

/// Incognito profiles cannot install sites.
#[tokio::test]
async fn the_site_can_be_installed() {
    with_new_browser(project::dist(), async |page| {
        page.open("/").await;
        let manifest = page.send_cdp("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let errors = page.send_cdp("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(errors["installabilityErrors"], json!([]));
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
            page.execute_async(icons).await,
            json!(["any sizexany", "any 192x192", "any 512x512", "maskable 512x512"])
        );
        assert_eq!(page.console_errors().await, Vec::<String>::new());
    })
    .await;
}

/// For a faulty service worker: see docs/offline.md.
#[tokio::test]
async fn a_withdrawn_service_worker_removes_its_own_caches_only() {
    let version = SiteVersion::new(1);
    with_site(version.folder(), async |page| {
        page.open("/").await;
        wait_until_cached(page).await;
        page.execute("return caches.open('other-app').then(() => true)").await;
        version.withdraw_service_worker();
        page.reload().await;
        let is_gone = "return navigator.serviceWorker.getRegistration().then((found) => !found)";
        page.wait_until("the service worker is unregistered", is_gone).await;
        assert_eq!(page.execute(CACHES).await, json!(["other-app"]));
        page.open("/roles/cto").await;
        assert_eq!(
            page.execute("return navigator.serviceWorker.controller").await,
            serde_json::Value::Null
        );
    })
    .await;
}
