//! Sheets of a workbook that list levels, categories, tracks or resources, and the sheet about the
//! ladder.

use super::{Columns, Headed, Reading, skill_rows};
use crate::column::RowKind;
use crate::draft::{DraftReference, Item};
use crate::split::{key, names};
use crate::table::Cell;
use crate::text::Text;
use ladder::shown;
use std::borrow::Cow;

/// Texts of the ladder that a sheet about it may have.
const LADDER: [&str; 8] =
    ["id", "title", "summary", "version", "updated", "license", "attribution", "language"];

/// Reads a sheet with the fields of the ladder: the name in the first column, the text in the second.
pub(super) fn read_ladder(rows: &[&[Cell]], reading: &mut Reading<'_>) {
    for row in rows {
        let mut filled = row.iter().filter(|cell| cell.is_own());
        let Some(name) = filled.next() else { continue };
        let Some(value) = filled.next() else {
            reading.report.left_out(name.location, format!("{} has no value", shown(&name.text)));
            continue;
        };
        for cell in filled {
            reading.report.left_out(cell.location, format!("{} after a value", shown(&cell.text)));
        }
        let field = key(&name.text).replace(' ', "_");
        match LADDER.iter().find(|known| **known == field) {
            Some(field) => {
                let text = Text::new(&value.text, value.location);
                reading.draft.set_first(field, text, reading.report);
            }
            None if field == "cumulative" => {
                reading.draft.cumulative =
                    matches!(key(&value.text).as_str(), "true" | "yes" | "x" | "1");
            }
            None if field == "field" => {}
            None => reading
                .report
                .left_out(name.location, format!("{} is no field of a ladder", shown(&name.text))),
        }
    }
}

/// Reads one row an item.
pub(super) fn read(headed: &Headed<'_>, kind: RowKind, reading: &mut Reading<'_>) {
    match kind {
        RowKind::Skill => skill_rows::read(headed, reading),
        RowKind::Level => {
            let columns = Columns::new(headed, kind, "one row a level, the lowest first", reading);
            reading.draft.levels_are_ordered = true;
            for row in &settled_rows(headed, &columns, kind) {
                read_item(row, &columns, kind, reading);
            }
        }
        RowKind::Category | RowKind::Track | RowKind::Resource => {
            let what = match kind {
                RowKind::Category => "one row a category",
                RowKind::Track => "one row a track",
                _ => "one row a resource",
            };
            let columns = Columns::new(headed, kind, what, reading);
            for row in &settled_rows(headed, &columns, kind) {
                read_item(row, &columns, kind, reading);
            }
        }
        RowKind::Role | RowKind::Requirement => {}
    }
}

/// The field with the name of an item.
fn name_field(kind: RowKind) -> &'static str {
    if kind == RowKind::Resource { "title" } else { "name" }
}

fn settled_rows<'a>(headed: &Headed<'a>, columns: &Columns, kind: RowKind) -> Vec<Cow<'a, [Cell]>> {
    let name: Vec<usize> = columns.index(name_field(kind)).into_iter().collect();
    headed.settled_rows(&name, |_| false)
}

fn read_item(row: &[Cell], columns: &Columns, kind: RowKind, reading: &mut Reading<'_>) {
    if reading.draft.is_full() {
        return;
    }
    let name = columns.cell(row, name_field(kind)).or_else(|| columns.cell(row, "url"));
    let Some(name) = name else {
        if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
            reading.report.left_out(cell.location, "this row has no name");
        }
        return;
    };
    if kind == RowKind::Level {
        return read_level(row, name, columns, reading);
    }
    let items = match kind {
        RowKind::Category => &mut reading.draft.categories,
        RowKind::Track => &mut reading.draft.tracks,
        _ => &mut reading.draft.resources,
    };
    let lookup = columns.cell(row, "url").unwrap_or(name).text.clone();
    let index = match items.find(&lookup) {
        Some(index) => index,
        None => items.push(&lookup, Item::new(Text::new(&name.text, name.location))),
    };
    items.alias(&name.text, index);
    let item = &mut items.items[index];
    item.set_id(columns.text(row, "id"), reading.report);
    for field in ["url", "type", "provider", "language", "description", "checked"] {
        if let Some(text) = columns.text(row, field) {
            let text = if field == "type" {
                Text::new(text.text.to_lowercase(), text.location)
            } else {
                text
            };
            item.set_first(field, text, reading.report);
        }
    }
    if kind == RowKind::Resource
        && let Some(cell) = columns.cell(row, "role")
    {
        for listed in names(&cell.text) {
            let role = reading.draft.role_titled(
                &listed.name,
                cell.location,
                reading.mapping,
                reading.report,
            );
            let note = columns.text(row, "note");
            let reference =
                DraftReference { resource: index, note, start: None, location: cell.location };
            reading.draft.roles.items[role].resources.push(reference);
        }
    }
}

/// Reads a level, of the ladder's own scale if the row names none.
fn read_level(row: &[Cell], name: &Cell, columns: &Columns, reading: &mut Reading<'_>) {
    let scale = columns.cell(row, "scale");
    let scale = scale.map(|cell| reading.draft.scales.named(&cell.text, cell.location));
    let index = reading.draft.level_on(&name.text, scale, name.location);
    let level = &mut reading.draft.levels.items[index];
    level.is_listed = true;
    level.item.set_id(columns.text(row, "id"), reading.report);
    if let Some(text) = columns.text(row, "description") {
        level.item.set_first("description", text, reading.report);
    }
}
