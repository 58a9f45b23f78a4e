//! The skills matrix of a large ladder: of its rows and columns those in view are drawn. On a phone
//! it is a list of the skills, each with how many roles ask for it.

use super::skill_summary;
use super::table::asked_word;
use crate::browser::grid_cell::{Head, Mark};
use crate::browser::resize::use_max_width;
use crate::components::hue;
use crate::messages::matrix::{group_heading, requirement_status};
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Sheet, VirtualGrid};
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
    let sheet = move || {
        let lines = matrix.with(Lines::of);
        if narrow.get() { lines.into_list(&ladder) } else { lines.into_table(&ladder) }
    };
    view! {
        <VirtualGrid label="Skills matrix" corner="Skill" sheet=Box::new(sheet) right_to_left />
        <p lang="en" class="grid-on-paper">
            "This table is too large for paper. On the page it can be searched and filtered, and downloaded whole as CSV."
        </p>
        <p lang="en" class="grid-hint">
            "Only what is in view is drawn, so the browser’s own search does not reach the rest: use the filter."
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

    fn into_table(self, ladder: &SharedLadder) -> Sheet {
        let (rows, roles) = (self.rows.clone(), self.roles.clone());
        let (for_cells, for_columns) = (ladder.clone(), ladder.clone());
        Sheet {
            rows: rows.len(),
            columns: roles.len(),
            row_head: self.row_heads(ladder),
            column_head: Box::new(move |column| column_head(&for_columns, self.roles[column])),
            cell: Box::new(move |row, column| match rows[row] {
                Line::Group(_) => None,
                Line::Skill(skill) => cell(&for_cells, roles[column], skill),
            }),
        }
    }

    fn into_list(self, ladder: &SharedLadder) -> Sheet {
        let (rows, for_cells) = (self.rows.clone(), ladder.clone());
        let roles = self.roles.clone();
        Sheet {
            rows: rows.len(),
            columns: 1,
            row_head: self.row_heads(ladder),
            column_head: Box::new(|_| Head { text: "Roles".to_owned(), ..Head::default() }),
            cell: Box::new(move |row, _| match rows[row] {
                Line::Group(_) => None,
                Line::Skill(skill) => {
                    let word = skill_summary::of(&for_cells, skill, &roles);
                    Some(Mark { shape: "summary", hue: String::new(), word: Cow::Owned(word) })
                }
            }),
        }
    }

    fn row_heads(&self, ladder: &SharedLadder) -> Box<dyn Fn(usize) -> Head> {
        let (rows, ladder) = (self.rows.clone(), ladder.clone());
        Box::new(move |row| match rows[row] {
            Line::Group(grouping) => {
                Head { text: group_heading(&ladder, grouping), ..Head::default() }
            }
            Line::Skill(skill) => row_head(&ladder, skill),
        })
    }
}

fn row_head(ladder: &SharedLadder, skill: SkillIx) -> Head {
    let texts = &ladder[skill];
    Head {
        text: texts.name.clone(),
        detail: texts.includes.join(", "),
        href: Some(ladder.href(&Route::Skill(texts.id.clone()))),
        hue: None,
    }
}

fn column_head(ladder: &SharedLadder, role: RoleIx) -> Head {
    let texts = &ladder[role];
    Head {
        text: texts.short().to_owned(),
        detail: String::new(),
        href: Some(ladder.href(&Route::Role(texts.id.clone()))),
        hue: Some(hue::of_role(ladder, role)),
    }
}

fn cell(ladder: &SharedLadder, role: RoleIx, skill: SkillIx) -> Option<Mark> {
    let asked = ladder.requirement_status(role, skill);
    if !asked.applies() {
        return None;
    }
    let level = ladder.effective_level(role, skill);
    let level = level.map(|level| Cow::Owned(ladder.level_name(skill, level).to_owned()));
    let word = level.unwrap_or(Cow::Borrowed(requirement_status(asked)));
    Some(Mark { shape: asked_word(asked), hue: hue::of_role(ladder, role), word })
}
