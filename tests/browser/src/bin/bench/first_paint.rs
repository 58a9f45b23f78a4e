//! The first visit to the ladder on a slow connection: time to first paint, compared with the same page
//! without scripts, and time to interactive.

use crate::scenario::{Candidate, Measurement, Scenario, number};
use browser_tests::Page;
use std::path::Path;

/// Latency in milliseconds, and bandwidth in bytes per second: 1.6 Mbps.
const NETWORK: (u32, u32) = (150, 200_000);

/// Resolves to the time of the first contentful paint.
pub const FIRST_PAINT: &str = "new Promise((tell) => new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('first-contentful-paint')) tell(startTime);
}).observe({ type: 'paint', buffered: true }))";

/// Resolves to the time at which the page became interactive.
pub const INTERACTIVE: &str = "new Promise((tell) => new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('interactive')) tell(startTime);
}).observe({ type: 'mark', buffered: true }))";

/// Returns the only scenario.
pub fn scenarios(_site: &Path) -> Vec<Scenario> {
    let candidate = |name, url: &str| Candidate { name, url: url.to_owned() };
    vec![Scenario {
        name: "first visit, 1.6 Mbps, 150 ms".to_owned(),
        candidates: vec![candidate("ours", "/"), candidate("without scripts", "/plain/")],
        measure: Box::new(|page, url| Box::pin(measure(page, url))),
    }]
}

async fn measure(page: &Page, url: &str) -> Vec<Measurement> {
    page.server().send_compressed();
    page.throttle_network(NETWORK.0, NETWORK.1).await;
    page.wait_until_idle().await;
    page.open_without_waiting(url).await;
    let value = number(&page.evaluate(FIRST_PAINT).await);
    let mut measurements =
        vec![Measurement { metric: "first contentful paint", value, unit: "ms" }];
    let has_script = "document.querySelector('script[src]') !== null";
    if page.evaluate(has_script).await == true {
        let value = number(&page.evaluate(INTERACTIVE).await);
        measurements.push(Measurement { metric: "time to interactive", value, unit: "ms" });
    }
    measurements
}
