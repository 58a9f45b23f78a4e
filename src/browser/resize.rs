//! Changes of the window's size.

use super::on_window_event;
use leptos::ev;
use leptos::prelude::*;

/// Calls `act` whenever the window is resized, until the current owner is disposed.
pub fn on_resize(act: impl Fn() + 'static) {
    on_window_event(ev::resize, move |_| act());
}

/// Whether the window is at most `width` wide (a CSS length such as `46rem`). False until the first
/// effect has run, and while prerendering.
#[must_use]
pub fn use_max_width(width: &'static str) -> ReadSignal<bool> {
    let (is_narrow, set_narrow) = signal(false);
    Effect::new(move |_| {
        let update = move || {
            let query = format!("(max-width: {width})");
            let query = window().match_media(&query).ok().flatten();
            let now = query.is_some_and(|query| query.matches());
            if is_narrow.get_untracked() != now {
                set_narrow.set(now);
            }
        };
        update();
        on_resize(update);
    });
    is_narrow
}
