//! XLSX and ODS: merged heads, formulas, dates, damaged and hostile files.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{Mapping, RemarkKind, SourceFile, import, read_and_check};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::{Cursor, Write};

/// A workbook as people make them: a title over all columns, merged heads, categories merged down, blank
/// rows, a formula.
fn merged_heads() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let centred = Format::new();
    let sheet = workbook.add_worksheet().set_name("Matrix 2026").unwrap();
    sheet.merge_range(0, 0, 0, 4, "Our workshop", &centred).unwrap();
    sheet.merge_range(2, 2, 2, 3, "Bench", &centred).unwrap();
    sheet.write(2, 4, "Office").unwrap();
    for (column, name) in (0_u16..).zip(["Area", "Skill", "Apprentice", "Mechanic", "Lead"]) {
        sheet.write(3, column, name).unwrap();
    }
    sheet.merge_range(4, 0, 5, 0, "Hands", &centred).unwrap();
    sheet.write(4, 1, "Wheels").unwrap();
    sheet.write(4, 2, 1).unwrap();
    sheet.write(4, 3, 2).unwrap();
    sheet.write(5, 1, "Brakes").unwrap();
    sheet.write(5, 3, Formula::new("=1+2").set_result("3")).unwrap();
    sheet.write(7, 0, "Heads").unwrap();
    sheet.write(7, 1, "Budget").unwrap();
    sheet.write(7, 4, "x").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_spreadsheet_with_merged_heads_is_read() {
    let bytes = merged_heads();
    let file = SourceFile { name: "workshop.xlsx", bytes: &bytes };
    let imported = import(&[file], &Mapping::default()).unwrap();
    assert!(
        imported.remarks.iter().all(|remark| remark.kind != RemarkKind::LeftOut),
        "{:?}",
        imported.remarks
    );
    let reading = imported.document.check();
    assert_eq!(reading.problems, []);
    let ladder = reading.ladder.unwrap();
    assert_eq!(ladder.title, "Our workshop");
    let tracks: Vec<_> =
        ladder.roles.iter().map(|role| ladder[role.track.unwrap()].name.as_str()).collect();
    assert_eq!(tracks, ["Bench", "Bench", "Office"]);
    let categories: Vec<_> =
        ladder.skills.iter().map(|skill| ladder[skill.category.unwrap()].name.as_str()).collect();
    assert_eq!(categories, ["Hands", "Hands", "Heads"]);
    let level = |role: usize, skill: usize| {
        let requirement = &ladder.roles[role].skills[skill];
        requirement.level.map(|level| ladder[level].name.as_str())
    };
    assert_eq!([level(1, 0), level(1, 1), level(2, 0)], [Some("2"), Some("3"), None]);
}

#[test]
fn problems_name_the_sheet_and_the_cell() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Roles").unwrap();
    for (row, cells) in (0_u32..).zip([["Title", "Id"], ["Lead", "The Lead"]]) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let reading = read_and_check("a.xlsx", &bytes);
    let problem = &reading.problems[0].problem;
    assert!(problem.message.ends_with("(sheet `Roles`, cell B2)"), "{problem}");
    assert_eq!(problem.place, Some(ladder::Place { line: 2, column: 2 }));
}

/// An ODS file with this table.
fn ods(table: &str) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut file = |name: &str, text: &str| {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    };
    file("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    file(
        "META-INF/manifest.xml",
        "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
    );
    file(
        "content.xml",
        &format!(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
             xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
             <office:body><office:spreadsheet><table:table table:name=\"Skills\">{table}</table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        ),
    );
    writer.finish().unwrap().into_inner()
}

fn row(cells: &[&str], repeated: u32) -> String {
    let cell = |text: &&str| {
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{repeated}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn an_ods_file_is_read() {
    let table = row(&["Skill", "Lead", "Chief"], 1) + &row(&["Größe", "x", "★"], 1);
    let ladder = read_and_check("a.ods", &ods(&table)).ladder.unwrap();
    assert_eq!((ladder.roles.len(), ladder.skills[0].name.as_str()), (2, "Größe"));
    assert_eq!(ladder.roles[1].core().count(), 1);
}

#[test]
fn repeated_cells_cannot_expand_without_bound() {
    let table = format!(
        "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
        row(&["x"], 16_000).replace("<table:table-row>", "").replace("</table:table-row>", "")
    );
    let reading = read_and_check("a.ods", &ods(&table));
    assert!(
        reading.problems[0].problem.message.starts_with("the table has more than 6000000 cells")
    );
}

#[test]
fn a_file_that_is_no_spreadsheet_is_refused_with_a_sentence() {
    for bytes in [&b"Skill;Lead\n"[..], b"", b"PK\x03\x04", &merged_heads()[..2_000]] {
        for name in ["a.xlsx", "a.ods"] {
            let reading = read_and_check(name, bytes);
            assert!(
                reading.problems[0]
                    .problem
                    .message
                    .starts_with("this is not a spreadsheet that can be read")
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn damaged_workbooks_are_handled(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = merged_heads();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_and_check("a.xlsx", &bytes);
    }
}
