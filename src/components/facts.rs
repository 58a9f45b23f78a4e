//! Short facts about a role or a skill, as a description list.

use crate::ui::rich_text;
use ladder::RichText;
use leptos::prelude::*;

/// A label and a text per item. Items without a text are left out; renders nothing if all are.
#[component]
pub fn Facts(
    /// The labels and texts.
    items: Vec<(&'static str, Option<RichText>)>,
) -> impl IntoView {
    let facts = items.into_iter().filter_map(|(label, text)| {
        text.map(|text| {
            view! { <div><dt lang="en">{label}</dt><dd>{rich_text(&text)}</dd></div> }
        })
    });
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> })
}

/// The names separated by commas; `None` if there are none.
#[must_use]
pub fn join_names(names: &[String]) -> Option<RichText> {
    (!names.is_empty()).then(|| names.join(", ").into())
}
