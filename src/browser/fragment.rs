//! The fragment of the address, which is never sent to a server.

use super::history::current_url;
use super::on_window_event;
use leptos::ev;
use leptos::prelude::window;

/// The fragment, with its `#`; empty if there is none.
#[must_use]
pub fn current() -> String {
    window().location().hash().unwrap_or_default()
}

/// Calls `act` when only the fragment changes, until the current owner is disposed.
pub fn on_change(act: impl Fn() + 'static) {
    on_window_event(ev::hashchange, move |_| act());
}

/// The current URL without its fragment.
#[must_use]
pub fn url_without_fragment() -> String {
    current_url().split('#').next().unwrap_or_default().to_owned()
}

/// Removes the fragment from the address without adding a history entry.
pub fn clear() {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&url_without_fragment()));
    }
}
