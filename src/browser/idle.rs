//! Work for when the page has nothing else to do.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};

/// Calls `work` once the page is idle. Safari cannot tell and waits half a second instead.
pub fn when_idle(work: impl Fn() + 'static) {
    let can_tell = js_sys::Reflect::has(&window(), &JsValue::from_str("requestIdleCallback"));
    if can_tell.unwrap_or(false) {
        request_idle_callback(work);
    } else {
        set_timeout(work, Duration::from_millis(500));
    }
}

/// Whether the visitor asked websites to save data.
#[must_use]
pub fn saves_data() -> bool {
    let property = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let connection = property(&window().navigator().unchecked_into(), "connection");
    let saves = connection.and_then(|connection| property(&connection, "saveData"));
    saves.is_some_and(|saves| saves.is_truthy())
}
