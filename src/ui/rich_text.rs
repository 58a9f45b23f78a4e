//! Texts of a document, with their links, emphasis, code, line breaks and lists as elements.

use super::external_link;
use ladder::{Mark, MarkKind, RichText};
use leptos::html::custom;
use leptos::prelude::*;

/// A text as the content of an element that may contain lists.
#[must_use]
pub fn rich_text(text: &RichText) -> AnyView {
    match text.marks() {
        [] => text.to_string().into_any(),
        mut marks => nested(text, (0, text.len()), &mut marks, false).into_any(),
    }
}

/// A text as a paragraph with these classes.
#[must_use]
pub fn paragraph(class: &'static str, text: &RichText) -> AnyView {
    in_element("p", class, text)
}

/// A text as a part of a paragraph with these classes.
#[must_use]
pub fn phrase(class: &'static str, text: &RichText) -> AnyView {
    in_element("span", class, text)
}

/// The number of elements that the marks of a text take.
#[must_use]
pub fn mark_element_count(text: &RichText) -> usize {
    // A link has an icon of two elements.
    let count = |mark: &Mark| if matches!(mark.kind, MarkKind::Link(_)) { 3 } else { 1 };
    text.marks().iter().map(count).sum()
}

/// A text in an element of this name, or in a `div` if it has a list, which neither `p` nor `span` may contain.
fn in_element(name: &'static str, class: &'static str, text: &RichText) -> AnyView {
    let name = if text.has_list() { "div" } else { name };
    let class = (!class.is_empty()).then_some(class);
    custom(name).attr("class", class).attr("dir", "auto").child(rich_text(text)).into_any()
}

/// The part of a text from `start` to `end`, with the next of `marks` as far as they are in it. Of a list, only
/// the items: the browser numbers them.
fn nested(
    text: &str,
    (start, end): (usize, usize),
    marks: &mut &[Mark],
    is_list: bool,
) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let (mut from, mut is_after_list) = (start, false);
    loop {
        let next = marks.first().filter(|mark| (mark.start as usize) < end);
        let until = next.map_or(end, |mark| mark.start as usize);
        let is_before_list = next.is_some_and(|mark| matches!(mark.kind, MarkKind::List(_)));
        let mut piece = text.get(from..until).unwrap_or_default();
        // A list begins and ends its own lines.
        if is_after_list {
            piece = piece.trim_start_matches('\n');
        }
        if is_before_list {
            piece = piece.trim_end_matches('\n');
        }
        if !is_list && !piece.is_empty() {
            parts.push(piece.to_owned().into_any());
        }
        let Some(mark) = next else { return parts };
        *marks = marks.get(1..).unwrap_or_default();
        let range = (mark.start as usize, mark.end as usize);
        parts.push(element(&mark.kind, nested(text, range, marks, is_before_list)));
        (from, is_after_list) = (range.1, is_before_list);
    }
}

fn element(kind: &MarkKind, content: Vec<AnyView>) -> AnyView {
    let (name, class, first) = match kind {
        MarkKind::Link(address) => return external_link(address.as_str(), content),
        MarkKind::Break => return view! { <br /> }.into_any(),
        MarkKind::Emphasis => ("em", None, None),
        MarkKind::Strong => ("strong", None, None),
        MarkKind::Code => ("code", None, None),
        MarkKind::Item => ("li", None, None),
        MarkKind::List(None) => ("ul", Some("text-list"), None),
        MarkKind::List(first) => ("ol", Some("text-list"), first.map(|first| first.to_string())),
    };
    custom(name).attr("class", class).attr("start", first).child(content).into_any()
}
