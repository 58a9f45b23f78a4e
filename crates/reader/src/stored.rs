//! Documents of opened ladders, stored on the device.

use crate::scope::{scope, today};
use js_sys::{Reflect, Uint8Array};
use reader::{CACHE, STORED_ON, cache_key};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, Headers, Response, ResponseInit};

/// A stored document, and the day on which it was stored.
pub async fn find(key: &str) -> Option<(String, String)> {
    let found = cache().await.ok()?.match_with_str(&cache_key(key));
    let response: Response = JsFuture::from(found).await.ok()?.dyn_into().ok()?;
    let stored_on = response.headers().get(STORED_ON).ok()??;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some((text, stored_on))
}

/// Stores a document and reads it back. Fails if the browser stores nothing, even if it says that it did, as in
/// some private sessions, or if the device is full.
pub async fn store(key: &str, text: &str) -> Result<(), JsValue> {
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set(STORED_ON, &today())?;
    let init = ResponseInit::new();
    init.set_headers(&headers);
    let body = Uint8Array::from(text.as_bytes());
    let response = Response::new_with_opt_buffer_source_and_init(Some(&body), &init)?;
    JsFuture::from(cache().await?.put_with_str(&cache_key(key), &response)).await?;
    match find(key).await {
        Some((stored, _)) if stored == text => Ok(()),
        _ => Err(JsValue::UNDEFINED),
    }
}

async fn cache() -> Result<Cache, JsValue> {
    // Not available on insecure pages; accessing it there would throw.
    if !Reflect::has(&scope(), &JsValue::from_str("caches"))? {
        return Err(JsValue::UNDEFINED);
    }
    JsFuture::from(scope().caches()?.open(CACHE)).await?.dyn_into()
}
