//! Source files and places in them.

use ladder::Place;

/// A file, or one sheet of a spreadsheet, that a document was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The name of the file.
    pub name: String,
    /// The sheet, if the file has sheets.
    pub sheet: Option<String>,
    /// The text of the file, without a byte-order mark; empty for a spreadsheet.
    pub text: String,
}

/// A place in a source: line and column of a text, or row and column of a sheet, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The index of the source.
    pub source: usize,
    /// The place in it.
    pub place: Place,
}

impl Location {
    /// A place in the only source.
    #[must_use]
    pub fn at(line: u32, column: u32) -> Self {
        Self { source: 0, place: Place { line, column } }
    }
}
