//! A matrix: skills down, roles across, a level or a mark in the cell.

use super::{Columns, Headed, Reading, matrix_roles, skill_rows};
use crate::column::RowKind;
use crate::draft::{DraftRequirement, DraftStatement};
use crate::mapping::Mapping;
use crate::requirement_cell::RequirementCell;
use crate::source::Location;
use crate::table::Cell;
use crate::text::Text;
use ladder::{limits, shown};
use std::borrow::Cow;

/// Headings of our own export that stand for no category.
const NO_CATEGORY: [&str; 2] = ["Other skills", "Not used by any role yet"];
const BY_ROLE: [(&str, &str); 2] = [("Needed from ", " up"), ("Introduced at ", "")];

/// Reads a matrix. The first column holds the skills where no heading says so.
pub(super) fn read(
    headed: &Headed<'_>,
    start: Location,
    is_guess: bool,
    reading: &mut Reading<'_>,
) {
    let columns = Columns::of(headed, RowKind::Skill, reading.mapping);
    let named = columns.index("name");
    let name_column = named.unwrap_or(0);
    let mut role_columns = Vec::new();
    for (at, cell) in headed.header.iter().enumerate() {
        if at == name_column || cell.is_blank() || columns.has_field(at) {
            continue;
        }
        match RowKind::Skill.field(&cell.text, reading.mapping) {
            Some(field) => {
                let message =
                    format!("the column {}, a second one for `{field}`", shown(&cell.text));
                reading.report.left_out(cell.location, message);
            }
            None => role_columns.push(at),
        }
    }
    if role_columns.len() > limits::ROLES {
        let (count, limit) = (role_columns.len(), limits::ROLES);
        let message = format!("this table has {count} columns for roles, more than {limit}");
        return reading.report.problem(start, message);
    }
    let what =
        format!("a matrix with {} across and skills down", count(role_columns.len(), "role"));
    if is_guess || named.is_none() {
        reading.report.guessed(start, what)
    } else {
        reading.report.understood(start, what)
    }
    headed.report_unnamed(reading.report);
    let roles = matrix_roles::roles(headed, &role_columns, reading);
    let is_role = |column: usize| role_columns.binary_search(&column).is_ok();
    let rows = headed.settled_rows(&[name_column], is_role);
    let category_column = columns.index("category");
    let scale_column = columns.index("scale");
    let has_numbers = has_numbers(&rows, &roles);
    // Levels in the order of their columns: higher roles require higher levels.
    for (column, _) in &roles {
        for (row, cell) in rows.iter().filter_map(|row| Some((row, row.get(*column)?))) {
            let text = reading.mapping.cell(&cell.text);
            if let RequirementCell::Required { level: Some(level), .. } =
                RequirementCell::read(text, has_numbers)
            {
                let scale = scale_of_row(row, name_column, scale_column, reading);
                reading.draft.level_on(&level, scale, cell.location);
            }
        }
    }
    let mut current = None;
    for (at, row) in rows.iter().enumerate() {
        if reading.draft.is_full() {
            break;
        }
        let text = |column: Option<usize>| {
            column.and_then(|at| row.get(at)).filter(|cell| !cell.is_blank())
        };
        if columns.is_unreadable(row, "category") {
            current = None;
        } else if let Some(cell) = text(category_column) {
            current = category(cell, reading);
        }
        let Some(name) = text(Some(name_column)) else {
            let mut cells = row.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
            if let Some((_, cell)) = cells.find(|(at, _)| Some(*at) != category_column) {
                reading.report.left_out(cell.location, "this row has no skill");
            }
            continue;
        };
        // A name alone above a row with more is a heading.
        let is_heading = category_column.is_none()
            && !is_filled(row)
            && rows.get(at + 1).is_some_and(|next| is_filled(next));
        if is_heading {
            reading.report.guessed(name.location, format!("{} is a category", shown(&name.text)));
            current = category(name, reading);
            continue;
        }
        let skill = reading.draft.skill(&name.text, name.location, reading.mapping);
        let scale = scale_of_row(row, name_column, scale_column, reading);
        if let Some(scale) = scale {
            // The scale that another sheet says is not named here.
            reading.draft.skills.items[skill].scale.get_or_insert(scale);
        }
        let category = current.map(|category| {
            let item = &reading.draft.categories.items[category].name;
            (category, item.text.clone(), item.location)
        });
        let category =
            category.as_ref().map(|(at, name, location)| (*at, name.as_str(), *location));
        let item = &mut reading.draft.skills.items[skill];
        item.item.refer(&mut item.category, "category", category, reading.report);
        skill_rows::read_fields(row, skill, &columns, reading);
        for (column, role) in roles.iter().take_while(|(column, _)| *column < row.len()) {
            if let Some(cell) = row.get(*column) {
                read_cell(cell, skill, *role, has_numbers, reading);
            }
        }
    }
}

