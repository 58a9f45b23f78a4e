//! Work that can wait until the browser has nothing else to do.

use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

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
