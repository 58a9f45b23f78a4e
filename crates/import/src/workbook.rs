//! Reads the sheets of XLSX and ODS files. What a formula gave when the file was saved is its text.

mod extras;
mod ods_content;

use crate::cell_error::{is_error, report_error};
use crate::merged::{self, MergedRegion};
use crate::remark::Report;
use crate::source::{Location, Source};
use crate::table::{Cell, CellOrigin, MAX_CELLS, MAX_ROWS, Table, TableError};
use calamine::{Data, Ods, Reader, SheetVisible, Xlsx};
use extras::Extras;
use ladder::{Place, shown};
use ods_content::OdsSheet;
use std::io::{Cursor, Read};

/// The most that a file may unpack to.
const MAX_UNPACKED: u64 = 256 * MIB;
const MIB: u64 = 1024 * 1024;

/// A sheet as the file has it.
struct Sheet {
    name: String,
    is_hidden: bool,
    /// The cells by row and column; nothing if the sheet has none, such as a chart.
    cells: Option<Vec<SheetCell>>,
    regions: Vec<MergedRegion>,
}

/// A cell's row and column, counted from 0, and its text.
struct SheetCell {
    at: (u32, u32),
    text: String,
    fault: Option<Fault>,
}

/// Why a cell has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The formula gave an error. Its name is the text, perhaps in another language.
    Error,
    /// The value of the formula is not in the file.
    NoValue,
}

/// The sheets of a workbook as sources and tables; `first` is the index of the first source.
///
/// # Errors
/// If the file is none, or too large.
pub(crate) fn read_workbook(
    file: &str,
    bytes: &[u8],
    first: usize,
    report: &mut Report,
) -> Result<(Vec<Source>, Vec<Table>), TableError> {
    let Unpacked { content, extras } = unpacked(bytes, MAX_UNPACKED)?;
    let sheets = match content {
        None => xlsx_sheets(bytes)?,
        Some(content) => ods_sheets(bytes, &content)?,
    };
    let start = Location { source: first, place: Place { line: 1, column: 1 } };
    extras.report(start, report);
    let mut sources = Vec::new();
    let mut tables = Vec::new();
    for sheet in sheets {
        let source = first + sources.len();
        sources.push(Source {
            name: file.to_owned(),
            sheet: Some(sheet.name.clone()),
            text: String::new(),
        });
        let start = Location { source, place: Place { line: 1, column: 1 } };
        let Some(cells) = sheet.cells else {
            report.left_out(start, format!("{} has no cells that can be read", shown(&sheet.name)));
            continue;
        };
        if sheet.is_hidden && !cells.is_empty() {
            let message = format!("{} is hidden, and is read like the others", shown(&sheet.name));
            report.guessed(start, message);
        }
        let mut rows = rows(source, cells, report);
        merged::fill(&mut rows, &sheet.regions)?;
        tables.push(Table { name: sheet.name, source, rows });
    }
    Ok((sources, tables))
}

/// The cells by rows. Reports those that cannot be read.
fn rows(source: usize, cells: Vec<SheetCell>, report: &mut Report) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut last = None;
    for SheetCell { at: (row, column), text, fault } in cells {
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
        let mut cell = Cell::new(text.trim(), place(column as usize));
        match fault {
            Some(Fault::NoValue) => {
                let message =
                    "a formula without a saved value; save the file in a spreadsheet program";
                report.left_out(cell.location, message);
                cell.origin = CellOrigin::Unreadable;
            }
            Some(Fault::Error) => report_error(&mut cell, report),
            None if is_error(&cell.text) => report_error(&mut cell, report),
            None => {}
        }
        cells.push(cell);
    }
    rows
}

/// What is needed of an unpacked file besides its cells.
#[derive(Debug, Default, PartialEq, Eq)]
struct Unpacked {
    /// `content.xml`, which only ODS files have.
    content: Option<String>,
    extras: Extras,
}

