//! The skills matrix of a large ladder: from the navigation to the table, and from a key press in
//! its filter to the rows.

use crate::first_paint::{ANSWERS, PAINTED};
use crate::scenario::{Contender, Figure, Scene, number};
use browser_tests::Page;
use serde_json::json;
use std::path::Path;

/// What is typed: each key changes which rows are shown.
const KEYS: [&str; 6] = ["m", "a", "r", "Backspace", "Backspace", "e"];

/// Stands in an address for the site's origin.
const ORIGIN: &str = "{origin}";

/// The documents: how large, their names, and how many skills they have.
const DOCUMENTS: [(&str, &str, usize); 2] =
    [("1,000 x 1,000", "square", 1_000), ("3,000 x 13,900", "catalogue", 13_900)];

/// One scene a document, and another where `site` holds a site of which it is the own ladder.
pub fn scenes(site: &Path) -> Vec<Scene> {
    let mut scenes = Vec::new();
    for (size, file, skills) in DOCUMENTS {
        let given = |page: &str| format!("{page}?ladder={ORIGIN}/{file}.json");
        let own = format!("/own/{file}/skills/");
        scenes.push(scene(format!("matrix {size}"), given("/skills"), given, skills, false));
        if site.join("own").join(file).is_dir() {
            let name = format!("matrix {size}, the site's own");
            scenes.push(scene(name, own, given, skills, true));
        }
    }
    scenes
}

/// Our page at an address, and the others that are given the document.
fn scene(
    name: String,
    ours: String,
    given: impl Fn(&str) -> String,
    skills: usize,
    is_own: bool,
) -> Scene {
    Scene {
        name,
        contenders: vec![
            Contender { name: "ours", address: ours },
            Contender { name: "by hand", address: given("/twin/") },
            Contender { name: "React", address: given("/react/") },
        ],
        measure: Box::new(move |page, address| Box::pin(measure(page, address, skills, is_own))),
    }
}

async fn measure(page: &Page, address: &str, skills: usize, is_own: bool) -> Vec<Figure> {
    let shown = format!(
        "() => document.querySelector('main [role=status]')?.textContent.startsWith('{skills} skills')
            && document.querySelectorAll('[role=grid] [role=rowheader] a').length > 12"
    );
    let address = address.replace(ORIGIN, page.server().origin());
    page.until_at_rest().await;
    page.open_without_waiting(&address).await;
    // What was delivered is whole in the first paint (`rel="expect"` in index.html), and seen before it
    // answers; the others answer once they are seen.
    let is_delivered = is_own && !address.contains("?ladder=");
    let shown = if is_delivered { PAINTED.to_owned() } else { format!("bench.when({shown})") };
    let until_shown = number(&page.evaluate(&shown).await);
    let mut figures = vec![Figure { what: "to the matrix", value: until_shown, unit: "ms" }];
    if is_own {
        let answers =
            if is_delivered { number(&page.evaluate(ANSWERS).await) } else { until_shown };
        figures.push(Figure { what: "to a matrix that answers", value: answers, unit: "ms" });
    }
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
