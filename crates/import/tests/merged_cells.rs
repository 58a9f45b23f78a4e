//! Merged cells, errors and hidden sheets of XLSX and ODS files.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{Imported, Mapping, RemarkKind, SourceFile, import};
use ladder::{Ladder, Role};
use rust_xlsxwriter::{Format, Formula, Note, Workbook, Worksheet};
use std::io::{Cursor, Read, Write};

/// An XLSX file with these cells, and with regions of them merged: first row and column, last row and column.
fn xlsx(rows: &[&[&str]], merged: &[[u32; 4]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for &[first_row, first_column, last_row, last_column] in merged {
        let column = |column: u32| u16::try_from(column).unwrap();
        let (first, last) = (column(first_column), column(last_column));
        sheet.merge_range(first_row, first, last_row, last, "", &Format::new()).unwrap();
    }
    write(sheet, rows);
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(row, column, *cell).unwrap();
        }
    }
}

/// A file of a program that does not calculate: the value 7 is missing.
fn without_value(xlsx: Vec<u8>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(xlsx)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for nth in 0..archive.len() {
        let mut entry = archive.by_index(nth).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        writer.start_file(entry.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.replace("<v>7</v>", "").as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An ODS file with these rows and this style for tables.
fn ods(rows: &str, display: bool) -> Vec<u8> {
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
            "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>\
             <style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"{display}\"/></style:style>\
             </office:automatic-styles><office:body><office:spreadsheet>\
             <table:table table:name=\"Matrix\" table:style-name=\"ta1\">{rows}</table:table></office:spreadsheet></office:body>\
             </office:document-content>"
        ),
    );
    writer.finish().unwrap().into_inner()
}

/// A row of an ODS file; cells without a text are covered by a merged one.
fn ods_row(cells: &[(&str, &str)]) -> String {
    let cell = |(text, attributes): &(&str, &str)| match *text {
        "" => "<table:covered-table-cell/>".to_owned(),
        text => format!(
            "<table:table-cell office:value-type=\"string\" {attributes}><text:p>{text}</text:p></table:table-cell>"
        ),
    };
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

fn imported(name: &str, bytes: &[u8]) -> Imported {
    import(&[SourceFile { name, bytes }], &Mapping::default()).unwrap()
}

fn remarks(imported: &Imported, kind: RemarkKind) -> Vec<String> {
    let of_kind = imported.remarks.iter().filter(|remark| remark.kind == kind);
    let shown = of_kind.map(|remark| {
        let place = import::cell_name(remark.location.unwrap().place);
        format!("{place} {}", remark.message)
    });
    shown.collect()
}

/// The title, track and levels of each role.
fn roles(imported: Imported) -> Vec<String> {
    let ladder: Ladder = imported.document.check().ladder.unwrap();
    let role = |role: &Role| {
        let track = role.track.map_or("-", |track| ladder[track].name.as_str());
        let level = |requirement: &ladder::Requirement| {
            let level = requirement.level.map_or("x", |level| ladder[level].name.as_str());
            format!(" {}={level}", ladder[requirement.skill].name)
        };
        let skills: String = role.skills.iter().map(level).collect();
        format!("{} ({track}){skills}", role.title)
    };
    ladder.roles.iter().map(role).collect()
}

#[test]
fn heads_that_are_merged_down_and_across_are_read() {
    let rows: &[&[&str]] =
        &[&["Skill", "Engineers"], &["", "Junior", "Senior"], &["Wheels", "Basic", "Expert"]];
    let imported = imported("a.xlsx", &xlsx(rows, &[[0, 0, 1, 0], [0, 1, 0, 2]]));
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        ["B1 the head `Engineers` above all roles"]
    );
    assert_eq!(roles(imported), ["Junior (-) Wheels=Basic", "Senior (-) Wheels=Expert"]);
}

#[test]
fn merged_heads_reach_as_far_as_they_are_merged() {
    let rows: &[&[&str]] = &[
        &["Our workshop"],
        &["Area", "Skill", "Bench", "", "", "Office"],
        &["", "", "Junior", "Senior", "Lead", "Clerk", "Head"],
        &["Hands", "Wheels", "1", "2", "3", "4", "5"],
    ];
    let merged = [[0, 0, 0, 6], [1, 0, 2, 0], [1, 1, 2, 1], [1, 2, 1, 3], [1, 5, 1, 6]];
    let imported = imported("a.xlsx", &xlsx(rows, &merged));
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), Vec::<String>::new());
    assert_eq!(
        roles(imported),
        [
            "Junior (Bench) Wheels=1",
            "Senior (Bench) Wheels=2",
            "Lead (-) Wheels=3",
            "Clerk (Office) Wheels=4",
            "Head (Office) Wheels=5"
        ]
    );
}

