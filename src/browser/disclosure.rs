//! `<details>` used as menus: closed by Escape and by a press or focus elsewhere.

use super::{keys, on_window_event};
use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Closes `details` on Escape, which returns the focus to its summary, and when the focus or a press
/// goes elsewhere. Call it in a component; it listens until the component is disposed.
pub fn close_from_outside(details: NodeRef<Details>) {
    Effect::new(move |_| {
        on_window_event(ev::keydown, move |event| {
            let Some(menu) = details.get_untracked().filter(|menu| menu.open()) else { return };
            if event.key() == "Escape"
                && !keys::is_composing(&event)
                && target(&event).is_some_and(|at| menu.contains(Some(&at)))
            {
                menu.set_open(false);
                let summary = menu.query_selector("summary").ok().flatten();
                let _ = summary
                    .and_then(|summary| summary.dyn_into::<HtmlElement>().ok())
                    .map(|summary| summary.focus());
            }
        });
        on_window_event(ev::pointerdown, move |event| close_if_elsewhere(details, &event));
        on_window_event(ev::focusin, move |event| close_if_elsewhere(details, &event));
    });
}

fn close_if_elsewhere(details: NodeRef<Details>, event: &ev::Event) {
    let (Some(menu), Some(target)) = (details.get_untracked(), target(event)) else { return };
    // Pressing a label briefly focuses the nearest focusable ancestor, which may contain the menu.
    if menu.open() && !menu.contains(Some(&target)) && !target.contains(Some(&menu)) {
        menu.set_open(false);
    }
}

fn target(event: &ev::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
