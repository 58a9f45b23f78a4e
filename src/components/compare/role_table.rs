//! The two roles of a comparison side by side.

use crate::components::hue;
use crate::messages::journey::position;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::rich_text;
use ladder::{Comparison, RichText, Role, RoleIx};
use leptos::prelude::*;
use std::sync::Arc;

/// A row: its label, and the field of a role that it shows.
type Field = (&'static str, fn(&Role) -> Option<RichText>);

const FIELDS: [Field; 5] = [
    ("Summary", |role| role.summary.clone()),
    ("Focus area", |role| role.focus.clone()),
    ("Strategic impact", |role| role.impact.clone()),
    ("Grade", |role| role.grade.as_deref().map(Into::into)),
    ("Family", |role| role.family.as_deref().map(Into::into)),
];

/// A table with a column for each role. Rows that are empty for both roles are left out.
#[component]
pub fn RoleTable(
    ladder: SharedLadder,
    /// The compared roles.
    comparison: Arc<Comparison>,
) -> impl IntoView {
    let pair = [comparison.from, comparison.to];
    let cell = |role: RoleIx, text: Option<RichText>| {
        let text = rich_text(&text.unwrap_or_else(|| "–".into()));
        view! { <td data-hue=hue::of_role(&ladder, role) dir="auto">{text}</td> }
    };
    let row = |(label, field): Field| {
        let [from, to] = pair.map(|role| field(&ladder[role]));
        (from.is_some() || to.is_some()).then(|| {
            let is_same = (from == to).then_some("");
            view! {
                <tr data-same=is_same>
                    <th lang="en" scope="row">{label}</th>
                    {cell(pair[0], from)} {cell(pair[1], to)}
                </tr>
            }
        })
    };
    let track = |role: RoleIx| ladder[role].track.map(|track| ladder[track].name.as_str().into());
    let tracks: [Option<RichText>; 2] = pair.map(track);
    let track_row = tracks.iter().any(Option::is_some).then(|| {
        let [from, to] = tracks;
        view! {
            <tr>
                <th lang="en" scope="row">"Track"</th>
                {cell(pair[0], from)} {cell(pair[1], to)}
            </tr>
        }
    });
    let journey = use_journey();
    let positions = {
        let ladder = ladder.clone();
        Memo::new(move |_| {
            journey.with(|journey| pair.map(|role| position(&ladder, journey, role)))
        })
    };
    let position_cell = |nth: usize| {
        let text = move || positions.with(|positions| positions[nth].clone());
        view! { <td lang="en" data-hue=hue::of_role(&ladder, pair[nth])>{text}</td> }
    };
    // It is in the document from the start, so that nothing moves when the visitor's role is known.
    let is_unknown = move || positions.with(|positions| positions.iter().all(Option::is_none));
    let position_row = view! {
        <tr hidden=is_unknown>
            <th lang="en" scope="row">"Position"</th>
            {position_cell(0)} {position_cell(1)}
        </tr>
    };
    view! {
        <table class="role-table" aria-label="The two roles">
            <thead>
                <tr>
                    <td></td>
                    {column_header(&ladder, pair[0], "From")} {column_header(&ladder, pair[1], "To")}
                </tr>
            </thead>
            <tbody>{position_row} {FIELDS.map(row)} {track_row}</tbody>
        </table>
    }
}

fn column_header(
    ladder: &SharedLadder,
    role_ix: RoleIx,
    label: &'static str,
) -> impl IntoView + use<> {
    let role = &ladder[role_ix];
    view! {
        <th scope="col" data-hue=hue::of_role(ladder, role_ix)>
            <span class="icon-text" aria-hidden="true">{role.icon.clone()}</span>
            <span lang="en" class="end">{label}<span class="visually-hidden">" " {ladder.distinct_title(role_ix)}</span></span>
            <span class="stage">{role.stage.clone()}</span>
        </th>
    }
}