#[test]
fn three_rows_of_merged_heads_are_read() {
    let rows: &[&[&str]] = &[
        &["Skill", "Engineering"],
        &["", "Web", "", "Data"],
        &["", "Junior", "Senior", "Analyst"],
        &["Wheels", "1", "2", "3"],
    ];
    let merged = [[0, 0, 2, 0], [0, 1, 0, 3], [1, 1, 1, 2]];
    let imported = imported("a.xlsx", &xlsx(rows, &merged));
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), ["B1 the head `Engineering` above others"]);
    assert_eq!(
        roles(imported),
        ["Junior (Web) Wheels=1", "Senior (Web) Wheels=2", "Analyst (Data) Wheels=3"]
    );
}

#[test]
fn merged_heads_of_an_ods_file_are_read() {
    let across = "table:number-columns-spanned=\"2\"";
    let down = "table:number-rows-spanned=\"2\"";
    let rows = ods_row(&[("Skill", down), ("Web", across), ("", ""), ("Lead", down)])
        + &ods_row(&[("", ""), ("Junior", ""), ("Senior", ""), ("", "")])
        + &ods_row(&[("Wheels", ""), ("x", &format!("{across} {down}")), ("", ""), ("x", "")])
        + &ods_row(&[("Brakes", ""), ("", ""), ("", ""), ("Basic", "")]);
    let imported = imported("a.ods", &ods(&rows, true));
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), Vec::<String>::new());
    assert_eq!(
        roles(imported),
        [
            "Junior (Web) Wheels=x Brakes=x",
            "Senior (Web) Wheels=x Brakes=x",
            "Lead (-) Wheels=x Brakes=Basic"
        ]
    );
}

#[test]
fn a_cell_that_is_merged_across_roles_or_skills_is_about_all_of_them() {
    let rows: &[&[&str]] = &[
        &["Skill", "Junior", "Senior", "Lead"],
        &["Hands"],
        &["Wheels", "Basic", "", "Expert"],
        &["Brakes", "x", "x"],
    ];
    let imported = imported("a.xlsx", &xlsx(rows, &[[1, 0, 1, 3], [2, 1, 2, 2], [2, 3, 3, 3]]));
    assert!(
        remarks(&imported, RemarkKind::Guessed).contains(&"A2 `Hands` is a category".to_owned())
    );
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), Vec::<String>::new());
    assert_eq!(
        roles(imported),
        [
            "Junior (-) Wheels=Basic Brakes=x",
            "Senior (-) Wheels=Basic Brakes=x",
            "Lead (-) Wheels=Expert Brakes=Expert"
        ]
    );
}

#[test]
fn a_merged_title_is_one_role_and_a_merged_track_two() {
    let rows: &[&[&str]] = &[
        &["Title", "Track", "Responsibilities", "Key skills"],
        &["Mechanic", "Bench", "builds", "Wheels"],
        &["", "", "", "Brakes"],
        &["Lead", "", "leads"],
    ];
    let imported = imported("a.xlsx", &xlsx(rows, &[[1, 0, 2, 0], [1, 1, 3, 1], [1, 2, 2, 2]]));
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), Vec::<String>::new());
    let ladder = imported.document.check().ladder.unwrap();
    let role = |at: usize| {
        let role = &ladder.roles[at];
        let track = ladder[role.track.unwrap()].name.as_str();
        (track, role.responsibilities.len(), role.skills.len())
    };
    assert_eq!([role(0), role(1)], [("Bench", 1, 2), ("Bench", 1, 0)]);
}

#[test]
fn merged_cells_of_a_turned_matrix_are_read() {
    let rows: &[&[&str]] = &[
        &["Our workshop"],
        &["Role", "Wheels", "Brakes"],
        &["Chief", "x"],
        &["Junior", "x"],
        &["Lead", "", "x"],
    ];
    let imported = imported("a.xlsx", &xlsx(rows, &[[2, 1, 2, 2], [3, 1, 4, 1]]));
    assert_eq!(remarks(&imported, RemarkKind::LeftOut), Vec::<String>::new());
    assert_eq!(
        roles(imported),
        ["Chief (-) Wheels=x Brakes=x", "Junior (-) Wheels=x", "Lead (-) Wheels=x Brakes=x"]
    );
}

#[test]
fn errors_and_formulas_without_value_are_reported_and_the_row_stays_a_skill() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(sheet, &[&["Skill", "Lead", "Chief"], &["Wheels"], &["Brakes"], &["Talk", "x", "x"]]);
    sheet.write(1, 1, Formula::new("=A9").set_result("#REF!")).unwrap();
    sheet.write(2, 1, Formula::new("=3+4").set_result("7")).unwrap();
    let imported = imported("a.xlsx", &without_value(workbook.save_to_buffer().unwrap()));
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        [
            "B2 the error `#REF!` of a formula",
            "B3 a formula without a saved value; save the file in a spreadsheet program"
        ]
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!((ladder.skills.len(), ladder.categories.len(), ladder.scale.len()), (3, 0, 0));
}

