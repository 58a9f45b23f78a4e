//! Finds out how a table is laid out, and reads it into a draft.

mod columns;
mod heads;
mod items;
mod matrix;
mod matrix_roles;
mod requirement_rows;
mod role_identity;
mod role_rows;
mod skill_rows;

use columns::Columns;
use heads::{Headed, headed};
pub(crate) use role_rows::refer;

use crate::column::RowKind;
use crate::draft::Draft;
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::split::key;
use crate::table::{Cell, Table};
use ladder::shown;

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
            headed.report_groups(reading.report);
            let header = headed.header.iter().map(|cell| (*cell).clone()).collect();
            let below = headed.rows.iter().map(|row| row.to_vec());
            let rows = std::iter::once(header).chain(below).collect();
            let turned = Table { name: String::new(), source: table.source, rows }.transposed();
            let mut rows = turned.rows.iter().map(Vec::as_slice);
            let header = rows.next().unwrap_or_default().iter().collect();
            let headed = Headed { header, groups: Vec::new(), rows: rows.collect() };
            matrix::read(&headed, table.start(), true, reading);
        }
        Layout::Rows(RowKind::Role) => role_rows::read(&headed, reading),
        Layout::Rows(RowKind::Requirement) => requirement_rows::read(&headed, reading),
        Layout::Rows(kind) => items::read(&headed, kind, reading),
    }
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
