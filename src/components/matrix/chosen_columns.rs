//! Two columns of the matrix that the visitor chose, and the link to their comparison.

use crate::messages::matrix::{CHOOSE_ANOTHER_COLUMN, compare_columns};
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape, english};
use ladder::{ColumnHeads, Matrix, RoleIx};
use leptos::prelude::*;
use std::sync::Arc;

/// Up to two chosen columns.
#[derive(Clone, Copy, Default)]
pub struct ChosenColumns(RwSignal<Vec<RoleIx>>);

impl ChosenColumns {
    /// Chooses a column, or takes the choice back. A third column replaces the first.
    pub fn toggle(self, role: RoleIx) {
        self.0.update(|chosen| toggle(chosen, role));
    }

    /// Whether a column is chosen.
    #[must_use]
    pub fn contains(self, role: RoleIx) -> bool {
        self.0.with(|chosen| chosen.contains(&role))
    }
}

fn toggle(chosen: &mut Vec<RoleIx>, role: RoleIx) {
    match chosen.iter().position(|&other| other == role) {
        Some(index) => drop(chosen.remove(index)),
        None => {
            chosen.push(role);
            if chosen.len() > 2 {
                chosen.remove(0);
            }
        }
    }
}

/// A link to the comparison of the chosen columns or, if only two are shown, of these.
#[component]
pub fn CompareColumns(
    /// The open ladder.
    ladder: SharedLadder,
    /// The column heads.
    heads: Arc<ColumnHeads>,
    /// The filtered matrix.
    matrix: Memo<Matrix>,
    /// The chosen columns.
    chosen: ChosenColumns,
) -> impl IntoView {
    let is_pair = ladder.roles.len() == 2;
    let columns = Memo::new(move |_| {
        matrix.with(|matrix| match matrix.roles.as_slice() {
            [_, _] if !is_pair => matrix.roles.clone(),
            roles => roles.iter().copied().filter(|&role| chosen.contains(role)).collect(),
        })
    });
    let link = move |from: RoleIx, to: RoleIx| {
        let href = ladder.href(&Route::Compare(RolePair::of(&ladder, from, to)));
        let label = compare_columns(&heads.of(from).name, &heads.of(to).name);
        view! { <a class="quiet" href=href>{english(label)} <Icon shape=IconShape::Forward /></a> }
    };
    let content = move || match columns.get().as_slice() {
        [from, to] => link(*from, *to).into_any(),
        [_] => english(CHOOSE_ANOTHER_COLUMN),
        _ => ().into_any(),
    };
    view! { <p class="compare-columns" aria-live="polite">{content}</p> }
}

#[cfg(test)]
mod tests {
    use super::toggle;
    use ladder::RoleIx;

    #[test]
    fn a_third_column_replaces_the_first_and_a_chosen_one_is_removed() {
        let [a, b, c] = [0, 1, 2].map(|index| RoleIx::all(3).nth(index).unwrap());
        let mut chosen = Vec::new();
        for (role, expected) in
            [(a, vec![a]), (b, vec![a, b]), (c, vec![b, c]), (b, vec![c]), (c, vec![])]
        {
            toggle(&mut chosen, role);
            assert_eq!(chosen, expected);
        }
    }
}
