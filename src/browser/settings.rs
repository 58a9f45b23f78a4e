//! The settings on this device: the theme and whether `/` opens the search.

use super::{search_key, theme};
use leptos::prelude::window;
use web_sys::StorageEvent;

/// Text that `public/offline.js` keeps across a reload.
const TYPED: &str = "career-ladder:typed";

/// Settings that were deleted, with their keys.
#[derive(Clone, Debug, Default)]
pub struct DeletedSettings(Vec<(&'static str, String)>);

/// Whether any setting is stored.
#[must_use]
pub fn exist() -> bool {
    !stored().is_empty()
}

/// Deletes all settings, and what this tab keeps across a reload.
#[must_use]
pub fn delete() -> DeletedSettings {
    let deleted = stored();
    if let Some(storage) = super::storage() {
        for (key, _) in &deleted {
            let _ = storage.remove_item(key);
        }
    }
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.remove_item(TYPED);
    }
    tell_this_tab();
    DeletedSettings(deleted)
}

/// Stores deleted settings again.
pub fn restore(deleted: &DeletedSettings) {
    if let Some(storage) = super::storage() {
        for (key, value) in &deleted.0 {
            let _ = storage.set_item(key, value);
        }
    }
    tell_this_tab();
}

fn stored() -> Vec<(&'static str, String)> {
    let Some(storage) = super::storage() else { return Vec::new() };
    let stored = |key: &'static str| Some((key, storage.get_item(key).ok()??));
    [theme::KEY, search_key::KEY].into_iter().filter_map(stored).collect()
}

/// The browser tells only other tabs about changes. Without a key, the event means any change.
pub(super) fn tell_this_tab() {
    if let Ok(event) = StorageEvent::new("storage") {
        let _ = window().dispatch_event(&event);
    }
}
