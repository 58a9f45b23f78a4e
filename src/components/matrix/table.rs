//! The skills matrix as a table: a row per skill, a column per role. All rows are rendered once;
//! filters only hide them, because rendering is far slower.

use crate::components::hue;
use crate::messages::matrix::{group_heading, requirement_status};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{Matrix, RequirementKind, RequirementStatus, RoleIx, SkillGroup, SkillIx};
use leptos::prelude::*;

/// The maximum number of columns that fit on a wide page without horizontal scrolling.
const MAX_FITTING_COLUMNS: usize = 8;

/// The maximum number of DOM nodes in a table.
const MAX_NODES: usize = 1_500;

/// Whether the table is small enough to be rendered; otherwise use [`super::virtual_matrix`].
#[must_use]
pub fn is_small(ladder: &SharedLadder) -> bool {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    // An empty cell is one node, any other has five more; see `row` and `cell`.
    let nodes = skills * 6 + roles * 4 + skills * roles;
    nodes <= MAX_NODES && {
        let applies =
            |role| move |&skill: &SkillIx| ladder.requirement_status(role, skill).applies();
        let filled =
            ladder.role_places().map(|role| ladder.skill_places().filter(applies(role)).count());
        nodes + 5 * filled.sum::<usize>() <= MAX_NODES
    }
}

/// The table with all skills and roles. Those that do not match the filters are hidden.
#[component]
pub fn SkillMatrix(
    /// The open ladder.
    ladder: SharedLadder,
    /// The unfiltered matrix.
    whole: Matrix,
    /// The filtered matrix.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    let visible_skills =
        Memo::new(move |_| matrix.with(|m| flags(skills, m.skills().map(SkillIx::index))));
    let visible_roles =
        Memo::new(move |_| matrix.with(|m| flags(roles, m.roles.iter().map(|role| role.index()))));
    let visible = Visible { skills: visible_skills, roles: visible_roles };
    let head = whole.roles.iter().map(|&role| column_head(&ladder, role, visible));
    let groups = whole.groups.iter().map(|group| group_rows(&ladder, group, &whole.roles, visible));
    let (head, groups): (Vec<_>, Vec<_>) = (head.collect(), groups.collect());
    let fits = (roles <= MAX_FITTING_COLUMNS).then_some("");
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

/// Which rows and columns are visible, by index in the ladder.
#[derive(Clone, Copy)]
struct Visible {
    skills: Memo<Vec<bool>>,
    roles: Memo<Vec<bool>>,
}

impl Visible {
    fn hides_skill(self, skill: SkillIx) -> bool {
        self.skills.with(|visible| !visible[skill.index()])
    }

    fn hides_role(self, role: RoleIx) -> bool {
        self.roles.with(|visible| !visible[role.index()])
    }
}

/// A vector of `len` flags, set at `indices`.
fn flags(len: usize, indices: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut flags = vec![false; len];
    indices.for_each(|index| flags[index] = true);
    flags
}

fn column_head(ladder: &SharedLadder, ix: RoleIx, visible: Visible) -> impl IntoView + use<> {
    let role = &ladder[ix];
    view! {
        <th
            scope="col"
            role="columnheader"
            data-hue=hue::of_role(ladder, ix)
            hidden=move || visible.hides_role(ix)
        >
            <a href=ladder.href(&Route::Role(role.id.clone()))>{role.short().to_owned()}</a>
        </th>
    }
}

fn group_rows(
    ladder: &SharedLadder,
    group: &SkillGroup,
    roles: &[RoleIx],
    visible: Visible,
) -> impl IntoView + use<> {
    let skills = group.skills.clone();
    let is_hidden = move || skills.iter().all(|&skill| visible.hides_skill(skill));
    let rows: Vec<_> =
        group.skills.iter().map(|&skill| row(ladder, skill, roles, visible)).collect();
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
}

fn row(
    ladder: &SharedLadder,
    ix: SkillIx,
    roles: &[RoleIx],
    visible: Visible,
) -> impl IntoView + use<> {
    let skill = &ladder[ix];
    let cells: Vec<_> = roles.iter().map(|&role| cell(ladder, role, ix, visible)).collect();
    view! {
        <tr role="row" hidden=move || visible.hides_skill(ix)>
            <th scope="row" role="rowheader">
                <a href=ladder.href(&Route::Skill(skill.id.clone()))>{skill.name.clone()}</a>
                {(!skill.includes.is_empty())
                    .then(|| view! { <span class="includes">{skill.includes.join(", ")}</span> })}
            </th>
            {cells}
        </tr>
    }
}

fn cell(
    ladder: &SharedLadder,
    role: RoleIx,
    skill: SkillIx,
    visible: Visible,
) -> impl IntoView + use<> {
    let status = ladder.requirement_status(role, skill);
    let level = ladder.effective_level(role, skill).filter(|_| status.applies());
    let level = level.map(|level| ladder.level_name(skill, level).to_owned());
    let text = level.unwrap_or_else(|| requirement_status(status).to_owned());
    let role_name = ladder[role].short().to_owned();
    view! {
        <td
            role="cell"
            data-not-asked=!status.applies()
            data-hue=hue::of_role(ladder, role)
            hidden=move || visible.hides_role(role)
        >
            {status
                .applies()
                .then(|| {
                    view! {
                        <span class="role-name" aria-hidden="true">{role_name} " "</span>
                        <span class="mark" data-asked=requirement_attr(status)>{text}</span>
                    }
                })}
        </td>
    }
}

/// The value of `data-asked`, which determines the shape of a mark.
#[must_use]
pub fn requirement_attr(status: RequirementStatus) -> &'static str {
    match status.requirement().map(|requirement| requirement.kind) {
        Some(RequirementKind::Core) => "core",
        Some(RequirementKind::Required) => "required",
        Some(RequirementKind::Optional) => "optional",
        None if status.applies() => "carried",
        None => "not",
    }
}
