//! Work that can wait until the browser has nothing else to do.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// How long to wait in browsers that do not say when they are idle, in milliseconds.
const WAIT_MS: u64 = 1_500;

/// Calls `work` once the browser is idle.
pub fn run(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    // Safari does not have the function, so calling it fails there.
    if window().request_idle_callback(work.unchecked_ref()).is_err() {
        let call = move || {
            let _ = work.unchecked_ref::<js_sys::Function>().call0(&work);
        };
        set_timeout(call, Duration::from_millis(WAIT_MS));
    }
}

/// Whether the visitor asked websites to save data.
#[must_use]
pub fn saves_data() -> bool {
    let property = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let connection = property(&window().navigator(), "connection");
    let saves = connection.and_then(|connection| property(&connection, "saveData"));
    saves.is_some_and(|saves| saves.is_truthy())
}
