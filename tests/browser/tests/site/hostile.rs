//! A ladder whose every text tries to become a script, as the page that a host delivers: under the
//! policy, in a browser. That its HTML holds nothing but text is shown in `tests/prerendered.rs`.

use browser_tests::{Version, on_site};
use career_ladder::ladder::read;
use career_ladder::prerender::{Template, folder, page, routes};
use career_ladder::route::Origin;
use career_ladder::state::OpenLadder;
use std::fs;
use std::sync::Arc;

#[tokio::test]
async fn no_text_of_a_ladder_runs() {
    let site = Version::new(1);
    let text = include_str!("../../../fixtures/hostile/ladder.json");
    let ladder = read(text).ladder.expect("a sound document");
    let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
    let index = fs::read_to_string(site.folder().join("index.html")).unwrap();
    // Without the program, which would draw its own ladder over it.
    let template = Template::new(&index.replace("boot-", "none-")).unwrap();
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
