//! The skills matrix of a large ladder: a grid that renders only the cells in view. On a narrow screen
//! it is a list of the skills, each with a summary of the roles that need it.

use super::cell::CellMark;
use super::own_marks::{ASSUMED, OwnMarks};
use crate::browser::grid_cell::{GridHeader, GridMark};
use crate::browser::resize::use_max_width;
use crate::components::hue;
use crate::messages::matrix::{
    OWN_ROLE, YOU, group_heading, own_summary, requirement_status, skill_summary,
};
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
    /// What is shown of the visitor.
    own: OwnMarks,
) -> impl IntoView {
    let narrow = use_max_width(LIST_WIDTH);
    let right_to_left = ladder.direction() == "rtl";
    let shown = StoredValue::new_local(Rc::<[Row]>::default());
    let model = move || {
        let contents =
            matrix.with(|matrix| Contents::new(&ladder, matrix, &shown.get_value(), own));
        shown.set_value(contents.rows.clone());
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
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Group(Grouping),
    Skill(SkillIx),
}

/// How the visitor rated each skill.
type Ratings = Rc<dyn Fn(SkillIx) -> Option<CellMark>>;

/// The rows and columns of the grid.
struct Contents {
    rows: Rc<[Row]>,
    roles: Rc<[RoleIx]>,
    /// Whether the rows are those shown before.
    keeps_rows: bool,
    own_role: Option<RoleIx>,
    /// The visitor's ratings, if they have a column, which is the first.
    ratings: Option<Ratings>,
}

impl Contents {
    fn new(ladder: &SharedLadder, matrix: &Matrix, shown: &[Row], own: OwnMarks) -> Self {
        let rows = matrix.groups.iter().flat_map(|group| {
            let skills = group.skills.iter().map(|&skill| Row::Skill(skill));
            std::iter::once(Row::Group(group.grouping)).chain(skills)
        });
        let ratings = own.with_ratings.get().then(|| Rc::new(own.ratings(ladder)) as Ratings);
        let rows: Rc<[Row]> = rows.collect();
        let (keeps_rows, roles) = (*rows == *shown, matrix.roles.as_slice().into());
        Self { rows, roles, keeps_rows, own_role: own.role.get(), ratings }
    }

    fn into_table(self, ladder: &SharedLadder, heads: Arc<ColumnHeads>) -> GridModel {
        let (rows, roles) = (self.rows.clone(), self.roles.clone());
        let (for_cells, for_columns) = (ladder.clone(), ladder.clone());
        let ratings = self.ratings.clone();
        // The column of ratings comes first.
        let first_role = usize::from(ratings.is_some());
        let own_role = self.own_role;
        let own_column = own_role
            .and_then(|own| roles.iter().position(|role| *role == own))
            .map(|place| place + first_role);
        GridModel {
            rows: rows.len(),
            columns: roles.len() + first_role,
            keeps_rows: self.keeps_rows,
            own_column,
            row_header: self.row_headers(ladder),
            column_header: Box::new(move |column| match column.checked_sub(first_role) {
                Some(column) => {
                    let role = self.roles[column];
                    column_header(&for_columns, &heads, role, own_role == Some(role))
                }
                None => GridHeader { text: YOU.to_owned(), ..GridHeader::default() },
            }),
            cell: Box::new(move |row, column| match (rows[row], column.checked_sub(first_role)) {
                (Row::Group(_), _) => None,
                (Row::Skill(skill), Some(column)) => cell(&for_cells, roles[column], skill),
                (Row::Skill(skill), None) => {
                    let mark = ratings.as_ref().and_then(|rating| rating(skill))?;
                    Some(grid_mark(mark, String::new()))
                }
            }),
        }
    }

    fn into_list(self, ladder: &SharedLadder) -> GridModel {
        let (rows, for_cells) = (self.rows.clone(), ladder.clone());
        let (ratings, own_role) = (self.ratings.clone(), self.own_role);
        // The summaries name roles in the order of the ladder.
        let mut roles = self.roles.to_vec();
        roles.sort_unstable();
        GridModel {
            rows: rows.len(),
            columns: 1,
            keeps_rows: self.keeps_rows,
            own_column: None,
            row_header: self.row_headers(ladder),
            column_header: Box::new(|_| GridHeader {
                text: "Roles".to_owned(),
                ..GridHeader::default()
            }),
            cell: Box::new(move |row, _| match rows[row] {
                Row::Group(_) => None,
                Row::Skill(skill) => {
                    let rating = ratings.as_ref().and_then(|rating| rating(skill));
                    // An assumed rating follows from "Your role".
                    let rating = rating.filter(|mark| mark.shape != ASSUMED);
                    let status = own_role.map(|own| for_cells.requirement_status(own, skill));
                    let own = status.filter(|status| status.applies()).map(requirement_status);
                    let own = own_summary(rating.as_ref().map(|mark| &*mark.text), own);
                    let text = own + &skill_summary(&for_cells, skill, &roles);
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

fn column_header(
    ladder: &SharedLadder,
    heads: &ColumnHeads,
    ix: RoleIx,
    is_own: bool,
) -> GridHeader {
    let (role, head) = (&ladder[ix], heads.of(ix));
    let own = is_own.then(|| OWN_ROLE.to_owned());
    let detail: Vec<_> = own.into_iter().chain(head.group.clone()).collect();
    GridHeader {
        text: head.text.clone(),
        detail: detail.join(" · "),
        href: Some(ladder.href(&Route::Role(role.id.clone()))),
        hue: Some(hue::of_role(ladder, ix)),
    }
}

fn cell(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> Option<GridMark> {
    Some(grid_mark(CellMark::of(ladder, role, skill)?, hue::of_role(ladder, role)))
}

fn grid_mark(CellMark { shape, fill, text }: CellMark, hue: String) -> GridMark {
    GridMark { shape, fill, hue, text }
}
