//! The skills matrix: skills down, roles across. Every row is drawn once and then only shown or
//! hidden, because drawing costs far more than hiding.

use crate::components::hue;
use crate::messages::matrix::{group_heading, requirement_status};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{Matrix, RequirementKind, RequirementStatus, RoleIx, SkillGroup, SkillIx};
use leptos::prelude::*;

/// The most columns that fit on a wide page without scrolling sideways.
const FITTING: usize = 8;

/// The most nodes that a table may be made of.
const MOST_NODES: usize = 1_500;

/// Whether the whole table is small enough to be drawn: else it is a [`super::virtual_matrix`].
#[must_use]
pub fn is_small(ladder: &SharedLadder) -> bool {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    // A cell is a node, and one that says something five more; see `row` and `cell`.
    let own = skills * 6 + roles * 4 + skills * roles;
    own <= MOST_NODES && {
        let holds = |role| move |&skill: &SkillIx| ladder.requirement_status(role, skill).applies();
        let held =
            ladder.role_places().map(|role| ladder.skill_places().filter(holds(role)).count());
        own + 5 * held.sum::<usize>() <= MOST_NODES
    }
}

/// The whole table; of it is shown what `matrix` holds.
#[component]
pub fn SkillMatrix(
    /// The open ladder.
    ladder: SharedLadder,
    /// The table without any filter.
    whole: Matrix,
    /// What the visitor's filters leave.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    let shown_skills =
        Memo::new(move |_| matrix.with(|m| flags(skills, m.skills().map(SkillIx::index))));
    let shown_roles =
        Memo::new(move |_| matrix.with(|m| flags(roles, m.roles.iter().map(|role| role.index()))));
    let shown = Shown { skills: shown_skills, roles: shown_roles };
    let head = whole.roles.iter().map(|&role| column_head(&ladder, role, shown));
    let groups = whole.groups.iter().map(|group| group_rows(&ladder, group, &whole.roles, shown));
    let (head, groups): (Vec<_>, Vec<_>) = (head.collect(), groups.collect());
    let fits = (roles <= FITTING).then_some("");
    let is_empty = move || matrix.with(Matrix::is_empty);
    view! {
        <div
            class="matrix-frame"
            role="region"
            aria-label="Skills matrix (scrollable)"
            tabindex="0"
            data-fits=fits
            hidden=is_empty
        >
            <table class="skill-matrix" role="table" aria-label="Skills matrix">
                <thead role="rowgroup">
                    <tr role="row">
                        <th lang="en" scope="col" role="columnheader">"Skill"</th>
                        {head}
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
}

/// Which rows and columns are shown, by their places in the document.
#[derive(Clone, Copy)]
struct Shown {
    skills: Memo<Vec<bool>>,
    roles: Memo<Vec<bool>>,
}

impl Shown {
    fn hides_skill(self, skill: SkillIx) -> bool {
        self.skills.with(|shown| !shown[skill.index()])
    }

    fn hides_role(self, role: RoleIx) -> bool {
        self.roles.with(|shown| !shown[role.index()])
    }
}

fn flags(len: usize, set: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut flags = vec![false; len];
    set.for_each(|at| flags[at] = true);
    flags
}

fn column_head(ladder: &SharedLadder, role: RoleIx, shown: Shown) -> AnyView {
    let texts = &ladder[role];
    view! {
        <th
            scope="col"
            role="columnheader"
            data-hue=hue::of_role(ladder, role)
            hidden=move || shown.hides_role(role)
        >
            <a href=ladder.href(&Route::Role(texts.id.clone()))>{texts.short().to_owned()}</a>
        </th>
    }
    .into_any()
}

fn group_rows(
    ladder: &SharedLadder,
    group: &SkillGroup,
    roles: &[RoleIx],
    shown: Shown,
) -> AnyView {
    let skills = group.skills.clone();
    let is_hidden = move || skills.iter().all(|&skill| shown.hides_skill(skill));
    let rows: Vec<_> = group.skills.iter().map(|&skill| row(ladder, skill, roles, shown)).collect();
    view! {
        <tbody role="rowgroup" hidden=is_hidden>
            <tr role="row" class="group">
                <th role="rowheader" scope="rowgroup" colspan=(roles.len() + 1).to_string()>
                    <span>{group_heading(ladder, group.grouping)}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(ladder: &SharedLadder, skill: SkillIx, roles: &[RoleIx], shown: Shown) -> AnyView {
    let texts = &ladder[skill];
    let cells: Vec<_> = roles.iter().map(|&role| cell(ladder, role, skill, shown)).collect();
    view! {
        <tr role="row" hidden=move || shown.hides_skill(skill)>
            <th scope="row" role="rowheader">
                <a href=ladder.href(&Route::Skill(texts.id.clone()))>{texts.name.clone()}</a>
                {(!texts.includes.is_empty())
                    .then(|| view! { <span class="includes">{texts.includes.join(", ")}</span> })}
            </th>
            {cells}
        </tr>
    }
    .into_any()
}

fn cell(ladder: &SharedLadder, role: RoleIx, skill: SkillIx, shown: Shown) -> AnyView {
    let asked = ladder.requirement_status(role, skill);
    let level = ladder.effective_level(role, skill).filter(|_| asked.applies());
    let level = level.map(|level| ladder.level_name(skill, level).to_owned());
    let word = level.unwrap_or_else(|| requirement_status(asked).to_owned());
    let role_name = ladder[role].short().to_owned();
    view! {
        <td
            role="cell"
            data-not-asked=!asked.applies()
            data-hue=hue::of_role(ladder, role)
            hidden=move || shown.hides_role(role)
        >
            {asked
                .applies()
                .then(|| {
                    view! {
                        <span class="role-name" aria-hidden="true">{role_name} " "</span>
                        <span class="mark" data-asked=asked_word(asked)>{word}</span>
                    }
                })}
        </td>
    }
    .into_any()
}

/// The word for `data-asked`, by which a mark gets its shape.
#[must_use]
pub fn asked_word(asked: RequirementStatus) -> &'static str {
    match asked.requirement().map(|requirement| requirement.kind) {
        Some(RequirementKind::Core) => "core",
        Some(RequirementKind::Required) => "required",
        Some(RequirementKind::Optional) => "optional",
        None if asked.applies() => "carried",
        None => "not",
    }
}
