//! What is kept on the device of ladders opened from elsewhere: the list of them, and their texts.
//! The reader puts the texts there.

use crate::reading::{CACHE, cache_key};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Cache, CacheStorage};

/// Where the list is kept.
const LIST: &str = "career-ladder:opened";

/// The list as it was written last, here or in another tab; none where storage is blocked.
#[must_use]
pub fn list() -> Option<String> {
    let list = super::storage()?.get_item(LIST).ok()?;
    Some(list.unwrap_or_default())
}

/// Writes the list. Where storage is blocked or full, it lasts for this visit.
pub fn write_list(list: &str) {
    if let Some(storage) = super::storage() {
        let _ = storage.set_item(LIST, list);
    }
}

/// Forgets the texts under these keys.
pub fn forget(keys: Vec<String>) {
    let Some(caches) = caches().filter(|_| !keys.is_empty()) else { return };
    spawn_local(async move {
        // What cannot be forgotten was never kept, or storage is blocked by now.
        let Ok(cache) = JsFuture::from(caches.open(CACHE)).await else { return };
        let cache: Cache = cache.unchecked_into();
        for key in keys {
            let _ = JsFuture::from(cache.delete_with_str(&cache_key(&key))).await;
        }
    });
}

/// Missing where the site is not on `https`; asking it there would throw.
fn caches() -> Option<CacheStorage> {
    let window = super::window()?;
    js_sys::Reflect::has(&window, &JsValue::from_str("caches")).ok().filter(|has| *has)?;
    window.caches().ok()
}
