//! The skills matrix as a table: a row per skill, a column per role. The rows are rendered once and filters hide
//! them, because rendering is far slower. Other columns are rendered anew: a signal for each cell would cost the
//! first view more than that.

use super::cell::CellMark;
use super::chosen_columns::ChosenColumns;
use super::own_marks::{OwnMarks, OwnRatings};
use super::table_head::table_head;
use crate::browser::navigation::use_navigation;
use crate::components::hue;
use crate::messages::matrix::{OWN_ROLE, YOU, group_heading};
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::next_frame::next_frame;
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

/// The rows that the first view holds on most screens.
const ROWS_IN_VIEW: usize = 8;

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

/// The columns of the table.
pub struct Columns {
    /// The roles, in the order of their heads.
    pub roles: Vec<RoleIx>,
    /// The visitor's role.
    pub own_role: Option<RoleIx>,
    /// The visitor's ratings, if they have a column.
    pub ratings: Option<OwnRatings>,
}

/// The table with all skills. Those that do not match the filters are hidden.
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
    let skills = ladder.skills.len();
    let visible_skills = VisibleSkills(Memo::new(move |_| {
        let mut visible = vec![false; skills];
        matrix.with(|matrix| matrix.skills().for_each(|skill| visible[skill.index()] = true));
        visible
    }));
    let roles = Memo::new(move |_| matrix.with(|matrix| matrix.roles.clone()));
    let columns = ladder.roles.len();
    let fits = move || {
        let columns = columns + usize::from(own.with_ratings.get());
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
    let (in_view, below) = split_at_first_view(whole.groups);
    let below = Arc::new(below);
    let is_due = next_frame(!below.is_empty() && use_navigation().starts_at_top());
    let table = move || {
        let columns = Columns {
            roles: roles.get(),
            own_role: own.role.get(),
            ratings: own.with_ratings.get().then(|| own.ratings(&ladder)),
        };
        let head = table_head(&ladder, &heads, &columns, chosen);
        let (ladder, heads) = (ladder.clone(), heads.clone());
        let rows = move |groups: &[SkillGroup]| {
            let rows =
                |group| group_rows(&ladder, &heads, group, &columns, visible_skills).into_any();
            groups.iter().map(rows).collect_view()
        };
        let in_view = rows(&in_view);
        let below = below.clone();
        let below = move || is_due.get().then(|| rows(&below));
        view! {
            <table class="skill-matrix" aria-label="Skills matrix">
                {head} {in_view} {below}
            </table>
        }
    };
    view! {
        <div
            class="matrix-frame"
            role="region"
            aria-label="Skills matrix (scrollable)"
            tabindex="0"
            data-fits=fits
            hidden=is_empty
        >
            {table}
        </div>
    }
}

/// The groups of the first view, and those below it.
fn split_at_first_view(mut groups: Vec<SkillGroup>) -> (Vec<SkillGroup>, Vec<SkillGroup>) {
    let mut rows = 0;
    let is_below = |group: &SkillGroup| {
        let is_below = rows >= ROWS_IN_VIEW;
        rows += group.skills.len();
        is_below
    };
    let first_below = groups.iter().position(is_below).unwrap_or(groups.len());
    let below = groups.split_off(first_below);
    (groups, below)
}

/// Which skills match the filters, by index in the ladder.
#[derive(Clone, Copy)]
struct VisibleSkills(Memo<Vec<bool>>);

impl VisibleSkills {
    fn hides(self, skill: SkillIx) -> bool {
        self.0.with(|visible| !visible[skill.index()])
    }
}

fn group_rows(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    group: &SkillGroup,
    columns: &Columns,
    visible: VisibleSkills,
) -> impl IntoView + use<> {
    let colspan = 1 + columns.roles.len() + usize::from(columns.ratings.is_some());
    let skills = group.skills.clone();
    let is_hidden = move || skills.iter().all(|&skill| visible.hides(skill));
    let rows = group.skills.iter().map(|&skill| row(ladder, heads, skill, columns, visible));
    view! {
        <tbody hidden=is_hidden>
            <tr class="group">
                <th scope="rowgroup" colspan=colspan.to_string()>
                    <span>{group_heading(ladder, group.grouping)}</span>
                </th>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}

fn row(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    ix: SkillIx,
    columns: &Columns,
    visible: VisibleSkills,
) -> impl IntoView + use<> {
    let skill = &ladder[ix];
    let rating = columns.ratings.as_ref().map(|ratings| rating_cell(ratings(ix)));
    let cells = columns.roles.iter().map(|&role| {
        let is_own = columns.own_role == Some(role);
        cell(ladder, heads, role, ix, is_own)
    });
    view! {
        <tr hidden=move || visible.hides(ix)>
            <th scope="row">
                <a href=ladder.href(&Route::Skill(skill.id.clone()))>{ladder.distinct_skill_name(ix)}</a>
                {(!skill.includes.is_empty())
                    .then(|| view! { <span class="includes">{skill.includes.join(", ")}</span> })}
            </th>
            {rating}
            {cells.collect_view()}
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
    is_own: bool,
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
            data-own=is_own.then_some(OWN_ROLE)
        >
            {content}
        </td>
    }
}
