//! What is kept on the device of ladders opened from elsewhere: the list of them, and their texts.
//! The reader puts the texts there.

use js_sys::{Function, Promise};
use leptos::task::spawn_local;
use reader::{CACHE, cache_key};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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

/// Texts that were taken out, for as long as they may be wanted back.
#[derive(Clone, Default)]
pub struct TakenOut(Rc<RefCell<Taking>>);

#[derive(Default)]
struct Taking {
    texts: Vec<(String, JsValue)>,
    is_wanted_back: bool,
}

/// Forgets the texts under these keys, on the device; they are held until the page is left.
#[must_use]
pub fn take_out(keys: Vec<String>) -> TakenOut {
    let taken = TakenOut::default();
    let Some(caches) = caches() else { return taken };
    let taking = taken.clone();
    spawn_local(async move {
        let Ok(cache) = JsFuture::from(caches.open(CACHE)).await else { return };
        let cache: Cache = cache.unchecked_into();
        for key in keys {
            let key = cache_key(&key);
            if let Ok(text) = JsFuture::from(cache.match_with_str(&key)).await
                && text.is_object()
            {
                taking.0.borrow_mut().texts.push((key.clone(), text));
            }
            if taking.0.borrow().is_wanted_back {
                return;
            }
            let _ = JsFuture::from(cache.delete_with_str(&key)).await;
        }
        if taking.0.borrow().is_wanted_back {
            put_back(&taking);
        }
    });
    taken
}

/// Puts them back where they were.
pub fn put_back(taken: &TakenOut) {
    taken.0.borrow_mut().is_wanted_back = true;
    let texts = std::mem::take(&mut taken.0.borrow_mut().texts);
    let Some(caches) = caches().filter(|_| !texts.is_empty()) else { return };
    spawn_local(async move {
        let Ok(cache) = JsFuture::from(caches.open(CACHE)).await else { return };
        for (key, text) in texts {
            // What cannot be kept again is asked for from its address again.
            let _ = put(&cache, &key, &text).await;
        }
    });
}

/// `cache.put`, of a response that came out of the cache and was never looked into.
async fn put(cache: &JsValue, key: &str, text: &JsValue) -> Result<JsValue, JsValue> {
    let put: Function = js_sys::Reflect::get(cache, &"put".into())?.dyn_into()?;
    let promise: Promise = put.call2(cache, &key.into(), text)?.dyn_into()?;
    JsFuture::from(promise).await
}

/// Missing where the site is not on `https`; asking it there would throw.
fn caches() -> Option<CacheStorage> {
    let window = super::window()?;
    js_sys::Reflect::has(&window, &JsValue::from_str("caches")).ok().filter(|has| *has)?;
    window.caches().ok()
}
