//! A ladder whose texts try to inject scripts: prerendered, and rendered in the browser. That its HTML
//! contains only text is tested in `crates/cli/tests/prerendered.rs`.

use browser_tests::{SiteVersion, with_site};
use career_ladder::prerender::{folder as page_folder, routes};
use career_ladder::router::Origin;
use career_ladder::stores::OpenLadder;
use cli::build::{Quality, write_site};
use cli::built_app::BuiltApp;
use cli::site_ladders::SiteLadders;
use cli::site_options::SiteOptions;
use ladder::read;
use std::fs;
use std::path::Path;
use std::sync::Arc;

const HOSTILE: &str = include_str!("../../../fixtures/hostile/ladder.json");

#[tokio::test]
async fn the_site_of_a_hostile_ladder_runs_no_script() {
    let site = SiteVersion::new(1);
    let document = site.folder().join("hostile.json");
    fs::write(&document, HOSTILE).unwrap();
    let (ladders, problems) = SiteLadders::read(&[document], false).unwrap();
    let ladders = ladders.unwrap_or_else(|| panic!("{problems}"));
    let own = Arc::new(OpenLadder::new(ladders.own().unwrap(), Origin::Default));
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let app = BuiltApp::Folder(target.join("app"));
    let folder = site.folder().join("site");
    let options = SiteOptions {
        base: "/".to_owned(),
        site: None,
        connect: Vec::new(),
        theme: None,
        no_offline: false,
        hsts: None,
    };
    write_site(&folder, &ladders, &app, &options, Quality::Preview).unwrap();
    with_site(folder, async |page| {
        for route in &routes(&own) {
            page.open(&format!("/{}", page_folder(route))).await;
            page.assert_true("no script ran", "return globalThis.injected === undefined").await;
            assert_eq!(page.execute(INJECTED).await, serde_json::json!([]), "{route:?}");
            let shown = page.execute("return document.querySelector('h1').innerText").await;
            assert!(!shown.as_str().unwrap().is_empty());
        }
        // Not even an attempt that the policy had to block.
        assert_eq!(page.console_errors().await, Vec::<String>::new());
        assert_eq!(page.external_requests().await, Vec::<String>::new());
    })
    .await;
}

/// Lists elements, attributes and links that only an injection could have created. The first script inside a
/// page applies the theme, the one with `data-wasm` starts the app.
const INJECTED: &str = "
    const elements = document.querySelectorAll('body :is(script, iframe, object, embed, img, video, base, meta, link, style)');
    const [, ...scripts] = document.querySelectorAll('script:not([src], [data-wasm], [type=\"application/ld+json\"])');
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc'));
    const links = [...document.links].filter(({ protocol }) => !/^https?:$/.test(protocol));
    return [...elements, ...scripts, ...handlers, ...links].map((element) => element.outerHTML)";

/// Opened from a URL, as an attacker would do it.
#[tokio::test]
async fn an_opened_hostile_ladder_runs_no_script() {
    let site = SiteVersion::new(1);
    fs::write(site.folder().join("hostile.json"), HOSTILE).unwrap();
    let title = read(HOSTILE).ladder.expect("a sound document").title.clone();
    with_site(site.folder(), async |page| {
        // The server has no files for the pages of this ladder.
        page.allow_console_errors("status of 404");
        page.add_init_script(
            "globalThis.violations = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective))",
        )
        .await;
        let parameter = format!("ladder={}/hostile.json", page.server().origin());
        for url in ["/?", "/roles/a?", "/skills?", "/skills/s?", "/compare?from=a&to=b&", "/plan?from=a&to=b&"] {
            page.open(&format!("{url}{parameter}")).await;
            page.by_role("complementary", "Open ladder").await;
            page.wait_for_text(&title).await;
            assert_eq!(page.execute(INJECTED).await, serde_json::json!([]), "{url}");
            assert_eq!(page.execute("return [globalThis.injected ?? null, violations]").await, serde_json::json!([null, []]), "{url}");
        }
        assert_eq!(page.console_errors().await, Vec::<String>::new());
        assert_eq!(page.external_requests().await, Vec::<String>::new());
    })
    .await;
}
