//! The columns of a table.

use super::{Headed, Reading};
use crate::column::RowKind;
use crate::mapping::Mapping;
use crate::source::Location;
use crate::table::Cell;
use crate::text::Text;
use ladder::shown;
use std::collections::HashSet;

/// The columns of a table by field, and those that stand for nothing.
pub(crate) struct Columns {
    fields: Vec<Option<&'static str>>,
}

impl Columns {
    /// Finds out what the columns stand for, and reports it.
    pub fn new(headed: &Headed<'_>, kind: RowKind, what: &str, reading: &mut Reading<'_>) -> Self {
        let columns = Self::of(headed, kind, reading.mapping);
        let mut known = Vec::new();
        for (cell, field) in headed.header.iter().zip(&columns.fields) {
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
        }
        headed.report_groups(reading.report);
        headed.report_unnamed(reading.report);
        let start = headed.header.first().map_or(Location::at(1, 1), |cell| cell.location);
        reading.report.understood(start, format!("{what}: {}", known.join(", ")));
        columns
    }

    /// What the columns stand for: the first one of several for a field.
    pub fn of(headed: &Headed<'_>, kind: RowKind, mapping: &Mapping) -> Self {
        let mut used = HashSet::new();
        let field =
            |cell: &&Cell| kind.field(&cell.text, mapping).filter(|field| used.insert(*field));
        Self { fields: headed.header.iter().map(field).collect() }
    }

    /// The column of a field.
    pub fn index(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| *known == Some(field))
    }

    /// Whether a column stands for a field.
    pub fn has_field(&self, column: usize) -> bool {
        self.fields.get(column).is_some_and(Option::is_some)
    }

    /// Whether the cell of a field holds something that cannot be read.
    pub fn is_unreadable(&self, row: &[Cell], field: &str) -> bool {
        self.index(field).and_then(|at| row.get(at)).is_some_and(Cell::is_unreadable)
    }

    /// The cell of a field in a row, unless it is blank.
    pub fn cell<'a>(&self, row: &'a [Cell], field: &str) -> Option<&'a Cell> {
        row.get(self.index(field)?).filter(|cell| !cell.is_blank())
    }

    /// The text of a field in a row, unless it is blank.
    pub fn text(&self, row: &[Cell], field: &str) -> Option<Text> {
        self.cell(row, field).map(Cell::to_text)
    }
}
