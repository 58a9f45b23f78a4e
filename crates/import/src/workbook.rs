//! Reads the sheets of XLSX and ODS files. What a formula gave when the file was saved is its text.

use crate::source::{Location, Source};
use crate::table::{Cell, MAX_CELLS, MAX_ROWS, Table, TableError};
use calamine::{Data, Ods, Reader, Xlsx};
use ladder::Place;
use std::io::{Cursor, Read};

/// The most that a file may unpack to.
const MAX_UNPACKED: u64 = 256 * MIB;
const MIB: u64 = 1024 * 1024;

/// The sheets of a workbook as sources and tables; `first` is the index of the first source.
///
/// # Errors
/// If the file is none, or too large.
pub(crate) fn read_workbook(
    file: &str,
    bytes: &[u8],
    first: usize,
) -> Result<(Vec<Source>, Vec<Table>), TableError> {
    let content = unpacked(bytes, MAX_UNPACKED)?;
    let sheets = match content {
        None => xlsx_sheets(bytes)?,
        Some(content) => ods_sheets(bytes, &content)?,
    };
    let mut sources = Vec::new();
    let mut tables = Vec::new();
    for (name, cells) in sheets {
        let source = first + sources.len();
        sources.push(Source {
            name: file.to_owned(),
            sheet: Some(name.clone()),
            text: String::new(),
        });
        tables.push(table(name, source, cells));
    }
    Ok((sources, tables))
}

/// A cell's row and column, counted from 0, and its text.
type SheetCell = (u32, u32, String);

fn table(name: String, source: usize, cells: Vec<SheetCell>) -> Table {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut last = None;
    for (row, column, text) in cells {
        if last != Some(row) {
            rows.push(Vec::new());
            last = Some(row);
        }
        let Some(cells) = rows.last_mut() else { continue };
        let place = |column: usize| {
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            Location { source, place: Place { line: row + 1, column: column + 1 } }
        };
        while cells.len() < column as usize {
            cells.push(Cell::new("", place(cells.len())));
        }
        cells.push(Cell::new(text.trim(), place(column as usize)));
    }
    Table { name, source, rows }
}

/// Checks what the file unpacks to, without keeping it. Returns `content.xml`, which only ODS files have.
fn unpacked(bytes: &[u8], most: u64) -> Result<Option<String>, TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut total = 0;
    let mut content = None;
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth).map_err(unreadable)?;
        let is_content = entry.name().is_ok_and(|name| name == "content.xml");
        let declared = entry.size();
        if total + declared > most {
            return Err(TableError::TooLarge((total + declared) / MIB, most / MIB));
        }
        let mut limited = entry.take(most - total + 1);
        if is_content {
            let mut text = Vec::new();
            total += limited.read_to_end(&mut text).map_err(unreadable)? as u64;
            content = Some(String::from_utf8_lossy(&text).into_owned());
        } else {
            total += std::io::copy(&mut limited, &mut std::io::sink()).map_err(unreadable)?;
        }
        if total > most {
            return Err(TableError::TooLarge(total / MIB, most / MIB));
        }
    }
    Ok(content)
}

fn xlsx_sheets(bytes: &[u8]) -> Result<Vec<(String, Vec<SheetCell>)>, TableError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    let mut width = Budget::default();
    for name in workbook.sheet_names() {
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(unreadable)? {
            let (row, column) = cell.get_position();
            let text = data_text(&Data::from(cell.get_value().clone()));
            if !text.trim().is_empty() {
                width.take(row, column)?;
                cells.push((row, column, text));
            }
        }
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        cells.dedup_by_key(|(row, column, _)| (*row, *column));
        sheets.push((name, cells));
    }
    Ok(sheets)
}