#[test]
fn errors_of_an_ods_file_are_reported() {
    let error = "office:string-value=\"\" table:formula=\"of:=NA()\" calcext:value-type=\"error\"";
    let rows = ods_row(&[("Skill", ""), ("Lead", ""), ("Chief", "")])
        + &ods_row(&[("Wheels", ""), ("#NV", error), ("x", "")])
        + "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Brakes</text:p></table:table-cell>\
           <table:table-cell table:formula=\"of:=A9\"/><table:table-cell/></table:table-row>"
        + &ods_row(&[("Talk", ""), ("x", ""), ("x", "")]);
    let imported = imported("a.ods", &ods(&rows, true));
    assert_eq!(
        remarks(&imported, RemarkKind::LeftOut),
        [
            "B2 the error `#NV` of a formula",
            "B3 a formula without a saved value; save the file in a spreadsheet program"
        ]
    );
    let ladder = imported.document.check().ladder.unwrap();
    assert_eq!((ladder.skills.len(), ladder.categories.len(), ladder.scale.len()), (3, 0, 0));
}

#[test]
fn what_stands_beside_the_cells_is_reported() {
    let comments = "A1 the comments on cells; write them into cells of a column of notes";
    let links = "A1 the links of cells; write the addresses into cells of their own";
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(sheet, &[&["Skill", "Lead"], &["Wheels", "x"]]);
    let plain = imported("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(remarks(&plain, RemarkKind::LeftOut), [""; 0]);
    let sheet = workbook.worksheet_from_index(0).unwrap();
    sheet.insert_note(1, 0, &Note::new("Only in winter")).unwrap();
    sheet.write_url_with_text(1, 0, "https://example.org", "Wheels").unwrap();
    let from_xlsx = imported("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(remarks(&from_xlsx, RemarkKind::LeftOut), [comments, links]);

    let rows = ods_row(&[("Skill", ""), ("Lead", "")]) + &ods_row(&[("Wheels", ""), ("x", "")]);
    let rows = rows.replace(
        "<text:p>Wheels</text:p>",
        "<office:annotation><text:p>Only in winter</text:p></office:annotation>\
         <text:p><text:a xlink:href=\"https://example.org\">Wheels</text:a></text:p>",
    );
    let from_ods = imported("a.ods", &ods(&rows, true));
    assert_eq!(remarks(&from_ods, RemarkKind::LeftOut), [comments, links]);
    assert_eq!(from_ods.document.check().ladder.unwrap().skills[0].name, "Wheels");
}

#[test]
fn hidden_rows_and_columns_are_read_and_reported() {
    let hidden = "A1 hidden rows and columns are read like the others".to_owned();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write(sheet, &[&["Skill", "Lead"], &["Wheels", "x"], &["Brakes", "x"]]);
    let plain = imported("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert!(!remarks(&plain, RemarkKind::Guessed).contains(&hidden));
    workbook.worksheet_from_index(0).unwrap().set_row_hidden(2).unwrap();
    let from_xlsx = imported("a.xlsx", &workbook.save_to_buffer().unwrap());
    let rows = ods_row(&[("Skill", ""), ("Lead", "")])
        + &ods_row(&[("Wheels", ""), ("x", "")])
        + &ods_row(&[("Brakes", ""), ("x", "")])
            .replace("<table:table-row", "<table:table-row table:visibility=\"collapse\"");
    for imported in [from_xlsx, imported("a.ods", &ods(&rows, true))] {
        assert!(remarks(&imported, RemarkKind::Guessed).contains(&hidden));
        assert_eq!(imported.document.check().ladder.unwrap().skills.len(), 2);
    }
}

#[test]
fn a_hidden_sheet_is_read_and_reported() {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet(), &[&["Skill", "Lead"], &["Wheels", "x"]]);
    let sheet = workbook.add_worksheet().set_name("Old").unwrap().set_hidden(true);
    write(sheet, &[&["Skill", "Chief"], &["Wheels", "x"]]);
    let hidden = "A1 `Old` is hidden, and is read like the others".to_owned();
    let from_xlsx = imported("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert!(remarks(&from_xlsx, RemarkKind::Guessed).contains(&hidden));
    let rows = ods_row(&[("Skill", ""), ("Lead", "")]) + &ods_row(&[("Wheels", ""), ("x", "")]);
    let is_hidden = |display: bool| {
        let guesses = remarks(&imported("a.ods", &ods(&rows, display)), RemarkKind::Guessed);
        guesses.contains(&hidden.replace("Old", "Matrix"))
    };
    assert_eq!((is_hidden(true), is_hidden(false)), (false, true));
}
