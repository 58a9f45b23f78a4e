//! A ladder whose every text tries to become a script, as the page that a host delivers and as the
//! program draws it: under the policy, in a browser. That its HTML holds nothing but text is shown in
//! `tests/prerendered.rs`.

use browser_tests::{Version, on_site};
use career_ladder::prerender::{Template, folder, page, routes};
use career_ladder::router::Origin;
use career_ladder::stores::OpenLadder;
use ladder::read;
use std::fs;
use std::sync::Arc;

const HOSTILE: &str = include_str!("../../../fixtures/hostile/ladder.json");

#[tokio::test]
async fn no_text_of_a_ladder_runs() {
    let site = Version::new(1);
    let ladder = read(HOSTILE).ladder.expect("a sound document");
    let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
    let index = fs::read_to_string(site.folder().join("index.html")).unwrap();
    // Without the program, which would draw its own ladder over it.
    let template = Template::new(&index.replace("start-", "none-")).unwrap();
    let routes = routes(&ladder);
    for route in &routes {
        let into = site.folder().join(folder(route));
        fs::create_dir_all(&into).unwrap();
        fs::write(into.join("index.html"), page(&template, &ladder, route, None).unwrap()).unwrap();
    }
    on_site(site.folder(), async |page| {
        page.allow_in_console("none-");
        for route in &routes {
            page.open_without_waiting(&format!("/{}", folder(route))).await;
            page.assert_that("nothing ran", "return globalThis.injected === undefined").await;
            let shown = page.run("return document.querySelector('h1').innerText").await;
            assert!(!shown.as_str().unwrap().is_empty());
        }
        // Not even an attempt that the policy had to refuse.
        assert_eq!(page.console_errors().await, Vec::<String>::new());
        assert_eq!(page.foreign_requests().await, Vec::<String>::new());
    })
    .await;
}

/// What only a text that was taken for more could have made.
const MADE: &str = "
    const made = document.querySelectorAll('body :is(script, iframe, object, embed, img, video, base, meta, link, style)');
    const ours = document.querySelectorAll('script:not([src]):not([type=\"application/ld+json\"])');
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
        [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc'));
    const links = [...document.links].filter(({ protocol }) => !/^https?:$/.test(protocol));
    return [...made, ...ours, ...handlers, ...links].map((element) => element.outerHTML)";

/// Opened by its address, which is how a stranger would have it opened.
#[tokio::test]
async fn nothing_of_a_ladder_that_is_opened_runs() {
    let site = Version::new(1);
    fs::write(site.folder().join("hostile.json"), HOSTILE).unwrap();
    let title = read(HOSTILE).ladder.expect("a sound document").title.clone();
    on_site(site.folder(), async |page| {
        // A host has no page for a role of this ladder.
        page.allow_in_console("status of 404");
        page.before_every_page(
            "globalThis.refused = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective))",
        )
        .await;
        let opened = format!("ladder={}/hostile.json", page.server().origin());
        for address in ["/?", "/roles/a?", "/skills?", "/skills/s?", "/compare?from=a&to=b&", "/plan?from=a&to=b&"] {
            page.open(&format!("{address}{opened}")).await;
            page.by_role("complementary", "Open ladder").await;
            page.until_text(&title).await;
            assert_eq!(page.run(MADE).await, serde_json::json!([]), "{address}");
            assert_eq!(page.run("return [globalThis.injected ?? null, refused]").await, serde_json::json!([null, []]), "{address}");
        }
        assert_eq!(page.console_errors().await, Vec::<String>::new());
        assert_eq!(page.foreign_requests().await, Vec::<String>::new());
    })
    .await;
}
