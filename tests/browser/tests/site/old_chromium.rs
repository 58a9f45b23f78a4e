//! Old versions of Chromium, from the ones that docs/browsers.md names as working. `cargo xtask test --browsers all`
//! installs them, and puts their paths into `OLD_CHROMIUM`.

use crate::bundled_ladder::PAGES;
use browser_tests::{OldChromium, Server, project};
use serde_json::json;

/// In two threads, because the commands block one, and the server needs one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs old versions of Chromium, see old_chromium.rs"]
async fn every_kind_of_page_opens_in_old_versions() {
    let programs = std::env::var_os("OLD_CHROMIUM").expect("OLD_CHROMIUM should name programs");
    let programs: Vec<_> = std::env::split_paths(&programs).collect();
    assert!(!programs.is_empty());
    for program in programs {
        let server = Server::start(project::dist()).await;
        let mut browser = OldChromium::start(&program.display().to_string());
        let version = browser.version();
        println!("{version}");
        for sample in PAGES {
            browser.open(&format!("{}{}", server.origin(), sample.url)).await;
            let found = browser.evaluate(
                "[document.title, document.querySelector('h1').textContent, errors,
                  document.getElementById('trouble').hidden,
                  getComputedStyle(document.documentElement).backgroundColor]",
            );
            let paper = "rgb(252, 250, 246)";
            let expected = json!([sample.title, sample.heading, [], true, paper]);
            assert_eq!(found, expected, "{} in {version}", sample.url);
        }
    }
}
