//! A text in other words: what was taken out and what was put in, for the eye and for the ear.

use ladder::{Budget, Fate, Part, word_difference};
use leptos::prelude::*;

/// A text that differs in more places than these is hard to read word by word; it is shown as replaced.
const PLACES: usize = 40;

/// Shows how `before` became `after`, word by word as far as `budget` lasts.
#[must_use]
pub fn reworded(before: &str, after: &str, budget: &mut Budget) -> AnyView {
    let mut parts = word_difference(before, after, budget);
    if parts.iter().filter(|part| part.fate != Fate::Kept).count() > PLACES {
        parts = word_difference(before, after, &mut Budget::none());
    }
    Vec::into_any(parts.into_iter().map(part).collect())
}

fn part(part: Part) -> AnyView {
    let (space, text) = (part.space, part.text);
    match part.fate {
        Fate::Kept => (space + &text).into_any(),
        Fate::Removed => view! {
            {space} <del><span lang="en" class="said">"[removed: "</span>{text}<span class="said">"] "</span></del>
        }.into_any(),
        Fate::Added => view! {
            {space} <ins><span lang="en" class="said">"[added: "</span>{text}<span class="said">"] "</span></ins>
        }.into_any(),
    }
}
