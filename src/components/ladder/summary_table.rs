//! The summary table: each role's focus, key skills and impact.

use crate::components::hue;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{count, phrase, rich_text};
use ladder::{RichText, RoleIx, SkillIx};
use leptos::prelude::*;

/// The maximum number of names in a cell; the role page lists all of them.
const MAX_NAMED: usize = 6;

/// A table with a row per role. Empty columns are left out; renders nothing if all are empty.
#[component]
pub fn SummaryTable(
    ladder: SharedLadder,
    /// The roles.
    roles: Vec<RoleIx>,
) -> impl IntoView {
    let columns = Column::used(&ladder, &roles);
    let row = |&role: &RoleIx| {
        let cell = |&column: &Column| {
            let text = match column {
                Column::KeySkills => key_skills(&ladder, role),
                _ => {
                    let text = column.text(&ladder, role);
                    // On phones a cell is a grid, so that its text is one item.
                    if text.marks().is_empty() { rich_text(&text) } else { phrase("", &text) }
                }
            };
            view! { <td data-label=column.label()>{text}</td> }
        };
        let cells: Vec<_> = columns.iter().map(cell).collect();
        view! {
            <tr data-hue=hue::of_role(&ladder, role)>
                <th scope="row">
                    <a href=ladder.href(&Route::Role(ladder[role].id.clone()))>{ladder.distinct_short_title(role)}</a>
                </th>
                {cells}
            </tr>
        }
    };
    let rows: Vec<_> = roles.iter().map(row).collect();
    let head = |label: &'static str| view! { <th lang="en" scope="col">{label}</th> };
    let heads: Vec<_> = columns.iter().map(|column| head(column.label())).collect();
    (!columns.is_empty()).then(|| {
        view! {
            <section class="summary">
                <h2 lang="en" id="summary">"Summary"</h2>
                <table aria-labelledby="summary">
                    <thead>
                        <tr>{head("Role")} {heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
    })
}

/// A column of the summary.
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

impl Column {
    /// The columns with content. The number of skills and the steps are a fallback for ladders that
    /// have none of the other columns except track and grade.
    fn used(ladder: &SharedLadder, roles: &[RoleIx]) -> Vec<Self> {
        let has_text =
            |column: &Self| roles.iter().any(|&role| !column.text(ladder, role).is_empty());
        let with_text =
            |columns: &[Self]| -> Vec<_> { columns.iter().copied().filter(has_text).collect() };
        let mut columns =
            with_text(&[Self::Track, Self::Grade, Self::Focus, Self::KeySkills, Self::Impact]);
        if columns.iter().all(|column| matches!(column, Self::Track | Self::Grade)) {
            columns.extend(with_text(&[Self::Skills, Self::LeadsTo]));
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

    fn text(self, ladder: &SharedLadder, ix: RoleIx) -> RichText {
        let role = &ladder[ix];
        match self {
            Self::Focus => role.focus.clone().unwrap_or_default(),
            Self::Impact => role.impact.clone().unwrap_or_default(),
            _ => self.names(ladder, ix).into(),
        }
    }

    fn names(self, ladder: &SharedLadder, ix: RoleIx) -> String {
        let role = &ladder[ix];
        match self {
            Self::Track => role.track.map(|track| ladder[track].name.clone()).unwrap_or_default(),
            Self::Grade => role.grade.clone().unwrap_or_default(),
            Self::KeySkills => join_names(role.core().map(|r| ladder[r.skill].short().to_owned())),
            Self::Skills if !role.skills.is_empty() => count(role.skills.len(), "skill", "skills"),
            Self::LeadsTo => {
                let edges = ladder.graph().edges_from(ix);
                join_names(edges.iter().map(|edge| ladder.distinct_short_title(edge.to)))
            }
            Self::Skills | Self::Focus | Self::Impact => String::new(),
        }
    }
}

/// The names of the first key skills with links: "A, B, +14 more".
fn key_skills(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let skills: Vec<_> = ladder[role].core().map(|requirement| requirement.skill).collect();
    let link = |(at, &skill): (usize, &SkillIx)| {
        let href = ladder.href(&Route::Skill(ladder[skill].id.clone()));
        view! { {(at > 0).then_some(", ")} <a href=href>{ladder[skill].short().to_owned()}</a> }
    };
    let links: Vec<_> = skills.iter().take(MAX_NAMED).enumerate().map(link).collect();
    let more = skills.len().saturating_sub(MAX_NAMED);
    let more = (more > 0).then(|| view! { ", " <span lang="en">{format!("+{more} more")}</span> });
    (!links.is_empty()).then(|| view! { <span>{links}{more}</span> }).into_any()
}

/// "A, B, +14 more".
fn join_names(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.collect();
    let more = format!("+{} more", names.len().saturating_sub(MAX_NAMED));
    if names.len() > MAX_NAMED {
        names.truncate(MAX_NAMED);
        names.push(more);
    }
    names.join(", ")
}