/// Checks what the file unpacks to, without keeping it.
fn unpacked(bytes: &[u8], most: u64) -> Result<Unpacked, TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut total = 0;
    let mut unpacked = Unpacked::default();
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth).map_err(unreadable)?;
        let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
        let declared = entry.size();
        if total + declared > most {
            return Err(TableError::TooLarge((total + declared) / MIB, most / MIB));
        }
        let mut limited = entry.take(most - total + 1);
        unpacked.extras.add_part(&name);
        if name == "content.xml" || extras::is_read(&name) {
            let mut text = Vec::new();
            total += limited.read_to_end(&mut text).map_err(unreadable)? as u64;
            let text = String::from_utf8_lossy(&text).into_owned();
            unpacked.extras.add_text(&text);
            if name == "content.xml" {
                unpacked.content = Some(text);
            }
        } else {
            total += std::io::copy(&mut limited, &mut std::io::sink()).map_err(unreadable)?;
        }
        if total > most {
            return Err(TableError::TooLarge(total / MIB, most / MIB));
        }
    }
    Ok(unpacked)
}

fn xlsx_sheets(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    let mut width = Budget::default();
    for (name, is_hidden) in names(&workbook) {
        let Ok(mut reader) = workbook.worksheet_cells_reader(&name) else {
            sheets.push(Sheet { name, is_hidden, cells: None, regions: Vec::new() });
            continue;
        };
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(unreadable)? {
            let lacks_value =
                cell.formula.is_some() && matches!(cell.value, calamine::DataRef::Empty);
            let fault = lacks_value.then_some(Fault::NoValue);
            let text = data_text(&Data::from(cell.value));
            if fault.is_some() || !text.trim().is_empty() {
                width.take(cell.pos.0, cell.pos.1)?;
                cells.push(SheetCell { at: cell.pos, text, fault });
            }
        }
        cells.sort_by_key(|cell| cell.at);
        cells.dedup_by_key(|cell| cell.at);
        drop(reader);
        let regions = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
        let regions =
            regions.iter().map(|region| MergedRegion { first: region.start, last: region.end });
        let regions = regions.collect();
        sheets.push(Sheet { name, is_hidden, cells: Some(cells), regions });
    }
    Ok(sheets)
}

fn ods_sheets(bytes: &[u8], content: &str) -> Result<Vec<Sheet>, TableError> {
    let mut marks = ods_content::sheets(content)?.into_iter();
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut sheets = Vec::new();
    let mut width = Budget::default();
    for (name, is_hidden) in names(&workbook) {
        let range = workbook.worksheet_range(&name).map_err(unreadable)?;
        let OdsSheet { regions, mut unreadable } = marks.next().unwrap_or_default();
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, column, data) in range.used_cells() {
            let at = (first_row + row as u32, first_column + column as u32);
            let fault = unreadable.remove(&at);
            let text = data_text(data);
            if fault.is_some() || !text.trim().is_empty() {
                cells.push(SheetCell { at, text, fault });
            }
        }
        // Without a value, a cell is not in the range.
        let rest = unreadable.into_iter();
        cells.extend(rest.map(|(at, fault)| SheetCell {
            at,
            text: String::new(),
            fault: Some(fault),
        }));
        cells.sort_by_key(|cell| cell.at);
        for cell in &cells {
            width.take(cell.at.0, cell.at.1)?;
        }
        sheets.push(Sheet { name, is_hidden, cells: Some(cells), regions });
    }
    Ok(sheets)
}

/// The names of the sheets, and whether they are hidden.
fn names<R: Reader<Cursor<T>>, T: AsRef<[u8]>>(workbook: &R) -> Vec<(String, bool)>
where
    Cursor<T>: Read + std::io::Seek,
{
    let sheets = workbook.sheets_metadata().iter();
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
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
        Data::Error(error) => error.to_string(),
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
        assert_eq!(unpacked(&bomb, 3 * MIB), Ok(Unpacked::default()));
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
}
