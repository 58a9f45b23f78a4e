//! Runs long work in time slices, so that the page stays responsive.

use leptos::prelude::set_timeout;
use std::time::Duration;

/// The length of a slice, in milliseconds. Browsers wait about 4 ms between slices, so shorter ones
/// add overhead; people notice delays from about 100 ms.
const SLICE_MS: f64 = 40.0;

/// Calls `step` until it returns false: at first immediately, then in slices with pauses for events.
pub fn run(step: impl FnMut() -> bool + 'static) {
    run_slice(Box::new(step));
}

fn run_slice(mut step: Box<dyn FnMut() -> bool>) {
    let end = js_sys::Date::now() + SLICE_MS;
    while step() {
        if js_sys::Date::now() >= end {
            return set_timeout(move || run_slice(step), Duration::ZERO);
        }
    }
}
