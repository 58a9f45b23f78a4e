//! The skills matrix of a large ladder: time from navigation to the matrix, and from a key press in the
//! filter to the filtered rows.

use crate::first_paint::{FIRST_PAINT, INTERACTIVE};
use crate::scenario::{Candidate, Measurement, Scenario, number};
use browser_tests::Page;
use serde_json::json;
use std::path::Path;

/// The keys that are typed; each changes the rows that are shown.
const KEYS: [&str; 6] = ["m", "a", "r", "Backspace", "Backspace", "e"];

/// Placeholder for the site's origin in a URL.
const ORIGIN: &str = "{origin}";

/// The ladders: size, file name, and number of skills.
const LADDERS: [(&str, &str, usize); 2] =
    [("1,000 x 1,000", "square", 1_000), ("3,000 x 13,900", "catalogue", 13_900)];

/// Returns a scenario for each ladder, and another if `site` has a site that was built with the ladder.
pub fn scenarios(site: &Path) -> Vec<Scenario> {
    let mut scenarios = Vec::new();
    for (size, file, skills) in LADDERS {
        let with_ladder = |page: &str| format!("{page}?ladder={ORIGIN}/{file}.json");
        let built_in = format!("/own/{file}/skills/");
        let name = format!("matrix {size}");
        scenarios.push(scenario(name, with_ladder("/skills"), with_ladder, skills, false));
        if site.join("own").join(file).is_dir() {
            let name = format!("matrix {size}, built in");
            scenarios.push(scenario(name, built_in, with_ladder, skills, true));
        }
    }
    scenarios
}

/// Compares our page at the URL `ours` with the others, which load the ladder.
fn scenario(
    name: String,
    ours: String,
    with_ladder: impl Fn(&str) -> String,
    skills: usize,
    is_built_in: bool,
) -> Scenario {
    Scenario {
        name,
        candidates: vec![
            Candidate { name: "ours", url: ours },
            Candidate { name: "plain JavaScript", url: with_ladder("/vanilla/") },
            Candidate { name: "React", url: with_ladder("/react/") },
        ],
        measure: Box::new(move |page, url| Box::pin(measure(page, url, skills, is_built_in))),
    }
}

async fn measure(page: &Page, url: &str, skills: usize, is_built_in: bool) -> Vec<Measurement> {
    let shown = format!(
        "() => document.querySelector('main [role=status]')?.textContent.startsWith('{skills} skills')
            && document.querySelectorAll('[role=grid] [role=rowheader] a').length > 12"
    );
    let url = url.replace(ORIGIN, page.server().origin());
    page.wait_until_idle().await;
    page.open_without_waiting(&url).await;
    // A prerendered matrix is complete in the first paint (`rel="expect"` in index.html) and becomes
    // interactive later; the other pages are interactive as soon as they show the matrix.
    let is_prerendered = is_built_in && !url.contains("?ladder=");
    let shown =
        if is_prerendered { FIRST_PAINT.to_owned() } else { format!("bench.when({shown})") };
    let shown = number(&page.evaluate(&shown).await);
    let mut measurements = vec![Measurement { metric: "matrix shown", value: shown, unit: "ms" }];
    if is_built_in {
        let value = if is_prerendered { number(&page.evaluate(INTERACTIVE).await) } else { shown };
        measurements.push(Measurement { metric: "matrix interactive", value, unit: "ms" });
    }
    // Remaining background work must not count for the key press. Wait before focusing the field, because
    // a blinking caret keeps the browser busy.
    page.wait_until_idle().await;
    page.by_role("searchbox", "Filter skills").await.focus().await;
    let mut times = Vec::new();
    for key in KEYS {
        // Ends in `null`, because `evaluate` would await the promise.
        let arm = "window.before = document.querySelector('main [role=status]').textContent;
            window.next = bench.key(() =>
                document.querySelector('main [role=status]').textContent !== window.before);
            null";
        page.evaluate(arm).await;
        press(page, key).await;
        times.push(number(&page.evaluate("window.next").await));
    }
    times.sort_by(f64::total_cmp);
    let median = (times[2] + times[3]) / 2.0;
    measurements.push(Measurement { metric: "key press", value: median, unit: "ms" });
    let megabytes = number(&page.evaluate("bench.wasmBytes()").await) / 1024.0 / 1024.0;
    measurements.push(Measurement { metric: "wasm memory", value: megabytes, unit: "MB" });
    measurements
}

async fn press(page: &Page, key: &str) {
    let event = match key {
        "Backspace" => json!({ "key": key, "code": key, "windowsVirtualKeyCode": 8 }),
        letter => json!({ "key": letter, "text": letter }),
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event = event.clone();
        event["type"] = kind.into();
        page.send_cdp("Input.dispatchKeyEvent", event).await;
    }
}
