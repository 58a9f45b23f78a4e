//! The two roles of a comparison side by side: what each is, its focus and its impact.

use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{Comparison, Role, RoleIx};
use leptos::prelude::*;

/// What is told of both: its label, and where it stands in a role.
type Fact = (&'static str, fn(&Role) -> Option<&String>);

const FACTS: [Fact; 5] = [
    ("Summary", |role| role.summary.as_ref()),
    ("Focus area", |role| role.focus.as_ref()),
    ("Strategic impact", |role| role.impact.as_ref()),
    ("Grade", |role| role.grade.as_ref()),
    ("Family", |role| role.family.as_ref()),
];

/// A table with a column a role; a row that neither fills is left out.
#[must_use]
pub fn compare_ends(ladder: &SharedLadder, comparison: &Comparison) -> AnyView {
    let ends = [comparison.from, comparison.to];
    let roles = ends.map(|role| &ladder[role]);
    let cell = |text: Option<&String>, role: RoleIx| {
        let words = text.map_or("–", String::as_str).to_owned();
        view! { <td role="cell" data-hue=hue::of_role(ladder, role) dir="auto">{words}</td> }
            .into_any()
    };
    let row = |(label, fact): Fact| {
        let [before, after] = roles.map(fact);
        (before.is_some() || after.is_some()).then(|| {
            let is_same = (before == after).then_some("");
            view! {
                <tr role="row" data-same=is_same>
                    <th scope="row" role="rowheader">{label}</th>
                    {cell(before, ends[0])} {cell(after, ends[1])}
                </tr>
            }
            .into_any()
        })
    };
    let track = |role: RoleIx| ladder[role].track.map(|track| ladder[track].name.clone());
    let tracks = ends.map(track);
    let track_row = tracks.iter().any(Option::is_some).then(|| {
        view! {
            <tr role="row">
                <th lang="en" scope="row" role="rowheader">"Track"</th>
                {cell(tracks[0].as_ref(), ends[0])} {cell(tracks[1].as_ref(), ends[1])}
            </tr>
        }
        .into_any()
    });
    let rows = FACTS.map(row);
    view! {
        <table class="compare-ends" role="table" aria-label="The two roles">
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell"></td>
                    {head(ladder, ends[0], "From")} {head(ladder, ends[1], "To")}
                </tr>
            </thead>
            <tbody role="rowgroup">{rows} {track_row}</tbody>
        </table>
    }
    .into_any()
}

fn head(ladder: &SharedLadder, role: RoleIx, end: &'static str) -> AnyView {
    let texts = &ladder[role];
    view! {
        <th scope="col" role="columnheader" data-hue=hue::of_role(ladder, role)>
            <span class="end">{end}</span>
            <span class="icon-text" aria-hidden="true">{texts.icon.clone()}</span>
            <a href=ladder.href(&Route::Role(texts.id.clone()))>{texts.title.clone()}</a>
            <span class="stage">{texts.stage.clone()}</span>
        </th>
    }
    .into_any()
}
