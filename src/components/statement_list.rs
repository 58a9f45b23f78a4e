//! What becomes of statements: each with a word for its change, reworded ones word by word.

use super::reworded::reworded;
use crate::ladder::{Budget, Statement, StatementChange};
use crate::markup::{IntoMarkup, Markup, view};

/// The changes in their order, each with its sign and its word. Kept statements are shown as they are.
#[must_use]
pub fn statement_list(
    before: &[Statement],
    after: &[Statement],
    changes: &[StatementChange],
    budget: &mut Budget,
) -> Markup {
    let items: Vec<_> = changes.iter().map(|&change| item(before, after, change, budget)).collect();
    view! { <ul class="statement-changes">{items}</ul> }
}

fn item(
    before: &[Statement],
    after: &[Statement],
    change: StatementChange,
    budget: &mut Budget,
) -> Markup {
    let (kind, word, statement) = match change {
        StatementChange::Added(at) => ("added", "Added", &after[at]),
        StatementChange::Reworded(_, at) => ("reworded", "Reworded", &after[at]),
        StatementChange::LeftBehind(at) => ("left", "Left behind", &before[at]),
        StatementChange::Kept(_, at) => ("kept", "Kept", &after[at]),
    };
    let text = match change {
        StatementChange::Reworded(from, to) => {
            reworded(&before[from].text, &after[to].text, budget)
        }
        _ => statement.text.clone().into_markup(),
    };
    let group = statement.group.clone();
    view! {
        <li data-change=kind>
            {group.map(|group| view! { <span class="group" dir="auto">{group}</span> })}
            <span class="visually-hidden" lang="en">{word} ": "</span>
            <span class="text" dir="auto">{text}</span>
        </li>
    }
}
