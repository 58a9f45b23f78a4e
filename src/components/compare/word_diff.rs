//! Shows how a text changed, word by word, visually and for screen readers.

use ladder::{ChangeTag, DiffBudget, DiffPart, word_diff};
use leptos::prelude::*;

/// A text with more changes than this is hard to read word by word; it is shown as replaced.
const MAX_CHANGES: usize = 40;

/// Renders the change from `before` to `after`, word by word as far as the budget allows.
#[must_use]
pub fn render_diff(before: &str, after: &str, budget: &mut DiffBudget) -> AnyView {
    let mut parts = word_diff(before, after, budget);
    if parts.iter().filter(|part| part.tag != ChangeTag::Equal).count() > MAX_CHANGES {
        parts = word_diff(before, after, &mut DiffBudget::none());
    }
    parts.into_iter().map(render_part).collect_view().into_any()
}

fn render_part(DiffPart { tag, space, text }: DiffPart) -> AnyView {
    match tag {
        ChangeTag::Equal => (space + &text).into_any(),
        ChangeTag::Delete => view! {
            {space} <del><span lang="en" class="spoken">"[removed: "</span>{text}<span class="spoken">"] "</span></del>
        }
        .into_any(),
        ChangeTag::Insert => view! {
            {space} <ins><span lang="en" class="spoken">"[added: "</span>{text}<span class="spoken">"] "</span></ins>
        }
        .into_any(),
    }
}
