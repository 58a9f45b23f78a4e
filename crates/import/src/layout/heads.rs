//! The heads of a table: a title, merged heads, and the names of the columns.

use super::Reading;
use crate::column::RowKind;
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::requirement_cell::RequirementCell;
use crate::source::Location;
use crate::table::{Cell, CellOrigin};
use crate::text::Text;
use ladder::shown;
use std::borrow::Cow;

/// The rows in which a heading is looked for.
const HEADER_ROWS: usize = 30;

/// The most bytes of the name of a column in a second row of heads.
const LONGEST_NAME: usize = 120;

/// A table whose heading has been found.
pub(crate) struct Headed<'a> {
    /// The names of the columns.
    pub header: Vec<&'a Cell>,
    /// Merged heads above the names of the columns, by column.
    pub groups: Vec<Option<&'a Cell>>,
    /// The rows below, without blank ones.
    pub rows: Vec<&'a [Cell]>,
}

impl<'a> Headed<'a> {
    /// The rows below, in which a cell that is merged with another one is blank unless it stands for itself: with
    /// the cell to its left if `spreads` says so of both columns; with the cell above unless the names of the rows,
    /// in the columns `names`, are merged, too.
    pub fn settled_rows(
        &self,
        names: &[usize],
        spreads: impl Fn(usize) -> bool,
    ) -> Vec<Cow<'a, [Cell]>> {
        let is_above = |row: &[Cell], at: usize| {
            row.get(at).is_some_and(|cell| cell.origin == CellOrigin::Above)
        };
        let settle = |row: &&'a [Cell]| {
            let is_merged =
                |cell: &Cell| matches!(cell.origin, CellOrigin::Above | CellOrigin::Left);
            if !row.iter().any(is_merged) {
                return Cow::Borrowed(*row);
            }
            let continues = !names.is_empty() && names.iter().all(|at| is_above(row, *at));
            let mut row = row.to_vec();
            let mut first = 0;
            for (column, cell) in row.iter_mut().enumerate() {
                let stands = match cell.origin {
                    CellOrigin::Left => spreads(first) && spreads(column) && !continues,
                    CellOrigin::Above => !continues || names.contains(&column),
                    _ => true,
                };
                if cell.origin != CellOrigin::Left {
                    first = column;
                }
                if !stands {
                    *cell = Cell::new("", cell.location);
                }
            }
            Cow::Owned(row)
        };
        self.rows.iter().map(settle).collect()
    }

    /// Reports the cells in columns without a name, once a column.
    pub fn report_unnamed(&self, report: &mut Report) {
        let mut unnamed: Vec<Option<(Location, usize)>> = Vec::new();
        for row in &self.rows {
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| cell.is_own()) {
                if self.header.get(column).is_some_and(|head| !head.is_blank()) {
                    continue;
                }
                if unnamed.len() <= column {
                    unnamed.resize(column + 1, None);
                }
                unnamed[column].get_or_insert((cell.location, 0)).1 += 1;
            }
        }
        for (location, count) in unnamed.into_iter().flatten() {
            let cells = if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
            report.left_out(location, format!("{cells} without a head"));
        }
    }

    /// Reports merged heads where they mean nothing.
    pub fn report_groups(&self, report: &mut Report) {
        report_heads(&self.groups, report);
    }
}

/// Finds the row with the names of the columns, and reads a title above it.
pub(super) fn headed<'a>(rows: &[&'a [Cell]], reading: &mut Reading<'_>) -> Headed<'a> {
    let first_rows = || rows.iter().take(HEADER_ROWS);
    let at = first_rows()
        .position(|row| filled(row) >= 2 && is_known(row, reading.mapping))
        .or_else(|| first_rows().position(|row| filled(row) >= 2));
    let at = at.unwrap_or(0);
    let mut header: Vec<&Cell> = rows[at].iter().collect();
    let mut groups = Vec::new();
    for row in &rows[..at] {
        let Some(first) = row.iter().position(|cell| !cell.is_blank()) else { continue };
        let cell = &row[first];
        let is_part_of_header =
            header.get(first).is_some_and(|head| head.location == cell.location);
        if filled(row) == 1 && is_part_of_header {
            continue;
        }
        if filled(row) == 1 && first == 0 {
            title(cell, reading);
        } else {
            report_heads(&groups, reading.report);
            groups = filled_right(&row.iter().collect::<Vec<_>>(), header.len());
        }
    }
    let mut below = at + 1;
    while let Some(row) = rows
        .get(below)
        .filter(|row| completes(&header, row, reading.mapping) && below < HEADER_ROWS)
    {
        report_heads(&groups, reading.report);
        (header, groups) = combined(&header, row);
        below += 1;
    }
    Headed { header, groups, rows: rows[below..].to_vec() }
}

