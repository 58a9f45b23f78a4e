//! What happens to the tab while answers are given in it.

use crate::browser::event::Event;
use crate::browser::later;
use crate::browser::listen::listen_anywhere;
use plan::Writer;
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, StorageEvent};

/// A number that no other tab is likely to have drawn.
#[must_use]
pub fn writer() -> Writer {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to just below 2³²
    Writer((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// Calls `act` when another tab changed something under keys that begin with `prefix`.
pub fn on_change(prefix: String, act: impl Fn() + 'static) {
    listen_anywhere("storage", move |event: Event| {
        let key = event.inner().dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        // No key: everything was cleared.
        if key.is_none_or(|key| key.starts_with(&prefix)) {
            act();
        }
    });
}

/// Calls `act` when the tab may be about to go: left, hidden, closed.
pub fn on_leave(act: impl Fn() + Copy + 'static) {
    for event in ["pagehide", "visibilitychange"] {
        listen_anywhere(event, move |_| act());
    }
}

/// Calls `act` when the visitor comes back to a page that the browser had put away as it was.
pub fn on_return(act: impl Fn() + 'static) {
    listen_anywhere("pageshow", move |event: Event| {
        let event = event.inner().dyn_ref::<PageTransitionEvent>();
        if event.is_some_and(PageTransitionEvent::persisted) {
            act();
        }
    });
}

/// Calls `act` when the visitor pauses.
pub fn after_a_pause(act: impl FnOnce() + 'static) {
    const PAUSE: i32 = 400;
    later::after(PAUSE, act);
}
