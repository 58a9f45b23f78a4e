//! The head of the matrix table: a column for each role and, if short titles are not enough to tell
//! them apart, a row of tracks or families above.

use super::chosen_columns::ChosenColumns;
use super::own_marks::OwnMarks;
use super::table::VisibleCells;
use crate::components::hue;
use crate::messages::matrix::{
    CHOOSE_COLUMNS, OWN_RATINGS, OWN_ROLE, YOU, choose_column, column_name,
};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{ColumnHead, ColumnHeads, RoleIx};
use leptos::prelude::*;

/// The rows of the head.
pub fn table_head(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    roles: &[RoleIx],
    visible: VisibleCells,
    chosen: ChosenColumns,
    own: OwnMarks,
) -> impl IntoView + use<> {
    let columns =
        roles.iter().map(|&role| column_head(ladder, heads.of(role), role, visible, chosen, own));
    let columns: Vec<_> = columns.collect();
    let ratings_head = move || {
        own.with_ratings.get().then(|| {
            view! {
                <th lang="en" scope="col" class="own-ratings" aria-label=OWN_RATINGS>{YOU}</th>
            }
        })
    };
    view! {
        <thead>
            {group_row(heads, roles, visible, own)}
            <tr>
                // The direction of English text must not apply to the cell, which sticks to the start of the line.
                <th scope="col">
                    <span lang="en">"Skill"</span>
                    " "
                    <span lang="en" class="hint" aria-hidden="true" data-live="">{CHOOSE_COLUMNS}</span>
                </th>
                {ratings_head}
                {columns}
            </tr>
        </thead>
    }
}

/// A cell over each run of columns of the same track or family. `None` without any.
fn group_row(
    heads: &ColumnHeads,
    roles: &[RoleIx],
    visible: VisibleCells,
    own: OwnMarks,
) -> Option<impl IntoView + use<>> {
    roles.iter().find(|&&role| heads.of(role).group.is_some())?;
    let runs = roles.chunk_by(|&left, &right| heads.of(left).group == heads.of(right).group);
    let cell = |run: &[RoleIx]| {
        let group = run.first().and_then(|&role| heads.of(role).group.clone());
        let run = run.to_vec();
        let shown =
            Memo::new(move |_| run.iter().filter(|&&role| !visible.hides_role(role)).count());
        let colspan = move || shown.get().max(1).to_string();
        let is_hidden = move || shown.get() == 0;
        match group {
            Some(group) => view! {
                <th scope="colgroup" colspan=colspan hidden=is_hidden>
                    <span>{group}</span>
                </th>
            }
            .into_any(),
            None => view! { <td colspan=colspan hidden=is_hidden></td> }.into_any(),
        }
    };
    let cells: Vec<_> = runs.map(cell).collect();
    let ratings = move || own.with_ratings.get().then(|| view! { <td></td> });
    Some(view! {
        <tr class="column-groups"><td></td> {ratings} {cells}</tr>
    })
}

fn column_head(
    ladder: &SharedLadder,
    head: &ColumnHead,
    role: RoleIx,
    visible: VisibleCells,
    chosen: ChosenColumns,
    own: OwnMarks,
) -> impl IntoView + use<> {
    let is_own = move || own.is_own(role);
    let name = head.name.clone();
    let mark =
        move || is_own().then(|| view! { <span lang="en" class="own-mark">{OWN_ROLE}</span> });
    let is_chosen = move || if chosen.contains(role) { "true" } else { "false" };
    view! {
        <th
            scope="col"
            aria-label=move || column_name(&name, is_own())
            data-hue=hue::of_role(ladder, role)
            data-own=move || is_own().then_some("")
            hidden=move || visible.hides_role(role)
        >
            {mark}
            <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{head.text.clone()}</a>
            <button type="button"
                class="choose-column"
                data-live=""
                aria-pressed=is_chosen
                aria-label=choose_column(&head.name)
                title=choose_column(&head.name)
                on:click=move |_| chosen.toggle(role)
            ></button>
        </th>
    }
}
