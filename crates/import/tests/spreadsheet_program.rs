//! CSV files that we write, opened in a real spreadsheet program. Skipped where LibreOffice is missing.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use calamine::{Reader, open_workbook_auto};
use ladder::{CsvDialect, CsvFile};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Cells as people type them. None of them may run, and all must be shown as typed.
const TYPED: [&str; 8] = [
    "- first, then second",
    "-5 to 5 °C",
    "+49 30 1234-56",
    "@team",
    "a; b, c",
    "quoted \"text\"",
    "日本語 é",
    "two\nlines",
];

/// Cells that a spreadsheet would run.
const FORMULAS: [&str; 5] =
    ["=1+1", "=HYPERLINK(\"http://example.com\")", "+1+1", "-A1", "@SUM(A1:A2)"];

/// Converts a CSV file to a workbook; `None` where LibreOffice is missing.
fn workbook_of(csv: &str, separator: char) -> Option<PathBuf> {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("calc-{}", u32::from(separator)));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("cells.csv");
    std::fs::write(&file, csv).unwrap();
    // Separator, quote, UTF-8, first line; formulas are evaluated, as when a visitor opens the file.
    let filter = format!("--infilter=Text - txt - csv (StarCalc):{},34,76,1", u32::from(separator));
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", &filter, "--convert-to", "xlsx", "--outdir"])
        .args([&folder, &file])
        .output();
    match run {
        Err(_) => {
            println!("skipped: LibreOffice is not installed");
            None
        }
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(folder.join("cells.xlsx"))
        }
    }
}

fn assert_cells_come_back(dialect: CsvDialect, separator: char) {
    let mut csv = CsvFile::new(dialect);
    for cell in TYPED.iter().chain(&FORMULAS) {
        csv.row([*cell, "next"]);
    }
    let Some(workbook) = workbook_of(&csv.finish(), separator) else { return };
    let mut workbook = open_workbook_auto(workbook).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let shown: Vec<String> = sheet.rows().map(|row| row[0].to_string()).collect();
    let expected = TYPED.iter().map(ToString::to_string);
    let expected = expected.chain(FORMULAS.iter().map(|formula| format!("'{formula}")));
    assert_eq!(shown, expected.collect::<Vec<_>>());
    assert!(sheet.rows().all(|row| row[1].to_string() == "next"));
    let name = workbook.sheet_names()[0].clone();
    assert!(workbook.worksheet_formula(&name).unwrap().is_empty(), "no cell is a formula");
}

#[test]
fn a_spreadsheet_shows_cells_as_typed_and_runs_none() {
    assert_cells_come_back(CsvDialect::Standard, ',');
}

#[test]
fn so_does_a_file_for_excel_with_semicolons() {
    assert_cells_come_back(CsvDialect::Excel { separator: ';' }, ';');
}
