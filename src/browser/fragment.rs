//! The part of the address behind the `#`, which is never sent to a server.

use super::on_window_event;
use leptos::ev;
use wasm_bindgen::JsValue;

/// The fragment, with its `#`; empty where there is none.
#[must_use]
pub fn fragment() -> String {
    super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Calls `act` when the visitor opens a link to another fragment of the page.
pub fn on_change(act: impl Fn() + 'static) {
    on_window_event(ev::hashchange, move |_| act());
}

/// The page's address without its fragment, as one would send it to someone.
#[must_use]
pub fn address() -> String {
    let href = super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the fragment out of the address, without a new entry in the history.
pub fn clear() {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(&address()));
    }
}
