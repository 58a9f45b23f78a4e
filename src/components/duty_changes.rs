//! What becomes of the responsibilities from one role to another.

use super::statement_list::statement_list;
use crate::ladder::{Budget, Comparison, Ladder, RoleIx, StatementChange};
use crate::markup::{Markup, view};
use crate::ui::{count, english};

/// A heading and the test for what stands under it.
type Heap = (&'static str, &'static str, fn(&StatementChange) -> bool);

const HEAPS: [Heap; 4] = [
    ("Added", "added", |change| matches!(change, StatementChange::Added(_))),
    ("Reworded", "reworded", |change| matches!(change, StatementChange::Reworded(..))),
    ("Left behind", "left", |change| matches!(change, StatementChange::LeftBehind(_))),
    ("Kept", "kept", |change| matches!(change, StatementChange::Kept(..))),
];

/// Added, reworded, left behind and kept, as far as there are any.
#[must_use]
pub fn duty_changes(
    ladder: &Ladder,
    comparison: &Comparison,
    budget: &mut Budget,
) -> Option<Markup> {
    let of = |role: RoleIx| ladder[role].responsibilities.as_slice();
    let (before, after) = (of(comparison.from), of(comparison.to));
    if comparison.responsibilities.is_empty() {
        return None;
    }
    let heaps: Vec<_> = HEAPS
        .into_iter()
        .filter_map(|(heading, kind, is_of_it)| {
            let all = comparison.responsibilities.iter().copied();
            let changes: Vec<_> = all.filter(is_of_it).collect();
            (!changes.is_empty()).then(|| {
                let counted = count(changes.len(), "responsibility", "responsibilities");
                view! {
                    <section class="heap" data-change=kind>
                        <h3>{heading} " " <span class="count">{english(counted)}</span></h3>
                        {statement_list(before, after, &changes, budget)}
                    </section>
                }
            })
        })
        .collect();
    Some(view! {
        <section class="compare-part">
            <h2>"Responsibilities"</h2>
            {heaps}
        </section>
    })
}
