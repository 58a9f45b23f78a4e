//! A table of a source: rows of cells with their places.

use crate::source::Location;
use crate::text::Text;
use ladder::Place;

/// The most rows and cells of one table.
pub(crate) const MAX_ROWS: usize = 600_000;
pub(crate) const MAX_CELLS: usize = 6_000_000;

/// A cell: its text without white space around it, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    pub text: String,
    pub location: Location,
    pub origin: CellOrigin,
    /// The text with its markup, which only Markdown has.
    marked: Option<Box<Text>>,
}

/// Where the text of a cell comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CellOrigin {
    /// It is written in the cell.
    #[default]
    Own,
    /// The cell is merged with the one above.
    Above,
    /// The cell is merged with the one to its left.
    Left,
    /// There is something in the cell that cannot be read; its text is empty.
    Unreadable,
}

/// A table. Rows need not be of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Table {
    /// The name of its sheet or file.
    pub name: String,
    pub source: usize,
    pub rows: Vec<Vec<Cell>>,
}

impl Cell {
    pub fn new(text: impl Into<String>, location: Location) -> Self {
        Self { text: text.into(), location, origin: CellOrigin::Own, marked: None }
    }

    /// A cell that is merged with this one and shows the same.
    pub fn merged(&self, origin: CellOrigin) -> Self {
        let is_unreadable = self.origin == CellOrigin::Unreadable;
        Self { origin: if is_unreadable { self.origin } else { origin }, ..self.clone() }
    }

    /// A cell with markup.
    pub fn marked(text: Text) -> Self {
        let marked = text.has_markup().then(|| Box::new(text.clone()));
        Self { text: text.text, location: text.location, origin: CellOrigin::Own, marked }
    }

    /// Its text, with markup if it has any.
    pub fn to_text(&self) -> Text {
        let plain = || Text::new(&self.text, self.location);
        self.marked.as_deref().cloned().unwrap_or_else(plain)
    }

    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it has a text of its own: it is not merged with another one.
    pub fn is_own(&self) -> bool {
        !self.is_blank() && self.origin == CellOrigin::Own
    }

    pub fn is_unreadable(&self) -> bool {
        self.origin == CellOrigin::Unreadable
    }
}

impl Table {
    /// Its first place.
    pub fn start(&self) -> Location {
        let first = self.rows.iter().flatten().next();
        let origin = Location { source: self.source, place: Place { line: 1, column: 1 } };
        first.map_or(origin, |cell| cell.location)
    }

    /// The table with rows as columns.
    pub fn transposed(&self) -> Self {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let blank = |row: &[Cell]| {
            let location = row.last().map_or(self.start(), |cell| cell.location);
            Cell::new("", location)
        };
        let turned = |cell: &Cell| {
            let origin = match cell.origin {
                CellOrigin::Above => CellOrigin::Left,
                CellOrigin::Left => CellOrigin::Above,
                origin => origin,
            };
            Cell { origin, ..cell.clone() }
        };
        let cell = |row: &[Cell], at: usize| row.get(at).map_or_else(|| blank(row), turned);
        let column = |at: usize| self.rows.iter().map(|row| cell(row, at)).collect();
        Self { rows: (0..width).map(column).collect(), ..self.clone() }
    }
}

/// Why a table was not read.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TableError {
    #[error(
        "the table has more than {MAX_ROWS} rows; a ladder has at most 5,000 roles and 20,000 skills"
    )]
    TooManyRows,
    #[error(
        "the table has more than {MAX_CELLS} cells; a ladder has at most 5,000 roles and 20,000 skills"
    )]
    TooManyCells,
    #[error("merged cells repeat more than {0} MiB of text")]
    TooMuchMergedText(usize),
    #[error("the file is {0} MiB unpacked, more than the {1} MiB that are read")]
    TooLarge(u64, u64),
    #[error("this is not a spreadsheet that can be read: {0}")]
    NotASpreadsheet(String),
    #[error("the file is larger than 128 MiB; the text of a ladder has at most 16 MiB")]
    TooManyBytes,
    #[error("files of different kinds cannot become one ladder; import one kind at a time")]
    DifferentKinds,
    #[error("{0}")]
    NotCsv(String),
}
