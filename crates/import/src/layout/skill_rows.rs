//! One row a skill, in a sheet that lists skills and in a matrix.

use super::{Columns, Headed, Reading};
use crate::column::RowKind;
use crate::draft::DraftStatement;
use crate::split::{key, names};
use crate::table::Cell;
use crate::text::Text;
use ladder::shown;
use std::collections::HashSet;

/// Reads one row a skill. Columns that are named like levels say what the level means for the skill.
pub(super) fn read(headed: &Headed<'_>, reading: &mut Reading<'_>) {
    let listed = &reading.draft.levels.items;
    let level_names: HashSet<String> =
        listed.iter().map(|level| key(&level.item.name.text)).collect();
    let is_level = |cell: &Cell| !cell.is_blank() && level_names.contains(&key(&cell.text));
    let columns = Columns::of(headed, RowKind::Skill, reading.mapping);
    let levels: Vec<(usize, &Cell)> = headed
        .header
        .iter()
        .copied()
        .enumerate()
        .filter(|(at, cell)| !columns.has_field(*at) && is_level(cell))
        .collect();
    let columns = Columns::new(headed, RowKind::Skill, "one row a skill", reading);
    if !levels.is_empty() {
        let is_level = |remark: &crate::Remark| {
            levels.iter().any(|(_, level)| remark.location == Some(level.location))
                && remark.kind == crate::RemarkKind::LeftOut
        };
        reading.report.remarks.retain(|remark| !is_level(remark));
    }
    let name_column: Vec<usize> = columns.index("name").into_iter().collect();
    let is_level_column = |column: usize| levels.iter().any(|(level, _)| *level == column);
    for row in &headed.settled_rows(&name_column, is_level_column) {
        if reading.draft.is_full() {
            break;
        }
        let Some(name) = columns.cell(row, "name") else {
            if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
                reading.report.left_out(cell.location, "this row has no skill");
            }
            continue;
        };
        let index = reading.draft.skill(&name.text, name.location, reading.mapping);
        let category = columns.cell(row, "category").map(|cell| {
            let category = reading.draft.categories.named(&cell.text, cell.location);
            (category, cell.text.as_str(), cell.location)
        });
        let skill = &mut reading.draft.skills.items[index];
        skill.item.refer(&mut skill.category, "category", category, reading.report);
        read_fields(row, index, &columns, reading);
        let scale = reading.draft.skills.items[index].scale;
        for (column, level) in &levels {
            let Some(cell) = row.get(*column).filter(|cell| !cell.is_blank()) else { continue };
            let Some(level) = reading.draft.find_level(&level.text, scale) else {
                let message = format!("{} is no level of this skill", shown(&level.text));
                reading.report.left_out(cell.location, message);
                continue;
            };
            let meanings = &mut reading.draft.skills.items[index].levels;
            match meanings.iter().find(|(known, _)| *known == level) {
                None => meanings.push((level, cell.to_text())),
                Some((_, first)) if first.text != cell.text => {
                    let message = "a second text about this level of the skill";
                    reading.report.left_out(cell.location, message);
                }
                Some(_) => {}
            }
        }
    }
}

/// Reads the fields of a skill, but for its name and category.
pub(super) fn read_fields(
    row: &[Cell],
    index: usize,
    columns: &Columns,
    reading: &mut Reading<'_>,
) {
    let scale = columns.cell(row, "scale").map(|cell| {
        (reading.draft.scales.named(&cell.text, cell.location), cell.text.as_str(), cell.location)
    });
    let skill = &mut reading.draft.skills.items[index];
    skill.item.refer(&mut skill.scale, "scale", scale, reading.report);
    skill.item.set_id(columns.text(row, "id"), reading.report);
    for field in ["short_name", "kind", "description"] {
        if let Some(text) = columns.text(row, field) {
            let text = if field == "kind" {
                Text::new(text.text.to_lowercase(), text.location)
            } else {
                text
            };
            skill.item.set_first(field, text, reading.report);
        }
    }
    let list = |field: &str| {
        let cell = columns.cell(row, field);
        cell.into_iter().flat_map(|cell| {
            names(&cell.text).into_iter().map(|name| Text::new(name.written(), cell.location))
        })
    };
    skill.includes.extend(list("includes"));
    skill.item.also_known_as.extend(list("also_known_as"));
    skill.item.formerly.extend(list("formerly"));
    if let Some(cell) = columns.cell(row, "statements") {
        let lines = cell.to_text().lines();
        skill.statements.extend(lines.into_iter().map(DraftStatement::new));
    }
}
