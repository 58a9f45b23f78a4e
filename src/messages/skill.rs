//! A skill: its type, and the roles that need it.

use super::count;
use super::list::join_list;
use super::matrix::own_rating;
use ladder::{Ladder, RequirementStatus, RoleIx, SkillIx, SkillKind};
use plan::Journey;

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

/// What the skill is to the visitor: "You need it as Project Manager, your next step. Your rating: Learning." `None`
/// if they have neither said where they are nor rated it.
#[must_use]
pub fn own_standing(ladder: &Ladder, journey: &Journey, skill: SkillIx) -> Option<String> {
    let title = |role: RoleIx| ladder.distinct_title(role);
    let needs = |role: &RoleIx| ladder.requirement_status(*role, skill).applies();
    let need = match (journey.role, journey.next.filter(needs)) {
        (Some(role), _) if needs(&role) => Some(format!("You need it as {}.", title(role))),
        (_, Some(next)) => Some(format!("You need it as {}, your next step.", title(next))),
        (Some(role), None) => Some(format!("You don’t need it as {}.", title(role))),
        (None, None) => None,
    };
    let rating = journey.rating(skill).filter(|rating| !rating.is_expected);
    let rating = rating.map(|rating| format!("Your rating: {}.", own_rating(ladder, rating)));
    let parts: Vec<String> = need.into_iter().chain(rating).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
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
