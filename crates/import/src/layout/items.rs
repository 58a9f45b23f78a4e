//! Sheets of a workbook that list skills, levels, categories, tracks or resources, and the sheet about the
//! ladder.

use super::{Columns, Headed, Reading};
use crate::column::RowKind;
use crate::draft::{DraftReference, DraftStatement, Item};
use crate::split::{key, names};
use crate::table::Cell;
use crate::text::Text;
use ladder::shown;
use std::collections::HashSet;

/// Texts of the ladder that a sheet about it may have.
const LADDER: [&str; 8] =
    ["id", "title", "summary", "version", "updated", "license", "attribution", "language"];

/// Reads a sheet with the fields of the ladder: the name in the first column, the text in the second.
pub(super) fn read_ladder(rows: &[&[Cell]], reading: &mut Reading<'_>) {
    for row in rows {
        let mut filled = row.iter().filter(|cell| !cell.is_blank());
        let (Some(name), Some(value)) = (filled.next(), filled.next()) else { continue };
        let field = key(&name.text).replace(' ', "_");
        match LADDER.iter().find(|known| **known == field) {
            Some(field) => reading.draft.set(field, Text::new(&value.text, value.location)),
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
        RowKind::Skill => read_skills(headed, reading),
        RowKind::Level => {
            let columns = Columns::new(headed, kind, "one row a level, the lowest first", reading);
            reading.draft.levels_are_ordered = true;
            for row in &headed.rows {
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
            for row in &headed.rows {
                read_item(row, &columns, kind, reading);
            }
        }
        RowKind::Role | RowKind::Requirement => {}
    }
}

fn read_item(row: &[Cell], columns: &Columns, kind: RowKind, reading: &mut Reading<'_>) {
    let name_field = if kind == RowKind::Resource { "title" } else { "name" };
    let name = columns.cell(row, name_field).or_else(|| columns.cell(row, "url"));
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
    if item.id.is_none() {
        item.id = columns.text(row, "id");
    }
    for field in ["url", "type", "provider", "language", "description", "checked"] {
        if let Some(text) = columns.text(row, field) {
            let text = if field == "type" {
                Text::new(text.text.to_lowercase(), text.location)
            } else {
                text
            };
            item.set(field, text);
        }
    }
    if kind == RowKind::Resource
        && let Some(cell) = columns.cell(row, "role")
    {
        for listed in names(&cell.text) {
            let role = reading.draft.role(&listed.name, cell.location, reading.mapping);
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
    if level.item.id.is_none() {
        level.item.id = columns.text(row, "id");
    }
    if let Some(text) = columns.text(row, "description") {
        level.item.set("description", text);
    }
}

/// Reads one row a skill. Columns that are named like levels say what the level means for the skill.
fn read_skills(headed: &Headed<'_>, reading: &mut Reading<'_>) {
    let listed = &reading.draft.levels.items;
    let level_names: HashSet<String> =
        listed.iter().map(|level| key(&level.item.name.text)).collect();
    let is_level = |cell: &Cell| !cell.is_blank() && level_names.contains(&key(&cell.text));
    let levels: Vec<(usize, &Cell)> =
        headed.header.iter().enumerate().filter(|(_, cell)| is_level(cell)).collect();
    let columns = Columns::new(headed, RowKind::Skill, "one row a skill", reading);
    if !levels.is_empty() {
        let is_level = |remark: &crate::Remark| {
            levels.iter().any(|(at, _)| remark.location == Some(headed.header[*at].location))
                && remark.kind == crate::RemarkKind::LeftOut
        };
        reading.report.remarks.retain(|remark| !is_level(remark));
    }
    for row in &headed.rows {
        let Some(name) = columns.cell(row, "name") else {
            if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
                reading.report.left_out(cell.location, "this row has no skill");
            }
            continue;
        };
        let index = reading.draft.skill(&name.text, name.location, reading.mapping);
        let category = columns.cell(row, "category");
        let category =
            category.map(|cell| reading.draft.categories.named(&cell.text, cell.location));
        let scale = columns.cell(row, "scale");
        let scale = scale.map(|cell| reading.draft.scales.named(&cell.text, cell.location));
        let skill = &mut reading.draft.skills.items[index];
        skill.scale = skill.scale.or(scale);
        let scale = skill.scale;
        skill.category = skill.category.or(category);
        if skill.item.id.is_none() {
            skill.item.id = columns.text(row, "id");
        }
        for field in ["short_name", "kind", "description"] {
            if let Some(text) = columns.text(row, field) {
                let text = if field == "kind" {
                    Text::new(text.text.to_lowercase(), text.location)
                } else {
                    text
                };
                skill.item.set(field, text);
            }
        }
        let list = |field: &str| {
            let cell = columns.cell(row, field);
            cell.into_iter().flat_map(|cell| {
                names(&cell.text).into_iter().map(|name| Text::new(name.name, cell.location))
            })
        };
        skill.includes.extend(list("includes"));
        if let Some(cell) = columns.cell(row, "statements") {
            let lines = cell.to_text().lines();
            skill.statements.extend(lines.into_iter().map(DraftStatement::new));
        }
        skill.item.also_known_as.extend(list("also_known_as"));
        skill.item.formerly.extend(list("formerly"));
        for (column, level) in &levels {
            let Some(cell) = row.get(*column).filter(|cell| !cell.is_blank()) else { continue };
            match reading.draft.find_level(&level.text, scale) {
                Some(level) => {
                    reading.draft.skills.items[index].levels.push((level, cell.to_text()));
                }
                None => {
                    let message = format!("{} is no level of this skill", shown(&level.text));
                    reading.report.left_out(cell.location, message);
                }
            }
        }
    }
}
