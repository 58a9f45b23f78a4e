//! Whether `/` opens the search. Visitors who speak to their computer can turn it off
//! (<https://www.w3.org/TR/WCAG22/#character-key-shortcuts>).

use super::settings;

/// The storage key.
pub const KEY: &str = "career-ladder:search-key";

/// The stored value if it is turned off.
const OFF: &str = "off";

/// Whether the key is on; it is if nothing is stored or storage is blocked.
#[must_use]
pub fn is_on() -> bool {
    let stored = super::storage().and_then(|storage| storage.get_item(KEY).ok()?);
    stored.as_deref() != Some(OFF)
}

/// Stores whether the key is on. If storage is blocked, that lasts until the page is unloaded.
pub fn store(is_on: bool) {
    if let Some(storage) = super::storage() {
        let stored = if is_on { storage.remove_item(KEY) } else { storage.set_item(KEY, OFF) };
        if stored.is_ok() {
            settings::tell_this_tab();
        }
    }
}
