//! A publisher's site with its own ladder and theme below a base path. These tests need a separate build
//! and are ignored by default:
//!
//! ```sh
//! cargo xtask build --ladder tests/fixtures/published/ladder.json --theme tests/fixtures/published/theme.css \
//!     --base /careers/ --site https://example.org --out target/published
//! cargo test --package browser-tests --test site -- --ignored published
//! ```
//!
//! `PUBLISHED` can name the folder of another site that was built with `--base` and `--site`.

use crate::offline::wait_until_cached;
use browser_tests::{ColorScheme, Page, PublishedSite};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

const OTHER: &str =
    r#"{"format": 1, "id": "other", "title": "Another", "roles": [{"id": "one", "title": "One"}]}"#;

/// Returns the paths outside of the base that the page links to or has fetched.
async fn paths_outside(page: &Page, base: &str) -> Value {
    let all = format!(
        "const all = [...document.links, ...document.images, ...performance.getEntriesByType('resource')];
        const own = all.map(({{ href, src, name }}) => new URL(href ?? src ?? name)).filter(({{ origin }}) => origin === location.origin);
        return own.map(({{ pathname }}) => pathname).filter((path) => !path.startsWith('{base}'))"
    );
    page.execute(&all).await
}

/// Prerendered comparisons have a path, which the app replaces by parameters.
fn is_comparison(url: &str) -> bool {
    url.matches('/').count() > 3 && url.contains("/compare/")
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn all_links_stay_below_the_base_and_none_is_dead() {
    let site = PublishedSite::new();
    site.visit(async |page| {
        let mut links = BTreeSet::new();
        for url in site.page_urls() {
            page.open(&url).await;
            assert_eq!(paths_outside(page, site.base()).await, json!([]), "{url}");
            page.by_role("main", "").await;
            assert_eq!(page.execute("return document.querySelectorAll('h1').length").await, 1);
            assert_eq!(
                page.execute("return document.getElementById('trouble').hidden").await,
                true
            );
            let found =
                "return [...document.links].filter(({ origin }) => origin === location.origin)
                .map(({ href }) => href.split('#')[0])";
            let found = page.execute(found).await;
            links.extend(found.as_array().unwrap().iter().map(Value::to_string));
            if !is_comparison(&url) {
                page.reload().await;
                let shown = page.url().await;
                assert_eq!(shown.trim_end_matches('/'), url.trim_end_matches('/'));
            }
        }
        assert!(links.len() > 20, "{links:?}");
        let list = links.into_iter().collect::<Vec<_>>().join(",");
        let dead = format!(
            "const answers = await Promise.all([{list}].map((link) => fetch(link)));
            return answers.filter(({{ ok }}) => !ok).map(({{ url }}) => url)"
        );
        assert_eq!(page.execute_async(&dead).await, json!([]));
        assert!(page.external_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn navigation_stays_below_the_base() {
    let site = PublishedSite::new();
    site.visit(async |page| {
        page.open(site.base()).await;
        page.execute("globalThis.sameDocument = true").await;
        for (link, path) in [("Skills", "skills"), ("Compare", "compare"), ("My plan", "plan")] {
            page.click_main_link(link).await;
            page.wait_for_url(&format!("{}{path}", site.base())).await;
        }
        page.click_main_link("Ladder").await;
        page.wait_for_url(site.base()).await;
        page.back().await;
        page.wait_for_url(&format!("{}plan", site.base())).await;
        page.assert_true("no link reloaded the document", "return globalThis.sameDocument").await;

        // Without the trailing slash, for hosts that do not redirect.
        page.open(site.base().trim_end_matches('/')).await;
        page.by_role("list", "Career ladder").await;

        let other = page.server().serve_document(&format!("{}other.json", site.base()), OTHER);
        page.open(&format!("{}?ladder={other}", site.base())).await;
        page.by_role("heading", "Another").await;
        page.reload().await;
        page.by_role("heading", "Another").await;

        page.allow_console_errors("status of 404");
        page.open(&format!("{}no/such/page", site.base())).await;
        page.by_role("heading", "Page not found").await;
        assert_eq!(page.http_status().await, 404);
        assert_eq!(paths_outside(page, site.base()).await, json!([]));
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn the_service_worker_controls_only_pages_below_the_base() {
    let site = PublishedSite::new();
    site.visit(async |page| {
        page.open(site.base()).await;
        wait_until_cached(page).await;
        let scope =
            "return navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)";
        assert_eq!(page.execute(scope).await, site.base());
        page.open("/").await;
        page.assert_true(
            "the host's own page is not controlled",
            "return !navigator.serviceWorker.controller",
        )
        .await;
        page.server().stop();
        for url in site.page_urls() {
            page.open(&url).await;
            page.by_role("main", "").await;
        }
        page.open(&format!("{}no/such/page", site.base())).await;
        page.by_role("heading", "Page not found").await;
        page.open(&format!("{}?utm_source=letter", site.base())).await;
        page.by_role("list", "Career ladder").await;
        page.allow_console_errors("status of 404");
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn metadata_and_sitemap_name_the_pages_of_the_site() {
    let site = PublishedSite::new();
    let sitemap = fs::read_to_string(site.file("sitemap.xml")).unwrap();
    let listed = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next());
    let listed: BTreeSet<_> = listed.map(str::to_owned).collect();
    let origin = listed.iter().next().unwrap().split(site.base()).next().unwrap().to_owned();
    site.visit(async |page| {
        let mut canonical = BTreeSet::new();
        for url in site.page_urls() {
            page.open_without_waiting(&url).await;
            let head = "const of = (selector, name) => document.querySelector(selector)?.getAttribute(name);
                return [of('link[rel=canonical]', 'href'), of('meta[property=\"og:url\"]', 'content'), of('meta[property=\"og:image\"]', 'content')]";
            let head = page.execute(head).await;
            assert_eq!(head[0], head[1]);
            let card = head[2].as_str().unwrap();
            let path = card.strip_prefix(&format!("{origin}{}", site.base())).unwrap();
            assert!(site.file(path).is_file(), "{card}");
            let has_own = url.contains("/roles/") || is_comparison(&url);
            assert_eq!(path != "social-card.png", has_own, "{card} of {url}");
            canonical.insert(head[0].as_str().unwrap().to_owned());
            let things = "return JSON.parse(document.querySelector('script[type=\"application/ld+json\"]')?.text ?? '{}')";
            for address in structured_data_urls(&page.execute(things).await["@graph"]) {
                assert!(listed.contains(&address), "{address} is not a page of the site");
            }
        }
        assert_eq!(canonical, listed);
        let card = "const card = Object.assign(new Image(), { src: 'social-card.png' });
            return card.decode().then(() => [card.naturalWidth, card.naturalHeight])";
        page.open(site.base()).await;
        assert_eq!(page.execute(card).await, json!([1200, 630]));
        let manifest = page.send_cdp("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let errors = page.send_cdp("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(errors["installabilityErrors"], json!([]));
    })
    .await;
}

/// Returns the URLs in structured data.
fn structured_data_urls(graph: &Value) -> Vec<String> {
    let things = graph.as_array().into_iter().flatten();
    let of = |thing: &Value| {
        let steps = thing["itemListElement"].as_array().cloned().unwrap_or_default();
        let items = steps.iter().map(|step| step["item"].clone()).collect::<Vec<_>>();
        [vec![thing["url"].clone()], items].concat()
    };
    things.flat_map(of).filter_map(|address| address.as_str().map(str::to_owned)).collect()
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn every_page_is_readable_without_javascript() {
    let site = PublishedSite::new();
    site.visit(async |page| {
        page.set_javascript_enabled(false).await;
        for url in site.page_urls() {
            page.open_without_waiting(&url).await;
            page.by_role("main", "").await;
            assert_eq!(paths_outside(page, site.base()).await, json!([]), "{url}");
        }
        page.click_main_link("Skills").await;
        page.wait_for_url(&format!("{}skills/", site.base())).await;
        page.by_role("table", "Skills matrix").await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published_site.rs"]
async fn the_theme_is_accessible_in_both_color_schemes() {
    let site = PublishedSite::new();
    site.visit(async |page| {
        for scheme in [ColorScheme::Light, ColorScheme::Dark] {
            page.emulate_color_scheme(scheme).await;
            for path in ["", "skills", "compare", "plan", "open"] {
                page.open(&format!("{}{path}", site.base())).await;
                page.assert_accessible().await;
            }
            // The theme color is the background color.
            let difference = "
                const bar = [...document.querySelectorAll('meta[name=theme-color]')].find(({ media }) => matchMedia(media).matches);
                const probe = document.documentElement.appendChild(document.createElement('i'));
                const sheet = new CSSStyleSheet();
                sheet.replaceSync(`i { color: ${bar.content} }`);
                document.adoptedStyleSheets = [sheet];
                const [expected, shown] = [getComputedStyle(probe).color, getComputedStyle(document.documentElement).backgroundColor];
                probe.remove();
                return expected === shown ? '' : `${expected} and ${shown}`";
            assert_eq!(page.execute(difference).await, "");
        }
    })
    .await;
}
