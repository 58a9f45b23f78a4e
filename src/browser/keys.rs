//! Keys that work anywhere on the page.

use leptos::prelude::*;
use leptos::{ev, leptos_dom::helpers::window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls `act` with each key that is pressed outside of fields, players and dialogs and without
/// Ctrl, Alt or Meta, until the owner that called this is gone. `act` says whether the key was
/// its own; then the browser does nothing else with it.
pub fn listen(act: impl Fn(&str) -> bool + 'static) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if is_free(&event) && act(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

fn is_free(event: &KeyboardEvent) -> bool {
    let held = event.ctrl_key() || event.alt_key() || event.meta_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let taken = target.is_some_and(|element| {
        let own_keys = "input, textarea, select, dialog, iframe, [role=listbox], [role=grid], \
                        [tabindex='0']";
        element.closest(own_keys).is_ok_and(|found| found.is_some())
    });
    !held && !taken && !event.default_prevented()
}
