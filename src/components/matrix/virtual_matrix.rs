//! The skills matrix of a large ladder: of its rows and columns those in view are drawn. On a phone
//! it is a list of the skills, each with how many roles ask for it.

use super::skill_summary;
use super::table::asked_word;
use crate::browser::grid_cell::{GridHeader, GridMark};
use crate::browser::resize::use_max_width;
use crate::components::hue;
use crate::messages::matrix::{group_heading, requirement_status};
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{GridModel, VirtualGrid};
use ladder::{Grouping, Matrix, RoleIx, SkillIx};
use leptos::prelude::*;
use std::borrow::Cow;
use std::rc::Rc;

/// The greatest width at which the table is a list, as in `virtual-grid.css`.
const NARROW: &str = "46rem";

/// What `matrix` holds, in a grid that draws what is in view.
#[component]
pub fn SkillGrid(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the visitor's filters leave.
    matrix: Memo<Matrix>,
) -> impl IntoView {
    let narrow = use_max_width(NARROW);
    let right_to_left = ladder.direction() == "rtl";
    let model = move || {
        let lines = matrix.with(Lines::of);
        if narrow.get() { lines.into_list(&ladder) } else { lines.into_table(&ladder) }
    };
    view! {
        <VirtualGrid label="Skills matrix" corner="Skill" model=Box::new(model) right_to_left />
        <p lang="en" class="grid-on-paper">
            "This table is too big to print. Filter it on screen or download all of it as CSV."
        </p>
        <p lang="en" class="grid-hint">
            "Your browser’s Find only sees the rows on screen. Use the search above instead."
        </p>
    }
}

/// A row: a heading, or a skill.
#[derive(Clone, Copy)]
enum Line {
    Group(Grouping),
    Skill(SkillIx),
}

/// The rows and columns that are shown.
struct Lines {
    rows: Rc<[Line]>,
    roles: Rc<[RoleIx]>,
}

impl Lines {
    fn of(matrix: &Matrix) -> Self {
        let groups = matrix.groups.iter().flat_map(|group| {
            let skills = group.skills.iter().map(|&skill| Line::Skill(skill));
            std::iter::once(Line::Group(group.grouping)).chain(skills)
        });
        Self { rows: groups.collect(), roles: matrix.roles.as_slice().into() }
    }

    fn into_table(self, ladder: &SharedLadder) -> GridModel {
        let (rows, roles) = (self.rows.clone(), self.roles.clone());
        let (for_cells, for_columns) = (ladder.clone(), ladder.clone());
        GridModel {
            rows: rows.len(),
            columns: roles.len(),
            row_header: self.row_headers(ladder),
            column_header: Box::new(move |column| column_header(&for_columns, self.roles[column])),
            cell: Box::new(move |row, column| match rows[row] {
                Line::Group(_) => None,
                Line::Skill(skill) => cell(&for_cells, roles[column], skill),
            }),
        }
    }

    fn into_list(self, ladder: &SharedLadder) -> GridModel {
        let (rows, for_cells) = (self.rows.clone(), ladder.clone());
        let roles = self.roles.clone();
        GridModel {
            rows: rows.len(),
            columns: 1,
            row_header: self.row_headers(ladder),
            column_header: Box::new(|_| GridHeader {
                text: "Roles".to_owned(),
                ..GridHeader::default()
            }),
            cell: Box::new(move |row, _| match rows[row] {
                Line::Group(_) => None,
                Line::Skill(skill) => {
                    let word = skill_summary::of(&for_cells, skill, &roles);
                    Some(GridMark { shape: "summary", hue: String::new(), text: Cow::Owned(word) })
                }
            }),
        }
    }

    fn row_headers(&self, ladder: &SharedLadder) -> Box<dyn Fn(usize) -> GridHeader> {
        let (rows, ladder) = (self.rows.clone(), ladder.clone());
        Box::new(move |row| match rows[row] {
            Line::Group(grouping) => {
                GridHeader { text: group_heading(&ladder, grouping), ..GridHeader::default() }
            }
            Line::Skill(skill) => row_header(&ladder, skill),
        })
    }
}

fn row_header(ladder: &SharedLadder, skill: SkillIx) -> GridHeader {
    let texts = &ladder[skill];
    GridHeader {
        text: texts.name.clone(),
        detail: texts.includes.join(", "),
        href: Some(ladder.href(&Route::Skill(texts.id.clone()))),
        hue: None,
    }
}

fn column_header(ladder: &SharedLadder, role: RoleIx) -> GridHeader {
    let texts = &ladder[role];
    GridHeader {
        text: texts.short().to_owned(),
        detail: String::new(),
        href: Some(ladder.href(&Route::Role(texts.id.clone()))),
        hue: Some(hue::of_role(ladder, role)),
    }
}

fn cell(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> Option<GridMark> {
    let asked = ladder.requirement_status(role, skill);
    if !asked.applies() {
        return None;
    }
    let level = ladder.effective_level(role, skill);
    let level = level.map(|level| Cow::Owned(ladder.level_name(skill, level).to_owned()));
    let word = level.unwrap_or(Cow::Borrowed(requirement_status(asked)));
    Some(GridMark { shape: asked_word(asked), hue: hue::of_role(ladder, role), text: word })
}
