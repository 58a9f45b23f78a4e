//! Content that may appear a frame later than the rest of the page.

use leptos::prelude::*;
use std::time::Duration;

/// Renders the content. If `is_delayed`, waits until the browser has painted the rest of the page; a placeholder
/// one screen high prevents layout shifts.
#[component]
pub fn NextFrame(
    /// Whether to wait. Without it the content is there at once.
    is_delayed: bool,
    /// Renders the content.
    render: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    if !is_delayed {
        return render();
    }
    let is_due = next_frame(true);
    (move || {
        if is_due.get() { render() } else { view! { <div class="next-frame"></div> }.into_any() }
    })
    .into_any()
}

/// Whether what may appear a frame later is due. Without `is_delayed` it is so at once, and otherwise when the browser
/// has painted the rest of the page.
#[must_use]
pub fn next_frame(is_delayed: bool) -> ReadSignal<bool> {
    let (is_due, set_due) = signal(!is_delayed);
    if is_delayed {
        // A frame callback runs before its frame is painted, a timer set in it after that.
        request_animation_frame(move || {
            // The page may have been left in the meantime.
            set_timeout(move || _ = set_due.try_set(true), Duration::ZERO);
        });
    }
    is_due
}
