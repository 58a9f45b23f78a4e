//! The first visit to the ladder, as from a phone: until there is something to read, beside the same
//! page without any script, and until it answers.

use crate::scenario::{Contender, Figure, Scene, number};
use browser_tests::Page;
use std::path::Path;

/// Thousandths of a second to the first byte of an answer, and bytes a second: 1.6 Mbps.
const LINE: (u32, u32) = (150, 200_000);

/// When a browser first painted text or a picture.
pub const PAINTED: &str = "new Promise((tell) => new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('first-contentful-paint')) tell(startTime);
}).observe({ type: 'paint', buffered: true }))";

/// When the page began to answer.
pub const ANSWERS: &str = "new Promise((tell) => new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('interactive')) tell(startTime);
}).observe({ type: 'mark', buffered: true }))";

/// One scene.
pub fn scenes(_site: &Path) -> Vec<Scene> {
    let contender = |name, address: &str| Contender { name, address: address.to_owned() };
    vec![Scene {
        name: "first visit, 1.6 Mbps, 150 ms".to_owned(),
        contenders: vec![contender("ours", "/"), contender("without any script", "/plain/")],
        measure: Box::new(|page, address| Box::pin(measure(page, address))),
    }]
}

async fn measure(page: &Page, address: &str) -> Vec<Figure> {
    page.server().compress();
    page.slow_line(LINE.0, LINE.1).await;
    page.until_at_rest().await;
    page.open_without_waiting(address).await;
    let painted = number(&page.evaluate(PAINTED).await);
    let mut figures =
        vec![Figure { what: "to the first contentful paint", value: painted, unit: "ms" }];
    let has_script = "document.querySelector('script[src]') !== null";
    if page.evaluate(has_script).await == true {
        let answers = number(&page.evaluate(ANSWERS).await);
        figures.push(Figure { what: "to interactive", value: answers, unit: "ms" });
    }
    figures
}
