//! A text with the found parts marked.

use crate::markup::{IntoMarkup, Markup, view};
use leptos::prelude::*;
use std::ops::Range;

/// Shows `text` with the byte ranges in `marks` set off; they are in order and do not overlap.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: String,
    /// What to mark in it.
    marks: Vec<Range<usize>>,
) -> Markup {
    let mut parts: Vec<Markup> = Vec::new();
    let mut end = 0;
    for range in marks {
        parts.push(text.get(end..range.start).unwrap_or_default().to_owned().into_markup());
        let found = text.get(range.clone()).unwrap_or_default().to_owned();
        parts.push(view! { <mark>{found}</mark> });
        end = range.end;
    }
    parts.push(text.get(end..).unwrap_or_default().to_owned().into_markup());
    Markup::Many(parts)
}