fn title(cell: &Cell, reading: &mut Reading<'_>) {
    if reading.draft.set("title", Text::new(&cell.text, cell.location)) {
        reading.report.guessed(cell.location, format!("{} is the title", shown(&cell.text)));
    } else if reading.draft.field("title").is_none_or(|title| title.text != cell.text) {
        let message = format!("{} above the table", shown(&cell.text));
        reading.report.left_out(cell.location, message);
    }
}

/// The cells of a row that have a text, those that are merged with the one to their left not counted.
fn filled(row: &[Cell]) -> usize {
    row.iter().filter(|cell| !cell.is_blank() && cell.origin != CellOrigin::Left).count()
}

fn is_known(row: &[Cell], mapping: &Mapping) -> bool {
    let kinds =
        [RowKind::Role, RowKind::Skill, RowKind::Requirement, RowKind::Level, RowKind::Resource];
    let known = |cell: &Cell| kinds.iter().any(|kind| kind.field(&cell.text, mapping).is_some());
    row.iter().any(known)
}

/// Whether a row belongs to the heads above it: it names the columns that have none yet.
fn completes(header: &[&Cell], row: &[Cell], mapping: &Mapping) -> bool {
    let names =
        [(RowKind::Skill, "name"), (RowKind::Role, "title"), (RowKind::Requirement, "role")];
    let is_name = |cell: &Cell| {
        names.iter().any(|(kind, name)| kind.field(&cell.text, mapping) == Some(*name))
    };
    let name_column = header.iter().position(|cell| is_name(cell)).unwrap_or(0);
    let below = row.get(name_column);
    if below.is_some_and(|cell| cell.origin == CellOrigin::Above) {
        return row.iter().any(Cell::is_own);
    }
    let header_end = header.iter().rposition(|cell| !cell.is_blank()).map_or(0, |at| at + 1);
    let row_end = row.iter().rposition(|cell| !cell.is_blank()).map_or(0, |at| at + 1);
    let width = header_end.max(row_end);
    let is_filled = |column: usize| row.get(column).is_some_and(|cell| !cell.is_blank());
    let is_open =
        |column: usize| column < width && header.get(column).is_none_or(|head| !head.is_own());
    let first_head = header.iter().position(|cell| cell.is_own()).unwrap_or(0);
    let mut open = (first_head + 1..width).filter(|column| is_open(*column)).peekable();
    if open.peek().is_none() || !open.all(is_filled) {
        return false;
    }
    // The name of a field is complete, unless it is above several columns.
    let is_complete = |column: usize| {
        !is_open(column)
            && !is_open(column + 1)
            && is_known(std::slice::from_ref(header[column]), mapping)
    };
    if (0..header_end).any(|column| is_filled(column) && is_complete(column)) {
        return false;
    }
    let is_head = |cell: &Cell| match RequirementCell::read(mapping.cell(&cell.text), false) {
        RequirementCell::Required { level, .. } => {
            level.is_some() && cell.text.parse::<f64>().is_err()
        }
        RequirementCell::Described(text) => !text.contains('\n') && text.len() < LONGEST_NAME,
        _ => false,
    };
    let names_are_above = below.is_none_or(Cell::is_blank);
    (names_are_above || row.iter().any(is_name))
        && row.iter().filter(|cell| !cell.is_blank()).all(is_head)
}

/// The names of columns in two rows, and the heads above those that the second row names.
fn combined<'a>(header: &[&'a Cell], row: &'a [Cell]) -> (Vec<&'a Cell>, Vec<Option<&'a Cell>>) {
    let width = header.len().max(row.len());
    let above = filled_right(header, width);
    let column = |column: usize| {
        let head = header.get(column).copied();
        match row.get(column).filter(|cell| !cell.is_blank()) {
            Some(name) if name.origin == CellOrigin::Above => (Some(name), None),
            Some(name) => (Some(name), above[column]),
            None => (head.or(row.get(column)), None),
        }
    };
    let columns = (0..width).map(column);
    columns.filter_map(|(head, group)| Some((head?, group))).unzip()
}

/// The cells of a row of merged heads. Each head fills the cells to its right, up to the next head or the end of its
/// merged region.
fn filled_right<'a>(row: &[&'a Cell], width: usize) -> Vec<Option<&'a Cell>> {
    let mut last: Option<&Cell> = None;
    let mut is_merged = false;
    let mut groups = Vec::with_capacity(width);
    for column in 0..width {
        match row.get(column).filter(|cell| !cell.is_blank()) {
            Some(cell) => {
                last = Some(cell);
                is_merged = cell.origin == CellOrigin::Left;
            }
            None if is_merged => last = None,
            None => {}
        }
        groups.push(last);
    }
    groups
}

/// Reports heads that are not part of the ladder, each once.
fn report_heads(heads: &[Option<&Cell>], report: &mut Report) {
    let mut last = None;
    for head in
        heads.iter().flatten().filter(|head| last.replace(head.location) != Some(head.location))
    {
        report.left_out(head.location, format!("the head {} above others", shown(&head.text)));
    }
}
