//! Text with search matches highlighted.

use leptos::prelude::*;
use std::ops::Range;

/// Shows `text` with the byte ranges in `highlights` highlighted. The ranges are sorted and do not overlap.
#[component]
pub fn Highlighted(
    /// The text.
    #[prop(into)]
    text: String,
    /// The ranges to highlight.
    highlights: Vec<Range<usize>>,
) -> impl IntoView {
    let slice = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    // Between two highlights, Chromium leaves a space out of the accessible name.
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in highlights {
        match joined.last_mut() {
            Some(last) if slice(last.end..range.start).trim().is_empty() => last.end = range.end,
            _ => joined.push(range),
        }
    }
    let mut end = 0;
    let mut parts = Vec::new();
    for range in joined {
        let before = slice(end..range.start);
        end = range.end;
        parts.push(view! { {before} <mark>{slice(range)}</mark> });
    }
    view! { {parts} {slice(end..text.len())} }
}
