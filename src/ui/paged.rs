//! Long lists, one page at a time. Items on other pages are not rendered.

use super::{count, english};
use crate::browser::print;
use leptos::prelude::*;
use std::ops::Range;

/// Splits `0..len` into pages of `size` items.
#[must_use]
pub fn pages_of(len: usize, size: usize) -> Vec<Range<usize>> {
    pages_by_weight((0..len).map(|_| 1), size)
}

/// Splits items into pages. The weights of the items on a page add up to at most `capacity`; a page
/// has at least one item.
#[must_use]
pub fn pages_by_weight(weights: impl Iterator<Item = usize>, capacity: usize) -> Vec<Range<usize>> {
    let mut pages: Vec<Range<usize>> = Vec::new();
    let mut left = 0;
    for (index, weight) in weights.enumerate() {
        match pages.last_mut() {
            Some(page) if weight <= left => page.end = index + 1,
            _ => {
                left = capacity.max(weight);
                pages.push(index..index + 1);
            }
        }
        left -= weight;
    }
    pages
}

/// Renders one page of items, with buttons to the other pages if there are any.
#[component]
pub fn Paged(
    /// The items on each page.
    pages: Vec<Range<usize>>,
    /// What an item is called, in singular and plural.
    nouns: (&'static str, &'static str),
    /// Renders a range of items.
    #[prop(into)]
    render: Callback<Range<usize>, AnyView>,
) -> impl IntoView {
    let len = pages.last().map_or(0, |page| page.end);
    if pages.len() < 2 {
        return render.run(0..len);
    }
    let last = pages.len() - 1;
    let pages = StoredValue::new(pages);
    let page = RwSignal::new(0);
    let is_printing = print::is_printing();
    let shown = move || {
        if is_printing.get() { 0..len } else { pages.with_value(|pages| pages[page.get()].clone()) }
    };
    let status = move || {
        let Range { start, end } = shown();
        english(format!("Showing {}–{end} of {}", start + 1, count(len, nouns.0, nouns.1)))
    };
    view! {
        <div class="paged">
            <p role="status">{status}</p>
            <button type="button"
                lang="en"
                class="quiet"
                aria-disabled=move || (page.get() == 0).then_some("true")
                on:click=move |_| page.update(|page| *page = page.saturating_sub(1))
            >
                "Previous"
            </button>
            <button type="button"
                lang="en"
                class="quiet"
                aria-disabled=move || (page.get() == last).then_some("true")
                on:click=move |_| page.update(|page| *page = (*page + 1).min(last))
            >
                "Next"
            </button>
        </div>
        {move || render.run(shown())}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::pages_by_weight;

    #[test]
    fn pages_hold_up_to_their_capacity_and_at_least_one_item() {
        for (weights, capacity, expected) in [
            (vec![], 3, vec![]),
            (vec![1, 1, 1, 1], 2, vec![0..2, 2..4]),
            (vec![1, 1, 1], 2, vec![0..2, 2..3]),
            (vec![5, 1, 1, 5], 2, vec![0..1, 1..3, 3..4]),
            (vec![0, 0, 1], 0, vec![0..2, 2..3]),
        ] {
            assert_eq!(pages_by_weight(weights.into_iter(), capacity), expected);
        }
    }
}
