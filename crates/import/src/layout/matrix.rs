//! A matrix: skills down, roles across, a level or a mark in the cell.

use super::{Headed, Reading};
use crate::column::RowKind;
use crate::draft::{DraftRequirement, DraftStatement};
use crate::mapping::Mapping;
use crate::requirement_cell::RequirementCell;
use crate::source::Location;
use crate::table::Cell;
use crate::text::Text;
use ladder::shown;

/// Headings of our own export that stand for no category.
const NO_CATEGORY: [&str; 2] = ["Other skills", "Not used by any role yet"];
const BY_ROLE: [(&str, &str); 2] = [("Needed from ", " up"), ("Introduced at ", "")];

/// The most roles of a ladder.
const MAX_ROLES: usize = 5_000;

/// Reads a matrix. The first column holds the skills where no heading says so.
pub(super) fn read(
    headed: &Headed<'_>,
    start: Location,
    is_guess: bool,
    reading: &mut Reading<'_>,
) {
    let field = |cell: &Cell| RowKind::Skill.field(&cell.text, reading.mapping);
    let fields: Vec<Option<&'static str>> = headed.header.iter().map(field).collect();
    let named = fields.iter().position(|field| *field == Some("name"));
    let name_column = named.unwrap_or(0);
    let column_of = |field| fields.iter().position(|known| *known == Some(field));
    let roles: Vec<(usize, usize)> = headed
        .header
        .iter()
        .enumerate()
        .filter(|(at, cell)| *at != name_column && !cell.is_blank() && fields[*at].is_none())
        .map(|(at, cell)| (at, reading.draft.role(&cell.text, cell.location, reading.mapping)))
        .collect();
    if roles.len() > MAX_ROLES {
        let message =
            format!("this table has {} columns for roles, more than {MAX_ROLES}", roles.len());
        return reading.report.problem(start, message);
    }
    let category_column = column_of("category");
    let scale_column = column_of("scale");
    let text_columns = ["description", "short_name", "kind"].map(|field| (field, column_of(field)));
    let what = format!("a matrix with {} across and skills down", count(roles.len(), "role"));
    if is_guess || named.is_none() {
        reading.report.guessed(start, what)
    } else {
        reading.report.understood(start, what)
    }
    tracks(headed, &roles, reading);
    let has_numbers = has_numbers(headed, &roles);
    // Levels in the order of their columns: higher roles require higher levels.
    for (column, _) in &roles {
        for (row, cell) in headed.rows.iter().filter_map(|row| Some((row, row.get(*column)?))) {
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
    for (at, row) in headed.rows.iter().enumerate() {
        let text = |column: Option<usize>| {
            column.and_then(|at| row.get(at)).filter(|cell| !cell.is_blank())
        };
        if let Some(cell) = text(category_column) {
            current = category(cell, reading);
        }
        let Some(name) = text(Some(name_column)) else {
            let filled = row.iter().find(|cell| !cell.is_blank());
            if let Some(cell) = filled
                .filter(|_| row.iter().enumerate().any(|(at, cell)| at > 0 && !cell.is_blank()))
            {
                reading.report.left_out(cell.location, "this row has no skill");
            }
            continue;
        };
        // A name alone above a row with more is a heading.
        let is_heading = category_column.is_none()
            && !is_filled(row)
            && headed.rows.get(at + 1).is_some_and(|next| is_filled(next));
        if is_heading {
            reading.report.guessed(name.location, format!("{} is a category", shown(&name.text)));
            current = category(name, reading);
            continue;
        }
        let skill = reading.draft.skill(&name.text, name.location, reading.mapping);
        let scale = scale_of_row(row, name_column, scale_column, reading);
        let item = &mut reading.draft.skills.items[skill];
        item.scale = item.scale.or(scale);
        item.category = item.category.or(current);
        for (field, column) in text_columns {
            if let Some(cell) = text(column) {
                item.item.set(field, cell.to_text());
            }
        }
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

/// Whether a row has more than a name.
fn is_filled(row: &[Cell]) -> bool {
    row.iter().filter(|cell| !cell.is_blank()).nth(1).is_some()
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
    let role = &mut reading.draft.roles.items[role];
    if role.requirement(skill).is_some() {
        reading.report.left_out(
            cell.location,
            "the skill of this row is in the table before, with a value for this role",
        );
        return;
    }
    let requirement = DraftRequirement::new(skill, cell.location);
    role.add(DraftRequirement { level, kind, statements, ..requirement });
}

/// The prose in a cell, or what the mapping has for it.
pub(super) fn described(cell: &Cell, mapping: &Mapping) -> Text {
    let text = mapping.cell(&cell.text);
    if text == cell.text { cell.to_text() } else { Text::new(text, cell.location) }
}

/// Merged heads above the roles are tracks, if there are several.
fn tracks(headed: &Headed<'_>, roles: &[(usize, usize)], reading: &mut Reading<'_>) {
    let group = |column: usize| headed.groups.get(column).copied().flatten();
    let mut names: Vec<&str> = roles
        .iter()
        .filter_map(|(column, _)| group(*column))
        .map(|cell| cell.text.as_str())
        .collect();
    names.dedup();
    if names.len() < 2 {
        if let Some(cell) = roles.first().and_then(|(column, _)| group(*column)) {
            reading
                .report
                .left_out(cell.location, format!("the head {} above all roles", shown(&cell.text)));
        }
        return;
    }
    for (column, role) in roles {
        if let Some(cell) = group(*column) {
            let track = reading.draft.tracks.named(&cell.text, cell.location);
            reading.draft.roles.items[*role].track = Some(track);
        }
    }
    let first = headed.groups.iter().flatten().next();
    if let Some(cell) = first {
        reading.report.guessed(
            cell.location,
            format!("the heads above the roles are tracks: {}", names.join(", ")),
        );
    }
}

/// Whether other numbers than 0 and 1 are in the cells.
fn has_numbers(headed: &Headed<'_>, roles: &[(usize, usize)]) -> bool {
    let of_row = |row: &&'_ [Cell]| {
        let within = roles.iter().take_while(|(column, _)| *column < row.len());
        within
            .filter_map(|(column, _)| row.get(*column))
            .any(|cell| cell.text.parse::<f64>().is_ok_and(|number| number != 0.0 && number != 1.0))
    };
    headed.rows.iter().any(of_row)
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
