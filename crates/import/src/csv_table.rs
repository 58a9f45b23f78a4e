//! Reads CSV and TSV. Every cell keeps its line and column in the text.

use crate::source::Location;
use crate::table::{Cell, MAX_CELLS, MAX_ROWS, Table, TableError};
use csv::{ReaderBuilder, StringRecord};
use ladder::Place;

/// The first characters that our own export disarms with an apostrophe.
const DISARMED: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Reads a table whose cells are separated by the character that separates most in its first lines.
///
/// # Errors
/// If the table is too large.
pub(crate) fn read_csv(text: &str, name: &str, source: usize) -> Result<Table, TableError> {
    let separator = separator(text);
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let mut table = Table { name: name.to_owned(), source, rows: Vec::new() };
    let mut record = StringRecord::new();
    let mut cells = 0;
    let mut lines = LineCounter { text, at: 0, line: 1, column: 1 };
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(table),
            Err(error) => return Err(TableError::NotCsv(error.to_string())),
        }
        cells += record.len();
        if table.rows.len() >= MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        if cells > MAX_CELLS {
            return Err(TableError::TooManyCells);
        }
        let mut offset = record_start(text, start);
        let row = record.iter().map(|field| {
            let place = lines.advance_to(offset);
            offset = field_end(text, offset, separator) + 1;
            Cell::new(armed(field.trim()), Location { source, place })
        });
        table.rows.push(row.collect());
    }
}

/// The separator: of comma, semicolon and tab the one that is most frequent in the first lines outside of
/// quotes, if it is about as frequent in each.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let (mut quoted, mut lines) = (false, 0);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                if let Some((_, count)) =
                    counts.iter_mut().find(|(separator, _)| *separator == byte)
                {
                    *count += 1;
                }
            }
            _ => {}
        }
        if lines == 1 && counts.iter().any(|(_, count)| *count > 0) || lines > 20 {
            break;
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| *separator)
}

/// Where a record begins: after the line breaks that the reader skips.
fn record_start(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

/// Where the field that begins at `start` ends.
fn field_end(text: &str, start: usize, separator: u8) -> usize {
    let bytes = &text.as_bytes()[start.min(text.len())..];
    let is_quoted = bytes.first() == Some(&b'"');
    let mut inside = is_quoted;
    for (at, byte) in bytes.iter().enumerate().skip(usize::from(is_quoted)) {
        match byte {
            b'"' if is_quoted => inside = !inside,
            b'\r' | b'\n' if !inside => return start + at,
            byte if !inside && *byte == separator => return start + at,
            _ => {}
        }
    }
    text.len()
}

/// A field without the apostrophe that our own export puts before what a spreadsheet would calculate.
fn armed(field: &str) -> &str {
    match field.strip_prefix('\'') {
        Some(rest) if rest.starts_with(DISARMED) => rest,
        _ => field,
    }
}

/// Counts lines and columns along the text, once.
struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl LineCounter<'_> {
    fn advance_to(&mut self, at: usize) -> Place {
        for c in self.text.get(self.at..at).unwrap_or_default().chars() {
            match c {
                '\n' => (self.line, self.column) = (self.line + 1, 1),
                _ => self.column += 1,
            }
        }
        self.at = self.at.max(at.min(self.text.len()));
        Place { line: self.line, column: self.column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(String, u32, u32)> {
        let table = read_csv(text, "", 0).unwrap();
        let cell = |cell: Cell| (cell.text, cell.location.place.line, cell.location.place.column);
        table.rows.into_iter().flatten().map(cell).collect()
    }

    fn cell(text: &str, line: u32, column: u32) -> (String, u32, u32) {
        (text.to_owned(), line, column)
    }

    #[test]
    fn cells_have_their_place_in_the_text() {
        let text = "é;b\r\n\r\n\"x\ny\";'=1+1\n;last";
        assert_eq!(
            cells(text),
            [
                cell("é", 1, 1),
                cell("b", 1, 3),
                cell("x\ny", 3, 1),
                cell("=1+1", 4, 4),
                cell("", 5, 1),
                cell("last", 5, 2)
            ]
        );
    }

    #[test]
    fn the_separator_is_recognised() {
        for (text, expected) in [
            ("a,b,c\n1;2", b','),
            ("Skill;A, B;C\n", b';'),
            ("a\tb\n", b'\t'),
            ("\"a;b;c\",d\n", b','),
            ("title\na;b\n", b';'),
            ("", b','),
        ] {
            assert_eq!(separator(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_table_with_too_many_rows_is_refused() {
        assert_eq!(read_csv(&"a,b\n".repeat(MAX_ROWS + 1), "", 0), Err(TableError::TooManyRows));
        assert_eq!(read_csv(&",".repeat(MAX_CELLS + 1), "", 0), Err(TableError::TooManyCells));
    }

    proptest! {
        #[test]
        fn any_text_is_handled(text in "[\"',;\t\r\na-cé=]{0,40}") {
            for (_, line, column) in cells(&text) {
                prop_assert!(line as usize <= text.lines().count() + 1 && column > 0);
            }
        }
    }
}
