//! A publisher's site under a path of a host. It needs a build of its own (the ladder is packed into
//! the program), so that these are run when they are asked for:
//!
//! ```sh
//! cargo xtask build --ladder tests/fixtures/published/ladder.json --theme tests/fixtures/published/theme.css \
//!     --base /careers/ --site https://example.org --out target/published
//! cargo test --package browser-tests --test site -- --ignored published
//! ```
//!
//! `PUBLISHED` may name the folder of another site with a `--base` and a `--site`.

use crate::offline::until_kept;
use browser_tests::{Host, Page, Scheme};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

const OTHER: &str =
    r#"{"format": 1, "id": "other", "title": "Another", "roles": [{"id": "one", "title": "One"}]}"#;

/// Addresses of this host outside of the base: of links, and of what was fetched.
async fn outside(page: &Page, base: &str) -> Value {
    let all = format!(
        "const all = [...document.links, ...document.images, ...performance.getEntriesByType('resource')];
        const own = all.map(({{ href, src, name }}) => new URL(href ?? src ?? name)).filter(({{ origin }}) => origin === location.origin);
        return own.map(({{ pathname }}) => pathname).filter((path) => !path.startsWith('{base}'))"
    );
    page.run(&all).await
}

/// A comparison's page has a path in place of parameters, which the program writes as those.
fn is_comparison(address: &str) -> bool {
    address.matches('/').count() > 3 && address.contains("/compare/")
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn every_page_stays_under_the_base_and_every_link_leads_somewhere() {
    let host = Host::new();
    host.visit(async |page| {
        let mut links = BTreeSet::new();
        for address in host.addresses() {
            page.open(&address).await;
            assert_eq!(outside(page, host.base()).await, json!([]), "{address}");
            page.by_role("main", "").await;
            assert_eq!(page.run("return document.querySelectorAll('h1').length").await, 1);
            assert_eq!(page.run("return document.getElementById('trouble').hidden").await, true);
            let found =
                "return [...document.links].filter(({ origin }) => origin === location.origin)
                .map(({ href }) => href.split('#')[0])";
            let found = page.run(found).await;
            links.extend(found.as_array().unwrap().iter().map(Value::to_string));
            if !is_comparison(&address) {
                page.reload().await;
                let shown = page.address().await;
                assert_eq!(shown.trim_end_matches('/'), address.trim_end_matches('/'));
            }
        }
        assert!(links.len() > 20, "{links:?}");
        let list = links.into_iter().collect::<Vec<_>>().join(",");
        let dead = format!(
            "const answers = await Promise.all([{list}].map((link) => fetch(link)));
            return answers.filter(({{ ok }}) => !ok).map(({{ url }}) => url)"
        );
        assert_eq!(page.run_waiting(&dead).await, json!([]));
        assert!(page.foreign_requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn going_from_page_to_page_stays_under_the_base() {
    let host = Host::new();
    host.visit(async |page| {
        page.open(host.base()).await;
        page.run("globalThis.sameDocument = true").await;
        for (link, path) in [("Skills", "skills"), ("Compare", "compare"), ("Plan", "plan")] {
            let main = page.by_role("navigation", "Main").await;
            page.by_role_in(&main, "link", link).await.click().await;
            page.until_address(&format!("{}{path}", host.base())).await;
        }
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Ladder").await.click().await;
        page.until_address(host.base()).await;
        page.back().await;
        page.until_address(&format!("{}plan", host.base())).await;
        page.assert_that("no press loaded the page anew", "return globalThis.sameDocument").await;

        // Without its slash, where a host does not lead on to it.
        page.open(host.base().trim_end_matches('/')).await;
        page.by_role("list", "Career ladder").await;

        let other = page.server().offer(&format!("{}other.json", host.base()), OTHER);
        page.open(&format!("{}?ladder={other}", host.base())).await;
        page.by_role("heading", "Another").await;
        page.reload().await;
        page.by_role("heading", "Another").await;

        page.allow_in_console("status of 404");
        page.open(&format!("{}no/such/page", host.base())).await;
        page.by_role("heading", "There is no such page").await;
        let status = "return performance.getEntriesByType('navigation')[0].responseStatus";
        assert_eq!(page.run(status).await, 404);
        assert_eq!(outside(page, host.base()).await, json!([]));
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn the_worker_keeps_what_is_under_the_base_and_nothing_else() {
    let host = Host::new();
    host.visit(async |page| {
        page.open(host.base()).await;
        until_kept(page).await;
        let scope =
            "return navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)";
        assert_eq!(page.run(scope).await, host.base());
        page.open("/").await;
        page.assert_that(
            "the host's own page is its own",
            "return !navigator.serviceWorker.controller",
        )
        .await;
        page.server().stop();
        for address in host.addresses() {
            page.open(&address).await;
            page.by_role("main", "").await;
        }
        page.open(&format!("{}no/such/page", host.base())).await;
        page.by_role("heading", "There is no such page").await;
        page.open(&format!("{}?utm_source=letter", host.base())).await;
        page.by_role("list", "Career ladder").await;
        page.allow_in_console("status of 404");
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn what_machines_read_names_the_site_and_its_pages() {
    let host = Host::new();
    let sitemap = fs::read_to_string(host.file("sitemap.xml")).unwrap();
    let listed = sitemap.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next());
    let listed: BTreeSet<_> = listed.map(str::to_owned).collect();
    let site = listed.iter().next().unwrap().split(host.base()).next().unwrap().to_owned();
    host.visit(async |page| {
        let mut canonical = BTreeSet::new();
        for address in host.addresses() {
            page.open_without_waiting(&address).await;
            let head = "const of = (selector, name) => document.querySelector(selector)?.getAttribute(name);
                return [of('link[rel=canonical]', 'href'), of('meta[property=\"og:url\"]', 'content'), of('meta[property=\"og:image\"]', 'content')]";
            let head = page.run(head).await;
            assert_eq!(head[0], head[1]);
            assert_eq!(head[2], format!("{site}{}social-card.png", host.base()));
            canonical.insert(head[0].as_str().unwrap().to_owned());
            let things = "return JSON.parse(document.querySelector('script[type=\"application/ld+json\"]')?.text ?? '{}')";
            for address in whole_addresses(&page.run(things).await["@graph"]) {
                assert!(listed.contains(&address), "{address} is no page of the site");
            }
        }
        assert_eq!(canonical, listed);
        let card = "const card = Object.assign(new Image(), { src: 'social-card.png' });
            return card.decode().then(() => [card.naturalWidth, card.naturalHeight])";
        page.open(host.base()).await;
        assert_eq!(page.run(card).await, json!([1200, 630]));
        let manifest = page.tell("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]), "{manifest}");
        let trouble = page.tell("Page.getInstallabilityErrors", json!({})).await;
        assert_eq!(trouble["installabilityErrors"], json!([]));
    })
    .await;
}

/// What structured data says of where its things are: videos and resources are elsewhere.
fn whole_addresses(graph: &Value) -> Vec<String> {
    let things = graph.as_array().into_iter().flatten();
    let ours = things.filter(|thing| thing["@type"] != "VideoObject");
    let of = |thing: &Value| {
        let steps = thing["itemListElement"].as_array().cloned().unwrap_or_default();
        let items = steps.iter().map(|step| step["item"].clone()).collect::<Vec<_>>();
        [vec![thing["url"].clone()], items].concat()
    };
    ours.flat_map(of).filter_map(|address| address.as_str().map(str::to_owned)).collect()
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn without_scripts_every_page_can_be_read() {
    let host = Host::new();
    host.visit(async |page| {
        page.scripts(false).await;
        for address in host.addresses() {
            page.open_without_waiting(&address).await;
            page.by_role("main", "").await;
            assert_eq!(outside(page, host.base()).await, json!([]), "{address}");
        }
        let main = page.by_role("navigation", "Main").await;
        page.by_role_in(&main, "link", "Skills").await.click().await;
        page.until_address(&format!("{}skills", host.base())).await;
        page.by_role("table", "Skills matrix").await;
    })
    .await;
}

#[tokio::test]
#[ignore = "needs a publisher's build, see published.rs"]
async fn the_theme_is_accessible_on_light_and_on_dark_pages() {
    let host = Host::new();
    host.visit(async |page| {
        for scheme in [Scheme::Light, Scheme::Dark] {
            page.color_scheme(scheme).await;
            for path in ["", "skills", "compare", "plan", "open"] {
                page.open(&format!("{}{path}", host.base())).await;
                page.assert_accessible().await;
            }
            // The browser's own bars continue the paper.
            let paper = "
                const bar = [...document.querySelectorAll('meta[name=theme-color]')].find(({ media }) => matchMedia(media).matches);
                const probe = document.documentElement.appendChild(document.createElement('i'));
                const written = new CSSStyleSheet();
                written.replaceSync(`i { color: ${bar.content} }`);
                document.adoptedStyleSheets = [written];
                const [expected, shown] = [getComputedStyle(probe).color, getComputedStyle(document.documentElement).backgroundColor];
                probe.remove();
                return expected === shown ? '' : `${expected} and ${shown}`";
            assert_eq!(page.run(paper).await, "");
        }
    })
    .await;
}
