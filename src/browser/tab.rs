//! Events and identity of this browser tab.

use super::on_window_event;
use leptos::ev;

/// A random number to tell this tab from others.
#[must_use]
pub fn random_id() -> u32 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // in 0..2³²
    let id = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    id
}

/// Calls `handler` when another tab changes a stored key with this prefix.
pub fn on_storage_change(prefix: String, handler: impl Fn() + 'static) {
    on_window_event(ev::storage, move |event| {
        // Without a key, everything was cleared.
        if event.key().is_none_or(|key| key.starts_with(&prefix)) {
            handler();
        }
    });
}

/// Setting this key notifies other tabs. It is removed again right away, so that nothing stays on the device.
const DELETED: &str = "career-ladder:deleted";

/// Tells all other tabs that the visitor deletes all data.
pub fn announce_deletion() {
    if let Some(storage) = super::storage() {
        let _ = storage.set_item(DELETED, "");
        let _ = storage.remove_item(DELETED);
    }
}

/// Calls `handler` when the visitor deletes all data in another tab.
pub fn on_deletion(handler: impl Fn() + 'static) {
    on_window_event(ev::storage, move |event| {
        if event.key().as_deref() == Some(DELETED) && event.new_value().is_some() {
            handler();
        }
    });
}

/// Calls `handler` when the page may be about to be left or closed.
pub fn on_leave(handler: impl Fn() + Copy + 'static) {
    on_window_event(ev::pagehide, move |_| handler());
    on_window_event(ev::visibilitychange, move |_| handler());
}

/// Calls `handler` when the page is restored from the back/forward cache.
pub fn on_return(handler: impl Fn() + 'static) {
    on_window_event(ev::pageshow, move |event| {
        if event.persisted() {
            handler();
        }
    });
}
