//! The summary table: each role's focus, key skills and impact.

use super::hue;
use crate::ladder::RoleIx;
use crate::markup::{Markup, view};
use crate::route::Route;
use crate::state::Shared;

/// A row a role; columns that no role fills are left out. Nothing where none is filled.
#[must_use]
pub fn summary_table(ladder: &Shared) -> Option<Markup> {
    let has_focus = ladder.roles.iter().any(|role| role.focus.is_some());
    let has_core = ladder.roles.iter().any(|role| role.core().next().is_some());
    let has_impact = ladder.roles.iter().any(|role| role.impact.is_some());
    if !(has_focus || has_core || has_impact) {
        return None;
    }
    let row = |role: RoleIx| {
        let texts = &ladder[role];
        let core: Vec<&str> = texts.core().map(|r| ladder[r.skill].short()).collect();
        let cell = |shown: bool, label: &'static str, text: String| {
            shown.then(|| view! { <td role="cell" data-label=label>{text}</td> })
        };
        view! {
            <tr role="row" data-hue=hue::of_role(ladder, role)>
                <th scope="row" role="rowheader">
                    <a href=ladder.href(&Route::Role(texts.id.clone()))>{texts.short().to_owned()}</a>
                </th>
                {cell(has_focus, "Focus area", texts.focus.clone().unwrap_or_default())}
                {cell(has_core, "Key skills", core.join(", "))}
                {cell(has_impact, "Strategic impact", texts.impact.clone().unwrap_or_default())}
            </tr>
        }
    };
    let rows: Vec<_> = ladder.role_places().map(row).collect();
    let head = |shown: bool, label: &'static str| {
        shown.then(|| view! { <th scope="col" role="columnheader">{label}</th> })
    };
    let table = view! {
        <section class="summary">
            <h2 id="summary">"Summary"</h2>
            <table role="table" aria-labelledby="summary">
                <thead role="rowgroup">
                    <tr role="row">
                        {head(true, "Role")} {head(has_focus, "Focus area")}
                        {head(has_core, "Key skills")} {head(has_impact, "Strategic impact")}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </section>
    };
    Some(table)
}
