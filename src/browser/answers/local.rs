//! The device's `localStorage` as a store.

use super::store::{Fault, Store};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// `localStorage`, asked for anew at each call: a visitor can block it at any time.
#[derive(Clone, Copy, Debug)]
pub struct Local;

impl Store for Local {
    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        storage()?.get_item(key).map_err(|error| fault(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        storage()?.set_item(key, text).map_err(|error| fault(&error))
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        storage()?.remove_item(key).map_err(|error| fault(&error))
    }

    fn keys(&self) -> Result<Vec<String>, Fault> {
        let storage = storage()?;
        let count = storage.length().map_err(|error| fault(&error))?;
        Ok((0..count).filter_map(|nth| storage.key(nth).ok()?).collect())
    }
}

fn storage() -> Result<Storage, Fault> {
    crate::browser::storage().ok_or(Fault::Blocked)
}

/// Full stores say so by the error's name; everything else is a store that cannot be used.
/// <https://webidl.spec.whatwg.org/#quotaexceedederror>
fn fault(error: &JsValue) -> Fault {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}
