//! The head of the matrix table: a column for each role and, if short titles are not enough to tell
//! them apart, a row of tracks or families above.

use super::chosen_columns::ChosenColumns;
use super::table::Columns;
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
    columns: &Columns,
    chosen: ChosenColumns,
) -> impl IntoView + use<> {
    let has_ratings = columns.ratings.is_some();
    let ratings_head = has_ratings.then(|| {
        view! { <th lang="en" scope="col" class="own-ratings" aria-label=OWN_RATINGS>{YOU}</th> }
    });
    let role_heads = columns.roles.iter().map(|&role| {
        let is_own = columns.own_role == Some(role);
        column_head(ladder, heads.of(role), role, is_own, chosen)
    });
    view! {
        <thead>
            {group_row(heads, &columns.roles, has_ratings)}
            <tr>
                // The direction of English text must not apply to the cell, which sticks to the start of the line.
                <th scope="col">
                    <span lang="en">"Skill"</span>
                    " "
                    <span lang="en" class="hint" aria-hidden="true" data-live="">{CHOOSE_COLUMNS}</span>
                </th>
                {ratings_head}
                {role_heads.collect_view()}
            </tr>
        </thead>
    }
}

/// A cell over each run of columns of the same track or family. `None` without any.
fn group_row(
    heads: &ColumnHeads,
    roles: &[RoleIx],
    has_ratings: bool,
) -> Option<impl IntoView + use<>> {
    roles.iter().find(|&&role| heads.of(role).group.is_some())?;
    let runs = roles.chunk_by(|&left, &right| heads.of(left).group == heads.of(right).group);
    let cell = |run: &[RoleIx]| {
        let colspan = run.len().to_string();
        match run.first().and_then(|&role| heads.of(role).group.clone()) {
            Some(group) => view! {
                <th scope="colgroup" colspan=colspan>
                    <span>{group}</span>
                </th>
            }
            .into_any(),
            None => view! { <td colspan=colspan></td> }.into_any(),
        }
    };
    let cells = runs.map(cell).collect_view();
    let ratings = has_ratings.then(|| view! { <td></td> });
    Some(view! {
        <tr class="column-groups"><td></td> {ratings} {cells}</tr>
    })
}

fn column_head(
    ladder: &SharedLadder,
    head: &ColumnHead,
    role: RoleIx,
    is_own: bool,
    chosen: ChosenColumns,
) -> impl IntoView + use<> {
    let mark = is_own.then(|| view! { <span lang="en" class="own-mark">{OWN_ROLE}</span> });
    let is_chosen = move || if chosen.contains(role) { "true" } else { "false" };
    view! {
        <th
            scope="col"
            aria-label=column_name(&head.name, is_own)
            data-hue=hue::of_role(ladder, role)
            data-own=is_own.then_some("")
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
