//! Work that waits for something.

use std::future::Future;
use std::pin::Pin;

/// Runs `work` as far as it gets, and on whenever what it waits for has come.
pub fn later(work: impl Future<Output = ()> + 'static) {
    spawn(Box::pin(work));
}

/// Compiled once, whatever the work is.
fn spawn(work: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(work);
}
