//! The skills matrix as a table: a row per skill, a column per role. All rows are rendered once;
//! filters only hide them, because rendering is far slower.

use super::cell::CellMark;
use super::chosen_columns::ChosenColumns;
use super::own_marks::OwnMarks;
use super::table_head::table_head;
use crate::components::hue;
use crate::messages::matrix::{OWN_ROLE, YOU, group_heading};
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::{ColumnHeads, Matrix, RoleIx, SkillGroup, SkillIx};
use leptos::prelude::*;
use std::sync::Arc;

/// The maximum number of columns that fit on a tablet without horizontal scrolling.
const MAX_FEW_COLUMNS: usize = 7;

/// The maximum number of columns that fit on a wide page without horizontal scrolling.
const MAX_FITTING_COLUMNS: usize = 10;

/// With more columns than this, the text is set smaller.
const MAX_ROOMY_COLUMNS: usize = 8;

/// The maximum number of DOM nodes in a table.
const MAX_NODES: usize = 1_500;

/// Whether the table is small enough to be rendered; otherwise use [`super::virtual_matrix`].
#[must_use]
pub fn is_small(ladder: &SharedLadder) -> bool {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    // An empty cell is one node, any other has five more; see `row` and `cell`. A row has a rating, too.
    let nodes = skills * 12 + roles * 9 + skills * roles;
    nodes <= MAX_NODES && {
        let applies =
            |role| move |&skill: &SkillIx| ladder.requirement_status(role, skill).applies();
        let filled =
            ladder.role_indices().map(|role| ladder.skill_indices().filter(applies(role)).count());
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
    /// The column heads.
    heads: Arc<ColumnHeads>,
    /// The columns chosen to compare.
    chosen: ChosenColumns,
    /// What is shown of the visitor.
    own: OwnMarks,
) -> impl IntoView {
    let (skills, roles) = (ladder.skills.len(), ladder.roles.len());
    let visible_skills =
        Memo::new(move |_| matrix.with(|m| flags(skills, m.skills().map(SkillIx::index))));
    let visible_roles =
        Memo::new(move |_| matrix.with(|m| flags(roles, m.roles.iter().map(|role| role.index()))));
    let visible = VisibleCells { skills: visible_skills, roles: visible_roles };
    let head = table_head(&ladder, &heads, &whole.roles, visible, chosen, own);
    let groups = whole.groups.iter();
    let groups = groups.map(|group| group_rows(&ladder, &heads, group, &whole.roles, visible, own));
    let groups: Vec<_> = groups.collect();
    let fits = move || {
        let columns = roles + usize::from(own.with_ratings.get());
        let sizes = [
            (MAX_FEW_COLUMNS, "few"),
            (MAX_ROOMY_COLUMNS, "roomy"),
            (MAX_FITTING_COLUMNS, "tight"),
            // The visitor's ratings as well.
            (MAX_FITTING_COLUMNS + 1, "tightest"),
        ];
        sizes.into_iter().find(|(most, _)| columns <= *most).map(|(_, size)| size)
    };
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
            <table class="skill-matrix" aria-label="Skills matrix">
                {head}
                {groups}
            </table>
        </div>
    }
}

/// Which rows and columns are visible, by index in the ladder.
#[derive(Clone, Copy)]
pub struct VisibleCells {
    skills: Memo<Vec<bool>>,
    roles: Memo<Vec<bool>>,
}

impl VisibleCells {
    fn hides_skill(self, skill: SkillIx) -> bool {
        self.skills.with(|visible| !visible[skill.index()])
    }

    /// Whether the column of a role is hidden.
    #[must_use]
    pub fn hides_role(self, role: RoleIx) -> bool {
        self.roles.with(|visible| !visible[role.index()])
    }
}

/// A vector of `len` flags, set at `indices`.
fn flags(len: usize, indices: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut flags = vec![false; len];
    indices.for_each(|index| flags[index] = true);
    flags
}

fn group_rows(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    group: &SkillGroup,
    roles: &[RoleIx],
    visible: VisibleCells,
    own: OwnMarks,
) -> impl IntoView + use<> {
    let columns = roles.len() + 1;
    let colspan = move || (columns + usize::from(own.with_ratings.get())).to_string();
    let skills = group.skills.clone();
    let is_hidden = move || skills.iter().all(|&skill| visible.hides_skill(skill));
    let rows: Vec<_> =
        group.skills.iter().map(|&skill| row(ladder, heads, skill, roles, visible, own)).collect();
    view! {
        <tbody hidden=is_hidden>
            <tr class="group">
                <th scope="rowgroup" colspan=colspan>
                    <span>{group_heading(ladder, group.grouping)}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
}

fn row(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    ix: SkillIx,
    roles: &[RoleIx],
    visible: VisibleCells,
    own: OwnMarks,
) -> impl IntoView + use<> {
    let skill = &ladder[ix];
    let cells: Vec<_> =
        roles.iter().map(|&role| cell(ladder, heads, role, ix, visible, own)).collect();
    let rating = {
        let ladder = ladder.clone();
        move || own.with_ratings.get().then(|| rating_cell(own.rating(&ladder, ix)))
    };
    view! {
        <tr hidden=move || visible.hides_skill(ix)>
            <th scope="row">
                <a href=ladder.href(&Route::Skill(skill.id.clone()))>{ladder.distinct_skill_name(ix)}</a>
                {(!skill.includes.is_empty())
                    .then(|| view! { <span class="includes">{skill.includes.join(", ")}</span> })}
            </th>
            {rating}
            {cells}
        </tr>
    }
}

/// The cell with the visitor's rating.
fn rating_cell(mark: Option<CellMark>) -> impl IntoView {
    let content = mark.clone().map(|CellMark { shape, text, .. }| {
        view! {
            <span lang="en" class="role-name" aria-hidden="true">{YOU} " "</span>
            <span class="mark" data-requirement=shape>{text}</span>
        }
    });
    view! {
        <td
            class="own-ratings"
            data-not-required=mark.is_none()
            data-fill=mark.map(|mark| mark.fill)
        >
            {content}
        </td>
    }
}

fn cell(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    role: RoleIx,
    skill: SkillIx,
    visible: VisibleCells,
    own: OwnMarks,
) -> impl IntoView + use<> {
    let mark = CellMark::of(ladder, role, skill);
    let content = mark.clone().map(|CellMark { shape, text, .. }| {
        let role_name = heads.of(role).name.clone();
        view! {
            <span class="role-name" aria-hidden="true">{role_name} " "</span>
            <span class="mark" data-requirement=shape>{text}</span>
        }
    });
    view! {
        <td
            data-not-required=mark.is_none()
            data-fill=mark.map(|mark| mark.fill)
            data-hue=hue::of_role(ladder, role)
            data-own=move || own.is_own(role).then_some(OWN_ROLE)
            hidden=move || visible.hides_role(role)
        >
            {content}
        </td>
    }
}
