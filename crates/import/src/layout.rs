//! Finds out how a table is laid out, and reads it into a draft.

mod items;
mod matrix;
mod requirement_rows;
mod role_rows;

pub(crate) use role_rows::refer;

use crate::column::RowKind;
use crate::draft::Draft;
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::source::Location;
use crate::split::key;
use crate::table::{Cell, Table};
use crate::text::Text;
use ladder::shown;
use std::collections::HashSet;

/// The rows in which a heading is looked for.
const HEADER_ROWS: usize = 30;

/// A table whose heading has been found.
pub(crate) struct Headed<'a> {
    /// The names of the columns.
    pub header: &'a [Cell],
    /// Merged heads above the names of the columns, by column.
    pub groups: Vec<Option<&'a Cell>>,
    /// The rows below, without blank ones.
    pub rows: Vec<&'a [Cell]>,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Skills down, roles across.
    Matrix,
    /// Roles down, skills across.
    TurnedMatrix,
    Rows(RowKind),
}

/// Everything that reading needs.
pub(crate) struct Reading<'a> {
    pub draft: &'a mut Draft,
    pub mapping: &'a Mapping,
    pub report: &'a mut Report,
}

/// Reads all tables of an import.
pub(crate) fn read_tables(tables: &[Table], reading: &mut Reading<'_>) {
    let order = |table: &&Table| match RowKind::of_sheet(&table.name) {
        Some(RowKind::Level) => 0,
        Some(RowKind::Category | RowKind::Track) => 1,
        Some(RowKind::Skill) => 2,
        Some(RowKind::Role) => 3,
        Some(RowKind::Requirement) => 5,
        Some(RowKind::Resource) => 6,
        None => 4,
    };
    let mut ordered: Vec<&Table> = tables.iter().collect();
    ordered.sort_by_key(order);
    let kinds: Vec<_> = tables.iter().filter_map(|table| RowKind::of_sheet(&table.name)).collect();
    for table in ordered {
        read_table(table, &kinds, reading);
    }
}

/// Reads a table. `kinds` says what the named sheets beside it are.
pub(crate) fn read_table(table: &Table, kinds: &[RowKind], reading: &mut Reading<'_>) {
    let rows: Vec<&[Cell]> = table
        .rows
        .iter()
        .map(Vec::as_slice)
        .filter(|row| row.iter().any(|cell| !cell.is_blank()))
        .collect();
    if rows.is_empty() {
        if !table.name.is_empty() {
            reading.report.left_out(table.start(), format!("{} is empty", shown(&table.name)));
        }
        return;
    }
    if matches!(key(&table.name).as_str(), "ladder" | "about" | "framework") {
        return items::read_ladder(&rows, reading);
    }
    let has_roles = kinds.iter().any(|kind| matches!(kind, RowKind::Role | RowKind::Requirement));
    // A sheet named Skills without one for roles is a matrix, if it has columns for roles.
    let named = RowKind::of_sheet(&table.name).filter(|kind| *kind != RowKind::Skill || has_roles);
    let headed = headed(&rows, reading);
    let Some((layout, is_guess)) = layout(&headed, named, reading.mapping) else {
        let message = format!("{} has no column that is known", shown(&table.name));
        return reading.report.left_out(table.start(), message);
    };
    if is_guess && !kinds.is_empty() && RowKind::of_sheet(&table.name).is_none() {
        let message = format!("{} is no sheet of a ladder and no matrix", shown(&table.name));
        return reading.report.left_out(table.start(), message);
    }
    match layout {
        Layout::Matrix => matrix::read(&headed, table.start(), is_guess, reading),
        Layout::TurnedMatrix => {
            let turned =
                Table { rows: rows.iter().map(|row| row.to_vec()).collect(), ..table.clone() }
                    .transposed();
            let rows: Vec<&[Cell]> = turned.rows.iter().map(Vec::as_slice).collect();
            let headed = Headed { header: rows[0], groups: Vec::new(), rows: rows[1..].to_vec() };
            matrix::read(&headed, table.start(), true, reading);
        }
        Layout::Rows(RowKind::Role) => role_rows::read(&headed, reading),
        Layout::Rows(RowKind::Requirement) => requirement_rows::read(&headed, reading),
        Layout::Rows(kind) => items::read(&headed, kind, reading),
    }
}

