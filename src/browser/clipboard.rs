//! The visitor's clipboard.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies `text` and then says whether that went well. Browsers refuse it on sites without `https`.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let navigator = super::window().map(|window| window.navigator());
    // Missing on such sites; asking it there would throw.
    let has = |navigator: &web_sys::Navigator| {
        js_sys::Reflect::get(navigator, &JsValue::from_str("clipboard"))
            .is_ok_and(|clipboard| clipboard.is_object())
    };
    match navigator.filter(has) {
        Some(navigator) => {
            let written = navigator.clipboard().write_text(text);
            spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
        }
        None => then(false),
    }
}
