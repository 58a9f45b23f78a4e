//! Short facts of a role or a skill under its name, each with its label.

use leptos::prelude::*;

/// The facts that there are; nothing where there is none.
#[must_use]
pub fn facts(all: &[(&'static str, Option<String>)]) -> Option<AnyView> {
    let fact = |(label, text): &(&'static str, Option<String>)| {
        let text = text.clone()?;
        Some(view! { <div><dt>{*label}</dt><dd>{text}</dd></div> }.into_any())
    };
    let facts: Vec<_> = all.iter().filter_map(fact).collect();
    (!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> }.into_any())
}

/// Some names as one text, where there is any.
#[must_use]
pub fn together(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}
