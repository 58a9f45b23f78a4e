//! One row a requirement: a role, a skill, and perhaps a level.

use super::{Columns, Headed, Reading};
use crate::column::RowKind;
use crate::draft::DraftRequirement;
use crate::requirement_cell::RequirementCell;
use crate::table::Cell;

/// Reads the rows. A blank role or skill is that of the row before.
pub(super) fn read(headed: &Headed<'_>, reading: &mut Reading<'_>) {
    let columns = Columns::new(headed, RowKind::Requirement, "one row a requirement", reading);
    let (mut last_role, mut last_skill) = (None, None);
    for row in &headed.rows {
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
    let role_index = reading.draft.role(&role.text, role.location, mapping);
    let skill_index = reading.draft.skill(&skill.text, skill.location, mapping);
    if let Some(cell) = columns.cell(row, "category") {
        let category = super::matrix::category(cell, reading);
        let item = &mut reading.draft.skills.items[skill_index];
        item.category = item.category.or(category);
    }
    let mut requirement = DraftRequirement::new(skill_index, skill.location);
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
                requirement.level = level.or(requirement.level);
                requirement.kind = kind.or(requirement.kind);
            }
            RequirementCell::Described(_) => {
                requirement.note = Some(super::matrix::described(cell, mapping));
            }
        }
    }
    if let Some(note) = columns.text(row, "note") {
        requirement.note = Some(note);
    }
    let role = &mut reading.draft.roles.items[role_index];
    match role.requirement(skill_index) {
        Some(_) => {
            reading.report.left_out(skill.location, "this role and skill are in the table before")
        }
        None => role.add(requirement),
    }
}
