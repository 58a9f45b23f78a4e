//! Open `<details>` that lie over the page: closed by Escape and by going elsewhere.

use super::event::Event;
use super::listen::{listen, listen_anywhere};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Closes `details` on Escape, which brings the focus back to its summary, and when the focus or a
/// press goes elsewhere.
pub fn dismiss_from_outside(details: &Element) {
    let close = |details: &Element| {
        let _ = details.remove_attribute("open");
    };
    let own = details.clone();
    let on_key = move |event: Event| {
        if event.key() == "Escape" && own.has_attribute("open") {
            close(&own);
            let summary = own.query_selector("summary").ok().flatten();
            let summary = summary.and_then(|found| found.dyn_into::<HtmlElement>().ok());
            let _ = summary.map(|summary| summary.focus());
        }
    };
    listen(details.clone().into(), "keydown", Box::new(on_key));
    for event in ["pointerdown", "focusin"] {
        let own = details.clone();
        listen_anywhere(event, move |event| {
            if event.target().is_some_and(|target| is_elsewhere(&own, &target)) {
                close(&own);
            }
        });
    }
}

/// Whether `target` is beside `details`. What holds it is not: pressing a label gives the focus for a
/// moment to the nearest element around it that can have it.
fn is_elsewhere(details: &Element, target: &Element) -> bool {
    !details.contains(Some(target)) && !target.contains(Some(details))
}
