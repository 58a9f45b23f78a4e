//! What becomes of the responsibilities from one role to another.

use super::element_budget::{ElementBudget, SharedDiffBudget};
use super::statement_changes::{Sides, statement_list};
use crate::stores::SharedLadder;
use crate::ui::{count, english};
use ladder::{Comparison, StatementChange};
use leptos::prelude::*;

/// A heading and the test for what stands under it.
type Heap = (&'static str, &'static str, fn(&StatementChange) -> bool);

const HEAPS: [Heap; 4] = [
    ("New", "added", |change| matches!(change, StatementChange::Added(_))),
    ("Reworded", "reworded", |change| matches!(change, StatementChange::Reworded(..))),
    ("No longer yours", "left", |change| matches!(change, StatementChange::Removed(_))),
    ("Unchanged", "kept", |change| matches!(change, StatementChange::Unchanged(..))),
];

/// The elements that all of them would take.
#[must_use]
pub fn size(ladder: &SharedLadder, comparison: &Comparison) -> usize {
    Sides::of(ladder, comparison).sizes(&comparison.responsibilities).sum()
}

/// Added, reworded, left behind and kept, as far as there are any and `room` for them.
#[must_use]
pub fn duty_changes(
    ladder: &SharedLadder,
    comparison: &Comparison,
    room: ElementBudget,
    budget: &SharedDiffBudget,
) -> Option<AnyView> {
    if comparison.responsibilities.is_empty() {
        return None;
    }
    let sides = Sides::of(ladder, comparison);
    let heaps: Vec<_> = HEAPS
        .into_iter()
        .filter_map(|(heading, kind, is_of_it)| {
            let all = comparison.responsibilities.iter().copied();
            let changes: Vec<_> = all.filter(is_of_it).collect();
            (!changes.is_empty()).then(|| {
                let counted = count(changes.len(), "responsibility", "responsibilities");
                let room = room.share(sides.sizes(&changes).sum());
                view! {
                    <section class="heap" data-change=kind>
                        <h3>{heading} " " <span class="count">{english(counted)}</span></h3>
                        {statement_list(sides.clone(), changes, room, budget.clone())}
                    </section>
                }
                .into_any()
            })
        })
        .collect();
    Some(
        view! {
            <section class="compare-part">
                <h2 lang="en">"Responsibilities"</h2>
                {heaps}
            </section>
        }
        .into_any(),
    )
}
