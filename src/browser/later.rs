//! Work that waits for something.

use std::future::Future;

/// Runs `work` as far as it gets, and on whenever what it waits for has come.
pub fn later(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
