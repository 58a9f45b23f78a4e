//! A text in other words: what was taken out and what was put in, for the eye and for the ear.

use ladder::{ChangeTag, DiffBudget, DiffPart, word_diff};
use leptos::prelude::*;

/// A text that differs in more places than these is hard to read word by word; it is shown as replaced.
const PLACES: usize = 40;

/// Shows how `before` became `after`, word by word as far as `budget` lasts.
#[must_use]
pub fn reworded(before: &str, after: &str, budget: &mut DiffBudget) -> AnyView {
    let mut parts = word_diff(before, after, budget);
    if parts.iter().filter(|part| part.tag != ChangeTag::Equal).count() > PLACES {
        parts = word_diff(before, after, &mut DiffBudget::none());
    }
    Vec::into_any(parts.into_iter().map(part).collect())
}

fn part(part: DiffPart) -> AnyView {
    let (space, text) = (part.space, part.text);
    match part.tag {
        ChangeTag::Equal => (space + &text).into_any(),
        ChangeTag::Delete => view! {
            {space} <del><span lang="en" class="said">"[removed: "</span>{text}<span class="said">"] "</span></del>
        }.into_any(),
        ChangeTag::Insert => view! {
            {space} <ins><span lang="en" class="said">"[added: "</span>{text}<span class="said">"] "</span></ins>
        }.into_any(),
    }
}