/// Finds the row with the names of the columns, and reads a title above it.
fn headed<'a>(rows: &[&'a [Cell]], reading: &mut Reading<'_>) -> Headed<'a> {
    let filled = |row: &[Cell]| row.iter().filter(|cell| !cell.is_blank()).count();
    let is_known = |row: &[Cell]| {
        let kinds = [
            RowKind::Role,
            RowKind::Skill,
            RowKind::Requirement,
            RowKind::Level,
            RowKind::Resource,
        ];
        let known = |cell: &Cell| {
            kinds.iter().any(|kind| kind.field(&cell.text, reading.mapping).is_some())
        };
        filled(row) >= 2 && row.iter().any(known)
    };
    let first_rows = || rows.iter().take(HEADER_ROWS);
    let at = first_rows()
        .position(|row| is_known(row))
        .or_else(|| first_rows().position(|row| filled(row) >= 2));
    let at = at.unwrap_or(0);
    let mut groups = Vec::new();
    for row in &rows[..at] {
        match row.iter().position(|cell| !cell.is_blank()) {
            Some(first) if filled(row) == 1 && first == 0 => {
                let cell = &row[first];
                reading
                    .report
                    .guessed(cell.location, format!("{} is the title", shown(&cell.text)));
                reading.draft.set("title", Text::new(&cell.text, cell.location));
            }
            Some(_) => groups = filled_right(row, rows[at].len()),
            None => {}
        }
    }
    Headed { header: rows[at], groups, rows: rows[at + 1..].to_vec() }
}

/// The cells of a row of merged heads, each repeated to the right up to the next one.
fn filled_right(row: &[Cell], width: usize) -> Vec<Option<&Cell>> {
    let mut last = None;
    let mut groups = Vec::with_capacity(width);
    for column in 0..width {
        if let Some(cell) = row.get(column).filter(|cell| !cell.is_blank()) {
            last = Some(cell);
        }
        groups.push(last);
    }
    groups
}

/// How a table is laid out, and whether that is a guess.
fn layout(
    headed: &Headed<'_>,
    named: Option<RowKind>,
    mapping: &Mapping,
) -> Option<(Layout, bool)> {
    let has = |kind: RowKind, field: &str| {
        headed.header.iter().any(|cell| kind.field(&cell.text, mapping) == Some(field))
    };
    let known = |kind: RowKind| {
        headed.header.iter().filter(|cell| kind.field(&cell.text, mapping).is_some()).count()
    };
    let columns = headed.header.iter().filter(|cell| !cell.is_blank()).count();
    let unknown_to_skills = columns - known(RowKind::Skill);
    if has(RowKind::Requirement, "role")
        && has(RowKind::Requirement, "skill")
        && known(RowKind::Requirement) >= known(RowKind::Role)
    {
        return Some((Layout::Rows(RowKind::Requirement), false));
    }
    match named {
        Some(RowKind::Requirement) => return Some((Layout::Matrix, false)),
        Some(RowKind::Role) if !has(RowKind::Role, "title") => return None,
        Some(kind) => return Some((Layout::Rows(kind), false)),
        None => {}
    }
    if has(RowKind::Role, "title") {
        let is_matrix = known(RowKind::Role) == 1 && columns > 2;
        let layout = if is_matrix { Layout::TurnedMatrix } else { Layout::Rows(RowKind::Role) };
        return Some((layout, is_matrix));
    }
    if has(RowKind::Skill, "name") {
        let is_list = unknown_to_skills == 0 && columns > 1;
        return Some((if is_list { Layout::Rows(RowKind::Skill) } else { Layout::Matrix }, false));
    }
    (columns >= 2).then_some((Layout::Matrix, true))
}

/// The columns of a table by field, and those that stand for nothing.
pub(crate) struct Columns {
    pub fields: Vec<Option<&'static str>>,
}

impl Columns {
    /// Finds out what the columns stand for, and reports it.
    pub fn new(headed: &Headed<'_>, kind: RowKind, what: &str, reading: &mut Reading<'_>) -> Self {
        let mut fields: Vec<Option<&'static str>> = Vec::new();
        let mut known = Vec::new();
        let mut used = HashSet::new();
        for cell in headed.header {
            let field = kind.field(&cell.text, reading.mapping).filter(|field| used.insert(*field));
            match field {
                Some(field) => known.push(format!("{} is `{field}`", shown(&cell.text))),
                None if cell.is_blank() => {}
                None => {
                    let message = format!(
                        "the column {} stands for nothing that is known",
                        shown(&cell.text)
                    );
                    reading.report.left_out(cell.location, message);
                }
            }
            fields.push(field);
        }
        let start = headed.header.first().map_or(Location::at(1, 1), |cell| cell.location);
        reading.report.understood(start, format!("{what}: {}", known.join(", ")));
        Self { fields }
    }

    /// The cell of a field in a row, unless it is blank.
    pub fn cell<'a>(&self, row: &'a [Cell], field: &str) -> Option<&'a Cell> {
        let at = self.fields.iter().position(|known| *known == Some(field))?;
        row.get(at).filter(|cell| !cell.is_blank())
    }

    /// The text of a field in a row, unless it is blank.
    pub fn text(&self, row: &[Cell], field: &str) -> Option<Text> {
        self.cell(row, field).map(Cell::to_text)
    }
}
