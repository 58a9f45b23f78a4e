//! What the browser itself measures.

use crate::case::Unit;
use browser_tests::Page;
use serde_json::json;

/// Resolves to the time of the first entry with a name and a type, or to null after 30 seconds.
fn entry(name: &str, kind: &str) -> String {
    format!(
        "new Promise((tell) => {{
            new PerformanceObserver((list) => {{
                for (const {{ startTime }} of list.getEntriesByName('{name}')) tell(startTime);
            }}).observe({{ type: '{kind}', buffered: true }});
            setTimeout(tell, 30000, null);
        }})"
    )
}

/// The time of the first contentful paint.
pub async fn first_paint(page: &Page) -> Result<f64, String> {
    let time = page.evaluate(&entry("first-contentful-paint", "paint")).await;
    time.as_f64().ok_or_else(|| "The page paints nothing.".to_owned())
}

/// The time at which the page marked itself as interactive.
pub async fn interactive(page: &Page) -> Result<f64, String> {
    let time = page.evaluate(&entry("interactive", "mark")).await;
    time.as_f64().ok_or_else(|| "The page does not become interactive.".to_owned())
}

/// The encoded bytes that the page loaded until a time, in milliseconds, without the headers.
pub async fn bytes_until(page: &Page, time: f64) -> f64 {
    let sum = "(until) => {
        const sizes = new Map();
        for (const kind of ['navigation', 'resource']) for (const entry of performance.getEntriesByType(kind)) {
            if (entry.responseEnd <= until)
                sizes.set(entry.name, Math.max(sizes.get(entry.name) ?? 0, entry.encodedBodySize));
        }
        return [...sizes.values()].reduce((sum, size) => sum + size, 0);
    }";
    page.evaluate(&format!("({sum})({time})")).await.as_f64().unwrap_or_default()
}

/// Waits until the page has loaded nothing for a second.
pub async fn wait_until_loaded(page: &Page) {
    let wait = "(async () => {
        let count;
        do {
            count = performance.getEntriesByType('resource').length;
            await new Promise((done) => setTimeout(done, 1000));
        } while (performance.getEntriesByType('resource').length > count);
    })()";
    page.evaluate(wait).await;
}

/// How often the browser has computed styles and layouts so far.
#[derive(Clone, Copy, Debug)]
pub struct LayoutCounts {
    /// The number of layouts.
    pub layouts: f64,
    /// The number of style recalculations.
    pub styles: f64,
}

impl LayoutCounts {
    /// The unit of both.
    pub const UNIT: Unit = Unit::Count;

    /// Reads the counts.
    pub async fn read(page: &Page) -> Self {
        page.send_cdp("Performance.enable", json!({})).await;
        let metrics = page.send_cdp("Performance.getMetrics", json!({})).await;
        let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
        let value = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
        };
        Self { layouts: value("LayoutCount"), styles: value("RecalcStyleCount") }
    }

    /// The counts since earlier ones.
    pub fn since(self, earlier: Self) -> Self {
        Self { layouts: self.layouts - earlier.layouts, styles: self.styles - earlier.styles }
    }
}
