//! Interface text: counted nouns, and English on pages of another language.

use leptos::prelude::*;

/// "1 role", "4 roles".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Marks interface text as English, because a ladder may be in another language: it is then read from
/// left to right and pronounced as English, whatever names it contains.
#[must_use]
pub fn english(text: impl IntoView + 'static) -> AnyView {
    view! { <span lang="en">{text}</span> }.into_any()
}
