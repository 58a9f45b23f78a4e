//! Waiting for the browser: until it has nothing else to do, or for its next task.

use js_sys::{Function, Promise};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How long to wait in browsers that do not say when they are idle, in milliseconds.
const WAIT_MS: i32 = 1_500;

/// Waits until the browser is idle.
pub async fn wait() {
    resolved(|resolve| {
        // Safari does not have the function, so calling it fails there.
        if window().request_idle_callback(resolve).is_err() {
            wait_ms(resolve, WAIT_MS);
        }
    })
    .await;
}

/// Ends the current task, so that the browser can answer to input, and goes on in the next one.
pub async fn next_task() {
    resolved(|resolve| wait_ms(resolve, 0)).await;
}

/// Waits until `resolve` is called, to which `start` hands it.
async fn resolved(mut start: impl FnMut(&Function)) {
    let promise = Promise::new(&mut |resolve, _| start(&resolve));
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
}

fn wait_ms(resolve: &Function, ms: i32) {
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(resolve, ms);
}

/// Whether the visitor asked websites to save data.
#[must_use]
pub fn saves_data() -> bool {
    let property = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let connection = property(&window().navigator(), "connection");
    let saves = connection.and_then(|connection| property(&connection, "saveData"));
    saves.is_some_and(|saves| saves.is_truthy())
}
