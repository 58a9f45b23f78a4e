//! `localStorage` as a [`Store`].

use plan::{Store, StoreError};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// `localStorage`. Accessed anew at each call, because a visitor can block it at any time.
#[derive(Clone, Copy, Debug)]
pub struct LocalStorage;

impl Store for LocalStorage {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(|error| store_error(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(|error| store_error(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(|error| store_error(&error))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| store_error(&error))?;
        Ok((0..count).filter_map(|index| storage.key(index).ok()?).collect())
    }
}

fn storage() -> Result<Storage, StoreError> {
    super::storage().ok_or(StoreError::Blocked)
}

/// A full store is recognised by the name of the error; any other error means that it is blocked.
/// <https://webidl.spec.whatwg.org/#quotaexceedederror>
fn store_error(error: &JsValue) -> StoreError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Blocked,
    }
}
