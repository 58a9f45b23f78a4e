//! Keys that work anywhere on the page.

use super::event::Event;
use super::listen::listen_anywhere;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What keeps keys for itself.
const OWN_KEYS: &str =
    "input, textarea, select, dialog, iframe, [role=listbox], [role=grid], [tabindex='0']";

/// Does what `meant` says that a key means, where it is pressed outside of fields, players and dialogs
/// and without Ctrl, Alt or Meta, until the owner that called this is gone. The browser does nothing else
/// with such a key.
pub fn listen<Act: FnOnce()>(meant: impl Fn(&str) -> Option<Act> + 'static) {
    listen_anywhere("keydown", move |event| {
        // Most keys mean nothing, and where they are pressed takes longer to find out.
        if let Some(act) = meant(&event.key()).filter(|_| is_free(&event)) {
            event.prevent_default();
            act();
        }
    });
}

fn is_free(event: &Event) -> bool {
    let Some(key) = event.inner().dyn_ref::<KeyboardEvent>() else { return false };
    // Shift with an arrow selects text; with another key it may be needed to reach that key.
    let selects = key.shift_key() && key.key().starts_with("Arrow");
    let held = key.ctrl_key() || key.alt_key() || key.meta_key() || selects || key.repeat();
    let within = |element: web_sys::Element| element.closest(OWN_KEYS).is_ok_and(|e| e.is_some());
    !held && !key.default_prevented() && !event.target().is_some_and(within)
}
