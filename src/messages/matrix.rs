//! The skills matrix: requirements, groups, the summary.

use super::count;
use ladder::{Grouping, Ladder, Matrix, RequirementKind, RequirementStatus};

/// The label of a skill that a role carries over.
pub const CARRIED_OVER: &str = "Carried over";

/// The label of a role's requirement status; empty if the skill is not required.
#[must_use]
pub fn requirement_status(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::New(requirement) | RequirementStatus::Again(requirement) => {
            requirement_kind(requirement.kind)
        }
        RequirementStatus::CarriedOver => CARRIED_OVER,
        RequirementStatus::NotRequired => "",
    }
}

/// The label of a kind of requirement.
#[must_use]
pub fn requirement_kind(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Core => "Key",
        RequirementKind::Required => "Required",
        RequirementKind::Optional => "Nice to have",
    }
}

/// The heading of a group of skills.
#[must_use]
pub fn group_heading(ladder: &Ladder, grouping: Grouping) -> String {
    match grouping {
        Grouping::Category(category) => ladder[category].name.clone(),
        Grouping::NoCategory => "Other skills".to_owned(),
        Grouping::FirstRequiredBy(role) if ladder.cumulative => {
            format!("Needed from {} up", ladder[role].title)
        }
        Grouping::FirstRequiredBy(role) => format!("Introduced at {}", ladder[role].title),
        Grouping::NotRequired => "Not used by any role yet".to_owned(),
    }
}

/// How many skills and roles are shown: "3 of 19 skills in 6 roles."
#[must_use]
pub fn matrix_summary(ladder: &Ladder, matrix: &Matrix) -> String {
    if matrix.is_empty() {
        return "No skills match these filters.".to_owned();
    }
    let skills = shown_of(matrix.len(), ladder.skills.len(), "skill", "skills");
    let roles = shown_of(matrix.roles.len(), ladder.roles.len(), "role", "roles");
    format!("{skills} in {roles}.")
}

fn shown_of(shown: usize, all: usize, one: &str, many: &str) -> String {
    let all_counted = count(all, one, many);
    if shown == all { all_counted } else { format!("{shown} of {all_counted}") }
}
