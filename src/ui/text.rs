//! Our own words: numbers, and sentences that hold names in any language.

use leptos::prelude::*;

/// "1 role", "4 roles".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A piece of our own English on a page whose content may be in another language: read from left to
/// right and pronounced as English, whatever the names in it are.
#[must_use]
pub fn english(words: impl IntoView + 'static) -> AnyView {
    view! { <span lang="en">{words}</span> }.into_any()
}
