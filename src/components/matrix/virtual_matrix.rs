//! The skills matrix of a large ladder: a grid that renders only the cells in view. On a narrow screen
//! it is a list of the skills, each with a summary of the roles that need it.

use super::cell::CellMark;
use crate::browser::grid_cell::{GridHeader, GridMark};
use crate::browser::resize::use_max_width;
use crate::components::hue;
use crate::messages::matrix::{group_heading, skill_summary};
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{GridModel, VirtualGrid};
use ladder::{ColumnHeads, Grouping, Matrix, RoleIx, SkillIx};
use leptos::prelude::*;
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

/// The maximum width of the list layout, as in `virtual-grid.css`.
const LIST_WIDTH: &str = "46rem";

/// The matrix as a virtual grid.
#[component]
pub fn SkillGrid(
    /// The open ladder.
    ladder: SharedLadder,
    /// The filtered matrix.
    matrix: Memo<Matrix>,
    /// The column heads.
    heads: Arc<ColumnHeads>,
) -> impl IntoView {
    let narrow = use_max_width(LIST_WIDTH);
    let right_to_left = ladder.direction() == "rtl";
    let model = move || {
        let contents = matrix.with(Contents::new);
        if narrow.get() {
            contents.into_list(&ladder)
        } else {
            contents.into_table(&ladder, heads.clone())
        }
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

/// A row: a group heading or a skill.
#[derive(Clone, Copy)]
enum Row {
    Group(Grouping),
    Skill(SkillIx),
}

/// The rows and columns of the grid.
struct Contents {
    rows: Rc<[Row]>,
    roles: Rc<[RoleIx]>,
}

impl Contents {
    fn new(matrix: &Matrix) -> Self {
        let rows = matrix.groups.iter().flat_map(|group| {
            let skills = group.skills.iter().map(|&skill| Row::Skill(skill));
            std::iter::once(Row::Group(group.grouping)).chain(skills)
        });
        Self { rows: rows.collect(), roles: matrix.roles.as_slice().into() }
    }

    fn into_table(self, ladder: &SharedLadder, heads: Arc<ColumnHeads>) -> GridModel {
        let (rows, roles) = (self.rows.clone(), self.roles.clone());
        let (for_cells, for_columns) = (ladder.clone(), ladder.clone());
        GridModel {
            rows: rows.len(),
            columns: roles.len(),
            row_header: self.row_headers(ladder),
            column_header: Box::new(move |column| {
                column_header(&for_columns, &heads, self.roles[column])
            }),
            cell: Box::new(move |row, column| match rows[row] {
                Row::Group(_) => None,
                Row::Skill(skill) => cell(&for_cells, roles[column], skill),
            }),
        }
    }

    fn into_list(self, ladder: &SharedLadder) -> GridModel {
        let (rows, for_cells) = (self.rows.clone(), ladder.clone());
        // The summaries name roles in the order of the ladder.
        let mut roles = self.roles.to_vec();
        roles.sort_unstable();
        GridModel {
            rows: rows.len(),
            columns: 1,
            row_header: self.row_headers(ladder),
            column_header: Box::new(|_| GridHeader {
                text: "Roles".to_owned(),
                ..GridHeader::default()
            }),
            cell: Box::new(move |row, _| match rows[row] {
                Row::Group(_) => None,
                Row::Skill(skill) => {
                    let text = skill_summary(&for_cells, skill, &roles);
                    Some(GridMark {
                        shape: "summary",
                        fill: "",
                        hue: String::new(),
                        text: Cow::Owned(text),
                    })
                }
            }),
        }
    }

    fn row_headers(&self, ladder: &SharedLadder) -> Box<dyn Fn(usize) -> GridHeader> {
        let (rows, ladder) = (self.rows.clone(), ladder.clone());
        Box::new(move |row| match rows[row] {
            Row::Group(grouping) => {
                GridHeader { text: group_heading(&ladder, grouping), ..GridHeader::default() }
            }
            Row::Skill(skill) => row_header(&ladder, skill),
        })
    }
}

fn row_header(ladder: &SharedLadder, ix: SkillIx) -> GridHeader {
    let skill = &ladder[ix];
    GridHeader {
        text: ladder.distinct_skill_name(ix),
        detail: skill.includes.join(", "),
        href: Some(ladder.href(&Route::Skill(skill.id.clone()))),
        hue: None,
    }
}

fn column_header(ladder: &SharedLadder, heads: &ColumnHeads, ix: RoleIx) -> GridHeader {
    let (role, head) = (&ladder[ix], heads.of(ix));
    GridHeader {
        text: head.text.clone(),
        detail: head.group.clone().unwrap_or_default(),
        href: Some(ladder.href(&Route::Role(role.id.clone()))),
        hue: Some(hue::of_role(ladder, ix)),
    }
}

fn cell(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> Option<GridMark> {
    let CellMark { shape, fill, text } = CellMark::of(ladder, role, skill)?;
    Some(GridMark { shape, fill, hue: hue::of_role(ladder, role), text })
}
