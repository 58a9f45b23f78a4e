//! How the responsibilities change from one role to another.

use super::element_budget::{ElementBudget, SharedDiffBudget};
use super::statement_changes::{StatementList, StatementSource};
use crate::router::change_group_word;
use crate::stores::SharedLadder;
use crate::ui::count;
use ladder::{ChangeGroup, Comparison, StatementChange};
use leptos::prelude::*;
use std::sync::Arc;

/// A heading, the value of `data-change`, and whether a change belongs in the group.
type Group = (&'static str, &'static str, fn(&StatementChange) -> bool);

const GROUPS: [Group; 4] = [
    ("New", "added", |change| matches!(change, StatementChange::Added(_))),
    ("Reworded", "reworded", |change| matches!(change, StatementChange::Reworded(..))),
    ("No longer yours", "left", |change| matches!(change, StatementChange::Removed(_))),
    ("Unchanged", "kept", |change| matches!(change, StatementChange::Unchanged(..))),
];

/// The number of elements that all responsibilities take.
#[must_use]
pub fn element_count(ladder: &SharedLadder, comparison: &Comparison) -> usize {
    StatementSource::responsibilities(ladder, comparison)
        .element_counts(&comparison.responsibilities)
        .sum()
}

/// The responsibilities, grouped by how they change. Renders nothing if neither role has any.
#[component]
pub fn ResponsibilityChanges(
    ladder: SharedLadder,
    /// The compared roles.
    comparison: Arc<Comparison>,
    /// Limits the elements of each group.
    element_budget: ElementBudget,
    /// Limits the work of comparing texts.
    diff_budget: SharedDiffBudget,
) -> impl IntoView {
    let source = StatementSource::responsibilities(&ladder, &comparison);
    let group = |(heading, kind, is_in_group): Group| {
        let all = comparison.responsibilities.iter().copied();
        let changes: Vec<_> = all.filter(is_in_group).collect();
        (!changes.is_empty()).then(|| {
            let word = change_group_word(ChangeGroup::of_statement(changes[0]));
            let counted = count(changes.len(), "responsibility", "responsibilities");
            let max_elements = element_budget.share(source.element_counts(&changes).sum());
            view! {
                <section class="change-group" data-change=kind data-group=word>
                    <h3 lang="en">{heading} " " <span class="count">{counted}</span></h3>
                    <StatementList source=source.clone() changes max_elements diff_budget=diff_budget.clone() />
                </section>
            }
        })
    };
    let groups: Vec<_> = GROUPS.into_iter().filter_map(group).collect();
    (!groups.is_empty()).then(|| {
        view! {
            <section class="compare-part">
                <h2 lang="en">"Responsibilities"</h2>
                {groups}
            </section>
        }
    })
}
