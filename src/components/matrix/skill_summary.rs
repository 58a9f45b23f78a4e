//! How roles stand to a skill, in a few words: for a list, where a table has no room.

use crate::ui::count;
use ladder::{Asked, Ladder, RequirementKind, RoleIx, SkillIx};

/// As many roles are named; more are counted.
const NAMED: usize = 3;

/// How the `shown` roles, which are in the document's order, stand to a skill.
#[must_use]
pub fn of(ladder: &Ladder, skill: SkillIx, shown: &[RoleIx]) -> String {
    if shown.len() <= NAMED {
        let holding = shown.iter().map(|&role| (role, ladder.asked(role, skill)));
        let words = holding.filter(|(_, asked)| asked.holds());
        let words =
            words.map(|(role, asked)| format!("{}: {}", ladder[role].short(), asked.word()));
        return words.collect::<Vec<_>>().join(" · ");
    }
    let asking = ladder.asking(skill).filter(|(role, _)| shown.binary_search(role).is_ok());
    let kinds: Vec<_> = asking.map(|(_, requirement)| requirement.kind).collect();
    let of_kind = |kind| kinds.iter().filter(|found| **found == kind).count();
    let carried = if ladder.cumulative {
        shown.iter().filter(|&&role| ladder.asked(role, skill) == Asked::Carried).count()
    } else {
        0
    };
    let counts = [
        (of_kind(RequirementKind::Core), Asked::word_of(RequirementKind::Core)),
        (of_kind(RequirementKind::Required), Asked::word_of(RequirementKind::Required)),
        (of_kind(RequirementKind::Optional), Asked::word_of(RequirementKind::Optional)),
        (carried, Asked::Carried.word()),
    ];
    let parts = counts.iter().filter(|(count, _)| *count > 0);
    let parts: Vec<_> =
        parts.map(|(count, word)| format!("{} {count}", word.to_ascii_lowercase())).collect();
    let total = count(kinds.len() + carried, "role", "roles");
    if parts.is_empty() { "no role".to_owned() } else { format!("{total}: {}", parts.join(", ")) }
}
