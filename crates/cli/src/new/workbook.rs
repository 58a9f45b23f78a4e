//! The workbook to begin with: a sheet each for the ladder, roles, skills, levels, requirements and
//! resources, with examples and drop-downs.

use rust_xlsxwriter::{
    DataValidation, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

/// The rows that have drop-downs.
const LAST_ROW: u32 = 2_000;

/// The sheets: name, columns with their widths, and example rows.
struct Sheet {
    name: &'static str,
    columns: &'static [(&'static str, f64)],
    rows: &'static [&'static [&'static str]],
}

const SHEETS: [Sheet; 6] = [
    Sheet {
        name: "Ladder",
        columns: &[("Field", 16.0), ("Value", 70.0)],
        rows: &[
            &["Title", "The Bicycle Workshop"],
            &["Id", "bicycle-workshop"],
            &["Summary", "From the first repaired brake to running the place."],
            &["Language", "en"],
            &["Cumulative", "yes"],
        ],
    },
    Sheet {
        name: "Roles",
        columns: &[
            ("Title", 26.0),
            ("Short title", 16.0),
            ("Track", 14.0),
            ("Grade", 8.0),
            ("Summary", 44.0),
            ("Responsibilities", 50.0),
        ],
        rows: &[
            &[
                "Apprentice",
                "",
                "Making",
                "1",
                "Learns the trade at the bench.",
                "Repairs brakes\nAsks before guessing",
            ],
            &[
                "Mechanic",
                "",
                "Making",
                "2",
                "Repairs everything that rolls.",
                "Builds wheels\nSigns off repairs",
            ],
            &[
                "Workshop Lead",
                "Lead",
                "Leading",
                "3",
                "Runs the place.",
                "Plans the week\nKeeps the books",
            ],
        ],
    },
    Sheet {
        name: "Skills",
        columns: &[("Skill", 28.0), ("Category", 16.0), ("Kind", 14.0), ("Description", 50.0)],
        rows: &[
            &["Brakes", "Craft", "skill", "Keeps every kind of brake working."],
            &["Wheel building", "Craft", "skill", "Builds and trues wheels."],
            &["Talking with customers", "Business", "behaviour", ""],
            &["Accounts", "Business", "knowledge", ""],
        ],
    },
    Sheet {
        name: "Levels",
        columns: &[("Level", 20.0), ("Description", 60.0)],
        rows: &[
            &["Learning", "Does it with help."],
            &["Practised", "Does it alone."],
            &["Teaching", "Others learn it here."],
        ],
    },
    Sheet {
        name: "Requirements",
        columns: &[
            ("Role", 26.0),
            ("Skill", 28.0),
            ("Level", 16.0),
            ("Requirement", 16.0),
            ("Note", 50.0),
        ],
        rows: &[
            &["Apprentice", "Brakes", "Learning", "Key", ""],
            &["Apprentice", "Talking with customers", "", "Required", ""],
            &["Mechanic", "Brakes", "Practised", "Required", ""],
            &["Mechanic", "Wheel building", "Practised", "Key", ""],
            &["Mechanic", "Accounts", "", "Nice to have", "Reading an invoice is enough."],
            &["Workshop Lead", "Accounts", "Practised", "Key", ""],
            &["Workshop Lead", "Talking with customers", "Practised", "Required", ""],
        ],
    },
    Sheet {
        name: "Resources",
        columns: &[("Title", 34.0), ("URL", 44.0), ("Type", 12.0), ("Role", 26.0), ("Note", 40.0)],
        rows: &[&[
            "A guide to truing wheels",
            "https://example.org/truing",
            "article",
            "Mechanic",
            "Read it before your first wheel.",
        ]],
    },
];

/// The columns with drop-downs: sheet, column, and what they offer.
const DROP_DOWNS: [(&str, u16, Choices); 6] = [
    ("Skills", 2, Choices::Words(&["skill", "knowledge", "tool", "behaviour"])),
    ("Requirements", 0, Choices::Cells("Roles!$A$2:$A$2000")),
    ("Requirements", 1, Choices::Cells("Skills!$A$2:$A$2000")),
    ("Requirements", 2, Choices::Cells("Levels!$A$2:$A$100")),
    ("Requirements", 3, Choices::Words(&["Key", "Required", "Nice to have"])),
    ("Resources", 2, Choices::Words(&["video", "article", "course", "book", "tool", "other"])),
];

/// What a drop-down offers.
enum Choices {
    Words(&'static [&'static str]),
    Cells(&'static str),
}

/// The bytes of the workbook.
///
/// # Errors
/// If it cannot be written, which does not happen for these sheets.
pub(super) fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for sheet in SHEETS {
        write(workbook.add_worksheet(), &sheet)?;
    }
    workbook.save_to_buffer()
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let heading = Format::new().set_bold();
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    worksheet.set_name(sheet.name)?.set_freeze_panes(1, 0)?;
    for (column, (name, width)) in (0_u16..).zip(sheet.columns) {
        worksheet.set_column_width(column, *width)?;
        worksheet.write_string_with_format(0, column, *name, &heading)?;
    }
    for (row, cells) in (1_u32..).zip(sheet.rows) {
        for (column, cell) in (0_u16..).zip(*cells).filter(|(_, cell)| !cell.is_empty()) {
            worksheet.write_string_with_format(row, column, *cell, &text)?;
        }
    }
    for (_, column, choices) in DROP_DOWNS.iter().filter(|(name, ..)| *name == sheet.name) {
        let validation = match choices {
            Choices::Words(words) => DataValidation::new().allow_list_strings(words)?,
            Choices::Cells(cells) => {
                DataValidation::new().allow_list_formula(Formula::new(format!("={cells}")))
            }
        };
        worksheet.add_data_validation(1, *column, LAST_ROW, *column, &validation)?;
    }
    Ok(())
}
