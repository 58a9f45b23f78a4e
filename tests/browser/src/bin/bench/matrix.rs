//! The skills matrix of a large ladder: from the navigation to the table, and from a key press in
//! its filter to the rows.

use crate::scene::{Contender, Figure, Scene, number};
use browser_tests::Page;
use serde_json::json;

/// What is typed: each key changes which rows are shown.
const KEYS: [&str; 6] = ["m", "a", "r", "Backspace", "Backspace", "e"];

/// Stands in an address for the site's origin.
const ORIGIN: &str = "{origin}";

/// One scene a document.
pub fn scenes() -> Vec<Scene> {
    [("1,000 x 1,000", "square.json", 1_000), ("3,000 x 13,900", "catalogue.json", 13_900)]
        .map(|(size, file, skills)| {
            let contender =
                |name, page| Contender { name, address: format!("{page}?ladder={ORIGIN}/{file}") };
            Scene {
                name: format!("matrix {size}"),
                contenders: vec![
                    contender("ours", "/skills"),
                    contender("by hand", "/twin/"),
                    contender("React", "/react/"),
                ],
                measure: Box::new(move |page, address| Box::pin(measure(page, address, skills))),
            }
        })
        .into()
}

async fn measure(page: &Page, address: &str, skills: usize) -> Vec<Figure> {
    let shown = format!(
        "() => document.querySelector('main [role=status]')?.textContent.startsWith('{skills} skills')
            && document.querySelectorAll('[role=grid] [role=rowheader] a').length > 12"
    );
    let address = address.replace(ORIGIN, page.server().origin());
    page.until_at_rest().await;
    page.open_without_waiting(&address).await;
    let until_shown = number(&page.evaluate(&format!("bench.when({shown})")).await);
    let mut figures = vec![Figure { what: "to the matrix", value: until_shown, unit: "ms" }];
    // What is left to do once the table is shown is no part of a key press. A caret blinks: before it does.
    page.until_at_rest().await;
    page.by_role("searchbox", "Filter skills").await.focus().await;
    let mut times = Vec::new();
    for key in KEYS {
        // An evaluation waits for what it ends with: this one must not wait for the key.
        let arm = "window.before = document.querySelector('main [role=status]').textContent;
            window.next = bench.key(() =>
                document.querySelector('main [role=status]').textContent !== window.before);
            null";
        page.evaluate(arm).await;
        press(page, key).await;
        times.push(number(&page.evaluate("window.next").await));
    }
    times.sort_by(f64::total_cmp);
    let middle = (times[2] + times[3]) / 2.0;
    figures.push(Figure { what: "a key press", value: middle, unit: "ms" });
    let bytes = number(&page.evaluate("bench.wasmBytes()").await);
    figures.push(Figure { what: "wasm memory", value: bytes / 1024.0 / 1024.0, unit: "MB" });
    figures
}

async fn press(page: &Page, key: &str) {
    let event = match key {
        "Backspace" => json!({ "key": key, "code": key, "windowsVirtualKeyCode": 8 }),
        letter => json!({ "key": letter, "text": letter }),
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event = event.clone();
        event["type"] = kind.into();
        page.tell("Input.dispatchKeyEvent", event).await;
    }
}
