//! Runs the cases of a scene on all their sites in turn.

use crate::case::{Case, Measurement, ORIGIN, Site};
use crate::clock;
use crate::report::Report;
use browser_tests::with_site;
use serde_json::json;
use std::cell::RefCell;

/// Runs every case `runs` times. Returns the report and the browser's version; an error is a sentence.
pub async fn run(
    scene: &'static str,
    cases: &[Case],
    runs: usize,
) -> Result<(Report, String), String> {
    let mut report = Report::new(scene);
    let mut browser = String::new();
    for run in 0..runs {
        for case in cases {
            // Each run begins with another site, so that none is always measured first.
            for at in 0..case.sites.len() {
                let site = &case.sites[(run + at) % case.sites.len()];
                let name = site.target.name();
                let which = format!("{} {}{}", scene, case.label, case.condition.label());
                eprint!("\r{which}: run {} of {runs}, {name}          ", run + 1);
                let (measurements, version) = measure(case, site)
                    .await
                    .map_err(|error| format!("{which}, the site \"{name}\": {error}"))?;
                browser = version;
                for measurement in measurements {
                    report.add(case, site.target, measurement);
                }
            }
        }
    }
    eprintln!();
    Ok((report, browser))
}

/// Measures a case on a site in a new browser context.
async fn measure(case: &Case, site: &Site) -> Result<(Vec<Measurement>, String), String> {
    if !site.folder.join("index.html").is_file() {
        let folder = site.folder.display();
        return Err(format!("There is no site in {folder}. `cargo xtask bench` builds it."));
    }
    let outcome = RefCell::new(Err(String::new()));
    with_site(site.folder.clone(), async |page| {
        clock::install(page).await;
        case.condition.emulate(page).await;
        let url = site.url.replace(ORIGIN, page.server().origin());
        let measurements = (case.measure)(page, site.target, &url).await;
        let version = page.send_cdp("Browser.getVersion", json!({})).await;
        let version = version["product"].as_str().unwrap_or_default();
        let version = version.rsplit('/').next().unwrap_or_default().to_owned();
        *outcome.borrow_mut() = measurements.map(|measurements| (measurements, version));
    })
    .await;
    outcome.into_inner()
}
