//! Long lists, a part at a time: what is not shown takes no place on the page.

use super::{count, english};
use leptos::prelude::*;
use std::ops::Range;

/// What draws some of the things.
type Draw = Box<dyn Fn(Range<usize>) -> AnyView + Send>;

/// Draws things from `0..len`, at most `size` of them at once, with buttons to the others. `one`
/// and `many` name the things.
#[must_use]
pub fn paged(len: usize, size: usize, names: (&'static str, &'static str), draw: Draw) -> AnyView {
    paged_by(pages((0..len).map(|_| 1), size), names, draw)
}

/// The things on each page: as many of these sizes as `room` holds, and one at the least.
#[must_use]
pub fn pages(sizes: impl Iterator<Item = usize>, room: usize) -> Vec<Range<usize>> {
    let mut pages: Vec<Range<usize>> = Vec::new();
    let mut left = 0;
    for (at, size) in sizes.enumerate() {
        match pages.last_mut() {
            Some(page) if size <= left => page.end = at + 1,
            _ => {
                left = room.max(size);
                pages.push(at..at + 1);
            }
        }
        left -= size;
    }
    pages
}

/// Draws things a page at a time, with buttons to the other pages.
#[must_use]
pub fn paged_by(
    pages: Vec<Range<usize>>,
    (one, many): (&'static str, &'static str),
    draw: Draw,
) -> AnyView {
    let len = pages.last().map_or(0, |page| page.end);
    if pages.len() < 2 {
        return draw(0..len);
    }
    let page = RwSignal::new(0);
    let last = pages.len() - 1;
    let shown = move || pages.get(page.get()).cloned().unwrap_or_default();
    let said = {
        let shown = shown.clone();
        move || {
            let shown = shown();
            format!("{} to {} of {}", shown.start + 1, shown.end, count(len, one, many))
        }
    };
    view! {
        <div class="paged">
            <p role="status">{move || english(said())}</p>
            <button lang="en"
                class="quiet"
                aria-disabled=move || (page.get() == 0).then_some("true")
                on:click=move |_| page.update(|page| *page = page.saturating_sub(1))
            >
                "Previous"
            </button>
            <button lang="en"
                class="quiet"
                aria-disabled=move || (page.get() == last).then_some("true")
                on:click=move |_| page.update(|page| *page = (*page + 1).min(last))
            >
                "Next"
            </button>
        </div>
        {move || draw(shown())}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn a_page_holds_what_it_has_room_for_and_one_at_the_least() {
        for (sizes, room, expected) in [
            (vec![], 3, vec![]),
            (vec![1, 1, 1, 1], 2, vec![0..2, 2..4]),
            (vec![1, 1, 1], 2, vec![0..2, 2..3]),
            (vec![5, 1, 1, 5], 2, vec![0..1, 1..3, 3..4]),
            (vec![0, 0, 1], 0, vec![0..2, 2..3]),
        ] {
            assert_eq!(pages(sizes.into_iter(), room), expected);
        }
    }
}
