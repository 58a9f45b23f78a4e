//! Long lists, a part at a time: what is not shown takes no place on the page.

use super::{count, english};
use crate::markup::{Markup, view};
use leptos::prelude::*;
use std::ops::Range;

/// Draws things from `0..len`, at most `size` of them at once, with buttons to the others. `one`
/// and `many` name the things.
#[must_use]
pub fn paged(
    len: usize,
    size: usize,
    (one, many): (&'static str, &'static str),
    draw: Box<dyn Fn(Range<usize>) -> Markup>,
) -> Markup {
    if len <= size {
        return draw(0..len);
    }
    let first = RwSignal::new(0);
    let last = (len - 1) / size * size;
    let shown = move || first.get()..(first.get() + size).min(len);
    let said = move || {
        let shown = shown();
        format!("{} to {} of {}", shown.start + 1, shown.end, count(len, one, many))
    };
    view! {
        <div class="paged">
            <p role="status">{move || english(said())}</p>
            <button
                class="quiet"
                aria-disabled=move || (first.get() == 0).then_some("true")
                on:click=move |_| first.update(|first| *first = first.saturating_sub(size))
            >
                "Previous"
            </button>
            <button
                class="quiet"
                aria-disabled=move || (first.get() == last).then_some("true")
                on:click=move |_| first.update(|first| *first = (*first + size).min(last))
            >
                "Next"
            </button>
        </div>
        {move || draw(shown())}
    }
}
