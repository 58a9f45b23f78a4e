//! What happens to the tab while answers are given in it.

use crate::browser::on_window_event;
use leptos::ev;
use leptos::prelude::*;
use plan::Writer;
use std::time::Duration;

/// A number that no other tab is likely to have drawn.
#[must_use]
pub fn writer() -> Writer {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to just below 2³²
    Writer((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

/// Calls `act` when another tab changed something under keys that begin with `prefix`.
pub fn on_change(prefix: String, act: impl Fn() + 'static) {
    on_window_event(ev::storage, move |event| {
        // No key: everything was cleared.
        if event.key().is_none_or(|key| key.starts_with(&prefix)) {
            act();
        }
    });
}

/// Calls `act` when the tab may be about to go: left, hidden, closed.
pub fn on_leave(act: impl Fn() + Copy + 'static) {
    on_window_event(ev::pagehide, move |_| act());
    on_window_event(ev::visibilitychange, move |_| act());
}

/// Calls `act` when the visitor comes back to a page that the browser had put away as it was.
pub fn on_return(act: impl Fn() + 'static) {
    on_window_event(ev::pageshow, move |event| {
        if event.persisted() {
            act();
        }
    });
}

/// Calls `act` when the visitor pauses.
pub fn after_a_pause(act: impl FnOnce() + 'static) {
    const PAUSE: Duration = Duration::from_millis(400);
    set_timeout(act, PAUSE);
}
