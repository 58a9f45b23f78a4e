//! The summary table: each role's focus, key skills and impact.

use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::count;
use ladder::RoleIx;
use leptos::prelude::*;

/// A row a role; columns that none of `roles` fills are left out, and a table without any.
#[must_use]
pub fn summary_table(ladder: &SharedLadder, roles: &[RoleIx]) -> Option<AnyView> {
    let columns = Column::of(ladder, roles);
    if columns.is_empty() {
        return None;
    }
    let row = |&role: &RoleIx| {
        let cell = |&column: &Column| {
            let text = column.text(ladder, role);
            view! { <td role="cell" data-label=column.label()>{text}</td> }.into_any()
        };
        let cells: Vec<_> = columns.iter().map(cell).collect();
        view! {
            <tr role="row" data-hue=hue::of_role(ladder, role)>
                <th scope="row" role="rowheader">
                    <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{ladder[role].short().to_owned()}</a>
                </th>
                {cells}
            </tr>
        }.into_any()
    };
    let rows: Vec<_> = roles.iter().map(row).collect();
    let head =
        |label: &'static str| view! { <th scope="col" role="columnheader">{label}</th> }.into_any();
    let heads: Vec<_> = columns.iter().map(|column| head(column.label())).collect();
    Some(
        view! {
            <section class="summary">
                <h2 lang="en" id="summary">"Summary"</h2>
                <table role="table" aria-labelledby="summary">
                    <thead role="rowgroup">
                        <tr role="row">{head("Role")} {heads}</tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </section>
        }
        .into_any(),
    )
}

/// What a column of the summary tells of a role.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Track,
    Grade,
    Focus,
    KeySkills,
    Impact,
    Skills,
    LeadsTo,
}

/// The most that is listed in a cell; the role's page has all.
const LISTED: usize = 6;

impl Column {
    /// Those that say something of one of `roles`: first what the summary is for, and only where
    /// there is none of it how much each role asks for and where it leads.
    fn of(ladder: &SharedLadder, roles: &[RoleIx]) -> Vec<Self> {
        let says = |column: &Self| roles.iter().any(|&role| !column.text(ladder, role).is_empty());
        let told = |columns: &[Self]| -> Vec<_> { columns.iter().copied().filter(says).collect() };
        let mut columns =
            told(&[Self::Track, Self::Grade, Self::Focus, Self::KeySkills, Self::Impact]);
        if columns.iter().all(|column| matches!(column, Self::Track | Self::Grade)) {
            columns.extend(told(&[Self::Skills, Self::LeadsTo]));
        }
        columns
    }

    fn label(self) -> &'static str {
        match self {
            Self::Track => "Track",
            Self::Grade => "Grade",
            Self::Focus => "Focus area",
            Self::KeySkills => "Key skills",
            Self::Impact => "Strategic impact",
            Self::Skills => "Skills",
            Self::LeadsTo => "Leads to",
        }
    }

    fn text(self, ladder: &SharedLadder, role: RoleIx) -> String {
        let texts = &ladder[role];
        let some = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Track => texts.track.map(|track| ladder[track].name.clone()).unwrap_or_default(),
            Self::Grade => some(&texts.grade),
            Self::Focus => some(&texts.focus),
            Self::KeySkills => listed(&mut texts.core().map(|r| ladder[r.skill].short())),
            Self::Impact => some(&texts.impact),
            Self::Skills if texts.skills.is_empty() => String::new(),
            Self::Skills => count(texts.skills.len(), "skill", "skills"),
            Self::LeadsTo => listed(
                &mut ladder.graph().edges_from(role).iter().map(|edge| ladder[edge.to].short()),
            ),
        }
    }
}

/// "A, B and 14 more".
fn listed(names: &mut dyn Iterator<Item = &str>) -> String {
    let all: Vec<&str> = names.collect();
    let more = all.len().saturating_sub(LISTED);
    let mut text = all[..all.len() - more].to_vec();
    let rest = format!("+{more} more");
    if more > 0 {
        text.push(&rest);
    }
    text.join(", ").replace(", and ", " and ")
}
