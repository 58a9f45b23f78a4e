//! Keyboard shortcuts that work anywhere on the page.

use super::on_window_event;
use leptos::ev::{self, KeyboardEvent};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Elements that handle their own keys.
const OWN_KEYS: &str =
    "input, textarea, select, dialog, iframe, [role=listbox], [role=grid], [tabindex='0']";

/// Runs the action that `shortcut` returns for a key, unless the key is pressed with a modifier or in
/// an element that handles its own keys. Listens until the current owner is disposed.
pub fn listen<Action: FnOnce()>(shortcut: impl Fn(&str) -> Option<Action> + 'static) {
    on_window_event(ev::keydown, move |event| {
        // Most keys are no shortcut, and looking the key up is cheaper than `is_free`.
        if let Some(act) = shortcut(&event.key()).filter(|_| is_free(&event)) {
            event.prevent_default();
            act();
        }
    });
}

/// Whether a key belongs to an input method, as when Enter accepts what was composed. Safari ends the
/// composition before the key and only tells by the code.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

fn is_free(event: &KeyboardEvent) -> bool {
    // Shift with an arrow selects text; with another key it may be needed to type that key.
    let selects = event.shift_key() && event.key().starts_with("Arrow");
    let held = event.ctrl_key() || event.alt_key() || event.meta_key() || selects || event.repeat();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_owned = target.is_some_and(|at| at.closest(OWN_KEYS).is_ok_and(|found| found.is_some()));
    !held && !is_composing(event) && !event.default_prevented() && !is_owned
}
