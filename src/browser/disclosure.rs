//! Open `<details>` that lie over the page: closed by Escape and by going elsewhere.

use super::event::Event;
use super::listen::listen;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node};

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
    let own = details.clone();
    let on_leave = move |event: Event| {
        let to = event.inner().dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        if to.is_some_and(|to| !own.contains(Some(&to))) {
            close(&own);
        }
    };
    listen(details.clone().into(), "focusout", Box::new(on_leave));
    let own = details.clone();
    super::listen::listen_anywhere("pointerdown", move |event| {
        if !event.target().is_some_and(|target| own.contains(Some(&target))) {
            close(&own);
        }
    });
}
