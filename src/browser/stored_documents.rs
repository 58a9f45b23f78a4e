//! Ladders opened from elsewhere, as stored on this device: the list of them in `localStorage`, and
//! their documents in the cache, where the reader puts them.

use leptos::prelude::window;
use leptos::task::spawn_local;
use reader::{CACHE, cache_key};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Response};

/// The storage key of the list.
const LIST: &str = "career-ladder:opened";

/// Reads the list, which another tab may have changed. `None` if storage is blocked.
#[must_use]
pub fn read_list() -> Option<String> {
    Some(super::storage()?.get_item(LIST).ok()?.unwrap_or_default())
}

/// Stores the list; an empty one is removed. If storage is blocked or full, it lasts until the page is
/// unloaded.
pub fn write_list(list: &str) {
    if let Some(storage) = super::storage() {
        let _ = match list {
            "" => storage.remove_item(LIST),
            list => storage.set_item(LIST, list),
        };
    }
}

/// Deletes the documents with these keys.
pub fn delete(keys: Vec<String>) {
    if keys.is_empty() {
        return;
    }
    spawn_local(async move {
        let Some(cache) = open_cache().await else { return };
        for key in keys {
            let _ = JsFuture::from(cache.delete_with_str(&cache_key(&key))).await;
        }
    });
}

/// Whether a document with this key is stored.
pub async fn contains(key: &str) -> bool {
    let Some(cache) = open_cache().await else { return false };
    let found = JsFuture::from(cache.match_with_str(&cache_key(key))).await;
    found.is_ok_and(|found| !found.is_undefined())
}

/// The document with this key; `None` if it is not stored.
pub async fn text(key: &str) -> Option<String> {
    let cache = open_cache().await?;
    let found = JsFuture::from(cache.match_with_str(&cache_key(key))).await.ok()?;
    let response: Response = found.dyn_into().ok()?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Documents that were removed from the cache and can be restored until the page is unloaded.
#[derive(Clone, Default)]
pub struct RemovedDocuments(Rc<RefCell<Removal>>);

#[derive(Default)]
struct Removal {
    documents: Vec<(String, Response)>,
    is_undone: bool,
}

/// Removes the documents with these keys from the cache, and then the cache with all that it may still hold.
#[must_use]
pub fn remove_all(keys: Vec<String>) -> RemovedDocuments {
    let removed = RemovedDocuments::default();
    let removal = removed.0.clone();
    spawn_local(async move {
        let Some(cache) = open_cache().await else { return };
        for key in keys {
            let key = cache_key(&key);
            let found = JsFuture::from(cache.match_with_str(&key)).await;
            if removal.borrow().is_undone {
                return;
            }
            if let Some(document) = found.ok().and_then(|found| found.dyn_into().ok()) {
                removal.borrow_mut().documents.push((key.clone(), document));
            }
            let _ = JsFuture::from(cache.delete_with_str(&key)).await;
        }
        if let Some(caches) = caches() {
            let _ = JsFuture::from(caches.delete(CACHE)).await;
        }
    });
    removed
}

/// Puts removed documents back into the cache.
pub fn restore(removed: &RemovedDocuments) {
    removed.0.borrow_mut().is_undone = true;
    let documents = std::mem::take(&mut removed.0.borrow_mut().documents);
    if documents.is_empty() {
        return;
    }
    spawn_local(async move {
        let Some(cache) = open_cache().await else { return };
        for (key, document) in documents {
            // If this fails, the document is fetched again when it is opened.
            let _ = JsFuture::from(cache.put_with_str(&key, &document)).await;
        }
    });
}

/// The cache of documents; `None` without [`caches`].
async fn open_cache() -> Option<Cache> {
    JsFuture::from(caches()?.open(CACHE)).await.ok()?.dyn_into().ok()
}

/// The caches. `None` on pages that are not secure, where `window.caches` is missing, and if storage is
/// blocked.
fn caches() -> Option<CacheStorage> {
    let window = window();
    js_sys::Reflect::has(&window, &JsValue::from_str("caches")).ok().filter(|has| *has)?;
    window.caches().ok()
}