fn ods_sheets(bytes: &[u8], content: &str) -> Result<Vec<(String, Vec<SheetCell>)>, TableError> {
    if repeated_cells(content) > MAX_CELLS as u64 {
        return Err(TableError::TooManyCells);
    }
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    let mut width = Budget::default();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(unreadable)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, data) in range.used_cells() {
            let text = data_text(data);
            if !text.trim().is_empty() {
                let (row, column) = (first_row + row as u32, first_column + column as u32);
                width.take(row, column)?;
                cells.push((row, column, text));
            }
        }
        sheets.push((name, cells));
    }
    Ok(sheets)
}

/// Counts rows and the cells that a table of them has.
#[derive(Default)]
struct Budget {
    last: Option<(u32, u32)>,
    rows: usize,
    cells: usize,
}

impl Budget {
    fn take(&mut self, row: u32, column: u32) -> Result<(), TableError> {
        let before = match self.last {
            Some((last_row, last_column)) if last_row == row => last_column,
            _ => {
                self.rows += 1;
                0
            }
        };
        self.last = Some((row, column));
        self.cells += column.saturating_sub(before) as usize + 1;
        if self.rows > MAX_ROWS {
            return Err(TableError::TooManyRows);
        }
        if self.cells > MAX_CELLS {
            return Err(TableError::TooManyCells);
        }
        Ok(())
    }
}

/// The cells with a value that the rows and columns of an ODS file stand for, with repetitions.
fn repeated_cells(content: &str) -> u64 {
    let number = |tag: &str, attribute: &str| -> u64 {
        let value = tag.split_once(attribute).and_then(|(_, rest)| rest.split('"').next());
        value.and_then(|value| value.parse().ok()).unwrap_or(1)
    };
    let (mut total, mut row) = (0_u64, 1);
    for tag in content.split('<').map(|tag| tag.split('>').next().unwrap_or_default()) {
        if tag.starts_with("table:table-row") {
            row = number(tag, "table:number-rows-repeated=\"");
        } else if tag.starts_with("table:table-cell") && tag.contains("office:value-type") {
            let columns = number(tag, "table:number-columns-repeated=\"");
            total = total.saturating_add(row.saturating_mul(columns));
        }
    }
    total
}

/// The text of a cell, as a person would write it.
fn data_text(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(_) => String::new(),
    }
}

/// A cell as spreadsheets name it: column letters and row number.
#[must_use]
pub fn cell_name(place: Place) -> String {
    let mut letters = Vec::new();
    let mut column = place.column;
    while column > 0 {
        let letter = (column - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(letter).unwrap_or(0)));
        column = (column - 1) / 26;
    }
    format!("{}{}", letters.iter().rev().collect::<String>(), place.line)
}

fn unreadable(error: impl std::fmt::Display) -> TableError {
    TableError::NotASpreadsheet(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        for (column, name) in [(1, "A3"), (26, "Z3"), (27, "AA3"), (703, "AAA3")] {
            assert_eq!(cell_name(Place { line: 3, column }), name);
        }
    }

    /// A file with two megabytes of zeros.
    fn bomb() -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("xl/a.xml", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, &vec![0; 2 * 1024 * 1024]).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_refused() {
        let bomb = bomb();
        assert!(bomb.len() < 10_000);
        assert_eq!(unpacked(&bomb, 3 * MIB), Ok(None));
        assert_eq!(unpacked(&bomb, MIB), Err(TableError::TooLarge(2, 1)));
    }

    #[test]
    fn a_file_that_understates_what_it_unpacks_to_is_refused() {
        let mut bomb = bomb();
        let size = (2_u32 * 1024 * 1024).to_le_bytes();
        for at in 0..bomb.len() - 4 {
            if bomb[at..at + 4] == size {
                bomb[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
            }
        }
        assert!(unpacked(&bomb, MIB).is_err());
    }

    #[test]
    fn repetitions_of_values_are_counted() {
        let content = "<table:table-row table:number-rows-repeated=\"9\"><table:table-cell \
            table:number-columns-repeated=\"4\" office:value-type=\"string\"><text:p/></table:table-cell>\
            <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>";
        assert_eq!(repeated_cells(content), 36);
    }
}
