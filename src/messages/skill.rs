//! A skill: its type, and the roles that need it.

use super::count;
use super::list::join_list;
use ladder::{Ladder, RequirementStatus, SkillIx, SkillKind};

/// The type of a skill; `None` for an ordinary one.
#[must_use]
pub fn skill_kind(kind: SkillKind) -> Option<&'static str> {
    match kind {
        SkillKind::Skill => None,
        SkillKind::Knowledge => Some("Knowledge"),
        SkillKind::Tool => Some("Tool"),
        SkillKind::Behaviour => Some("Behaviour"),
    }
}

/// Which roles need the skill: "Needed by Team Leader; carried over by 4 more roles."
#[must_use]
pub fn required_by(ladder: &Ladder, skill: SkillIx) -> String {
    let requiring: Vec<String> =
        ladder.roles_requiring(skill).map(|(role, _)| ladder.distinct_title(role)).collect();
    let carrying = ladder
        .role_indices()
        .filter(|&role| ladder.requirement_status(role, skill) == RequirementStatus::CarriedOver);
    let roles = match requiring.len() {
        0 => return "No role needs this skill.".to_owned(),
        1..=3 => join_list(&requiring),
        n => count(n, "role", "roles"),
    };
    match carrying.count() {
        0 => format!("Needed by {roles}."),
        n => format!("Needed by {roles}; carried over by {}.", count(n, "more role", "more roles")),
    }
}
