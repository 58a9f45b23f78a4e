//! Work that waits for something.

use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Runs `work` as far as it gets, and on whenever what it waits for has come.
pub fn later(work: impl Future<Output = ()> + 'static) {
    spawn(Box::pin(work));
}

/// Compiled once, whatever the work is.
fn spawn(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}

/// Calls `act` after so many thousandths of a second.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let act = act.unchecked_ref();
    let _ = super::window().map(|window| {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(act, milliseconds)
    });
}
