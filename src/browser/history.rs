//! The address bar and the session history. Each history entry stores its scroll position as its state.

use super::on_window_event;
use crate::router::{self, Location};
use leptos::ev;
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle, window};
use std::cell::Cell;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

/// Whether a change of the address adds a history entry or replaces the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HistoryEntry {
    New,
    Current,
}

/// The URL in the address bar.
#[must_use]
pub fn current_url() -> String {
    window().location().href().unwrap_or_default()
}

/// The location in the address bar. A path outside the base is read as it is, and is not found.
#[must_use]
pub fn current_location() -> Location {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let path = router::within_base(&path).unwrap_or(&path);
    Location::read(path, &location.search().unwrap_or_default())
}

/// The state of the current entry: its scroll position, once that was saved.
pub(super) fn state() -> Option<JsValue> {
    history()?.state().ok()
}

/// Changes the address bar. Browsers refuse this only after hundreds of changes within seconds; the
/// page itself still changes.
pub(super) fn write(entry: HistoryEntry, url: &str) {
    let Some(history) = history() else { return };
    let _ = match entry {
        HistoryEntry::New => history.push_state_with_url(&JsValue::NULL, "", Some(url)),
        HistoryEntry::Current => history.replace_state_with_url(&JsValue::NULL, "", Some(url)),
    };
}

/// Stops the browser from restoring scroll positions itself.
pub(super) fn disable_scroll_restoration() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Saves the scroll position in the current entry, unless it is saved already: a change of the history takes
/// the browser milliseconds.
pub(super) fn save_scroll() {
    let position = scroll_position();
    let is_saved = state().and_then(|state| state.as_f64()) == Some(position);
    if let Some(history) = history().filter(|_| !is_saved) {
        let _ = history.replace_state_with_url(&position.into(), "", None);
    }
}

/// How long a visitor has to rest before the scroll position is saved, in milliseconds.
const REST_MS: u64 = 150;

/// Saves the scroll position whenever scrolling ends and when the page is left.
pub(super) fn follow_scrolling() {
    // Safari has the event only since 26.2.
    if js_sys::Reflect::has(&window(), &JsValue::from_str("onscrollend")).unwrap_or(false) {
        on_window_event(ev::scrollend, |_| save_scroll());
    } else {
        let waiting = Cell::new(None::<TimeoutHandle>);
        on_window_event(ev::scroll, move |_| {
            if let Some(waiting) = waiting.take() {
                waiting.clear();
            }
            waiting.set(set_timeout_with_handle(save_scroll, Duration::from_millis(REST_MS)).ok());
        });
    }
    on_window_event(ev::pagehide, |_| save_scroll());
}

/// Scrolls to a saved position, or to the top if there is none.
pub(super) fn restore_scroll(state: &JsValue) {
    window().scroll_to_with_x_and_y(0.0, state.as_f64().unwrap_or_default());
}

/// How far the page is scrolled down.
pub(super) fn scroll_position() -> f64 {
    window().scroll_y().unwrap_or_default()
}

fn history() -> Option<History> {
    window().history().ok()
}
