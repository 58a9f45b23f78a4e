//! How roles stand to a skill, in a few words: for a list, where a table has no room.

use crate::messages::matrix::{CARRIED_OVER, requirement_kind, requirement_status};
use crate::ui::count;
use ladder::{Ladder, RequirementKind, RequirementStatus, RoleIx, SkillIx};

/// As many roles are named; more are counted.
const NAMED: usize = 3;

/// How the `shown` roles, which are in the document's order, stand to a skill.
#[must_use]
pub fn of(ladder: &Ladder, skill: SkillIx, shown: &[RoleIx]) -> String {
    if shown.len() <= NAMED {
        let holding = shown.iter().map(|&role| (role, ladder.requirement_status(role, skill)));
        let words = holding.filter(|(_, asked)| asked.applies());
        let words = words.map(|(role, asked)| {
            format!("{}: {}", ladder[role].short(), requirement_status(asked))
        });
        return words.collect::<Vec<_>>().join(" · ");
    }
    let asking =
        ladder.roles_requiring(skill).filter(|(role, _)| shown.binary_search(role).is_ok());
    let kinds: Vec<_> = asking.map(|(_, requirement)| requirement.kind).collect();
    let of_kind = |kind| kinds.iter().filter(|found| **found == kind).count();
    let carried = if ladder.cumulative {
        shown
            .iter()
            .filter(|&&role| {
                ladder.requirement_status(role, skill) == RequirementStatus::CarriedOver
            })
            .count()
    } else {
        0
    };
    let counts = [
        (of_kind(RequirementKind::Core), requirement_kind(RequirementKind::Core)),
        (of_kind(RequirementKind::Required), requirement_kind(RequirementKind::Required)),
        (of_kind(RequirementKind::Optional), requirement_kind(RequirementKind::Optional)),
        (carried, CARRIED_OVER),
    ];
    let parts = counts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> =
        parts.map(|(count, word)| format!("{} {count}", word.to_ascii_lowercase())).collect();
    let total = count(kinds.len() + carried, "role", "roles");
    if parts.is_empty() { "not used".to_owned() } else { format!("{total}: {}", parts.join(", ")) }
}
