//! One row a requirement: a role, a skill, and perhaps a level.

use super::{Columns, Headed, Reading};
use crate::column::RowKind;
use crate::draft::DraftRequirement;
use crate::requirement_cell::RequirementCell;
use crate::table::Cell;
use crate::text::Text;

/// Reads the rows. A blank role or skill is that of the row before.
pub(super) fn read(headed: &Headed<'_>, reading: &mut Reading<'_>) {
    let columns = Columns::new(headed, RowKind::Requirement, "one row a requirement", reading);
    let names: Vec<usize> =
        ["role", "skill"].iter().filter_map(|field| columns.index(field)).collect();
    let rows = headed.settled_rows(&names, |_| false);
    let (mut last_role, mut last_skill) = (None, None);
    for row in &rows {
        if reading.draft.is_full() {
            break;
        }
        if columns.is_unreadable(row, "role") || columns.is_unreadable(row, "skill") {
            (last_role, last_skill) = (None, None);
        }
        let role = columns.cell(row, "role").or(last_role);
        let skill = columns.cell(row, "skill").or(last_skill);
        let (Some(role), Some(skill)) = (role, skill) else {
            if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
                reading.report.left_out(cell.location, "this row has no role or no skill");
            }
            continue;
        };
        (last_role, last_skill) = (Some(role), Some(skill));
        read_row(row, role, skill, &columns, reading);
    }
}

fn read_row(row: &[Cell], role: &Cell, skill: &Cell, columns: &Columns, reading: &mut Reading<'_>) {
    let mapping = reading.mapping;
    let role_index = reading.draft.role_titled(&role.text, role.location, mapping, reading.report);
    let skill_index = reading.draft.skill(&skill.text, skill.location, mapping);
    if let Some(cell) = columns.cell(row, "category") {
        let category = super::matrix::category(cell, reading);
        let category = category.map(|category| (category, cell.text.as_str(), cell.location));
        let skill = &mut reading.draft.skills.items[skill_index];
        skill.item.refer(&mut skill.category, "category", category, reading.report);
    }
    let mut requirement = DraftRequirement::new(skill_index, skill.location);
    let mut notes = Vec::new();
    for field in ["requirement", "level"] {
        let Some(cell) = columns.cell(row, field) else { continue };
        match RequirementCell::read(mapping.cell(&cell.text), true) {
            RequirementCell::CarriedOver => {
                reading.draft.cumulative = true;
                return;
            }
            RequirementCell::None if field == "requirement" => return,
            RequirementCell::None => {}
            RequirementCell::Required { level, kind } => {
                let level =
                    level.map(|level| reading.draft.level(&level, skill_index, cell.location));
                if requirement.level.is_some_and(|first| level.is_some_and(|level| level != first))
                {
                    let message =
                        "the level in the column for requirements; this row has another one";
                    reading.report.left_out(cell.location, message);
                }
                requirement.level = level.or(requirement.level);
                requirement.kind = kind.or(requirement.kind);
            }
            RequirementCell::Described(_) => notes.push(super::matrix::described(cell, mapping)),
        }
    }
    notes.extend(columns.text(row, "note"));
    if let Some(first) = notes.first() {
        requirement.note = Some(Text::join(&notes, "\n", first.location));
    }
    reading.draft.add_requirement(role_index, requirement, reading.report);
}
