//! A ladder whose texts try to inject scripts: prerendered, and rendered in the browser. That its HTML
//! contains only text is tested in `crates/cli/tests/prerendered.rs`.

use browser_tests::{SiteVersion, with_site};
use career_ladder::prerender::{folder, routes};
use career_ladder::router::Origin;
use career_ladder::stores::OpenLadder;
use cli::prerender::{Template, page};
use ladder::read;
use std::fs;
use std::sync::Arc;

const HOSTILE: &str = include_str!("../../../fixtures/hostile/ladder.json");

#[tokio::test]
async fn prerendered_pages_of_a_hostile_ladder_run_no_script() {
    let site = SiteVersion::new(1);
    let ladder = read(HOSTILE).ladder.expect("a sound document");
    let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
    let index = fs::read_to_string(site.folder().join("index.html")).unwrap();
    // Without the start script, which would load the app and render its own ladder.
    let template = Template::new(&index.replace("start-", "none-")).unwrap();
    let routes = routes(&ladder);
    for route in &routes {
        let into = site.folder().join(folder(route));
        fs::create_dir_all(&into).unwrap();
        fs::write(into.join("index.html"), page(&template, &ladder, route, None).unwrap()).unwrap();
    }
    with_site(site.folder(), async |page| {
        page.allow_console_errors("none-");
        for route in &routes {
            page.open_without_waiting(&format!("/{}", folder(route))).await;
            page.assert_true("no script ran", "return globalThis.injected === undefined").await;
            let shown = page.execute("return document.querySelector('h1').innerText").await;
            assert!(!shown.as_str().unwrap().is_empty());
        }
        // Not even an attempt that the policy had to block.
        assert_eq!(page.console_errors().await, Vec::<String>::new());
        assert_eq!(page.external_requests().await, Vec::<String>::new());
    })
    .await;
}

/// Lists elements, attributes and links that only an injection could have created.
const INJECTED: &str = "
    const elements = document.querySelectorAll('body :is(script, iframe, object, embed, img, video, base, meta, link, style)');
    const scripts = document.querySelectorAll('script:not([src]):not([type=\"application/ld+json\"])');
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