pub(super) fn category(cell: &Cell, reading: &mut Reading<'_>) -> Option<usize> {
    let is_by_role = BY_ROLE.iter().any(|(before, after)| {
        let title = cell.text.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        title.is_some_and(|title| reading.draft.roles.find(title).is_some())
    });
    if is_by_role && cell.text.starts_with(BY_ROLE[0].0) {
        reading.draft.cumulative = true;
    }
    if is_by_role || NO_CATEGORY.contains(&cell.text.as_str()) {
        return None;
    }
    Some(reading.draft.categories.named(&cell.text, cell.location))
}

/// The scale of the skill of a row: the one that another sheet says, or that a column names.
fn scale_of_row(
    row: &[Cell],
    name_column: usize,
    scale_column: Option<usize>,
    reading: &mut Reading<'_>,
) -> Option<usize> {
    let name = row.get(name_column).map_or("", |cell| reading.mapping.skill(&cell.text));
    let known = reading.draft.skills.find(name);
    if let Some(scale) = known.and_then(|skill| reading.draft.skills.items[skill].scale) {
        return Some(scale);
    }
    let cell = row.get(scale_column?).filter(|cell| !cell.is_blank())?;
    Some(reading.draft.scales.named(&cell.text, cell.location))
}

/// Whether a row has more than a name. What cannot be read counts, too.
fn is_filled(row: &[Cell]) -> bool {
    row.iter().filter(|cell| !cell.is_blank() || cell.is_unreadable()).nth(1).is_some()
}

fn read_cell(cell: &Cell, skill: usize, role: usize, has_numbers: bool, reading: &mut Reading<'_>) {
    let text = reading.mapping.cell(&cell.text);
    let (level, kind, statements) = match RequirementCell::read(text, has_numbers) {
        RequirementCell::None => return,
        RequirementCell::CarriedOver => {
            reading.draft.cumulative = true;
            return;
        }
        RequirementCell::Required { level, kind } => (level, kind, Vec::new()),
        RequirementCell::Described(_) => {
            let lines = described(cell, reading.mapping).lines();
            (None, None, lines.into_iter().map(DraftStatement::new).collect())
        }
    };
    let level = level.map(|level| reading.draft.level(&level, skill, cell.location));
    let requirement = DraftRequirement::new(skill, cell.location);
    let requirement = DraftRequirement { level, kind, statements, ..requirement };
    reading.draft.add_requirement(role, requirement, reading.report);
}

/// The prose in a cell, or what the mapping has for it.
pub(super) fn described(cell: &Cell, mapping: &Mapping) -> Text {
    let text = mapping.cell(&cell.text);
    if text == cell.text { cell.to_text() } else { Text::new(text, cell.location) }
}

/// Whether other numbers than 0 and 1 are in the cells.
fn has_numbers(rows: &[Cow<'_, [Cell]>], roles: &[(usize, usize)]) -> bool {
    let of_row = |row: &Cow<'_, [Cell]>| {
        let within = roles.iter().take_while(|(column, _)| *column < row.len());
        within
            .filter_map(|(column, _)| row.get(*column))
            .any(|cell| cell.text.parse::<f64>().is_ok_and(|number| number != 0.0 && number != 1.0))
    };
    rows.iter().any(of_row)
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
