//! What there is to learn a skill from.

use super::gap::{Gap, Wanted};
use ladder::{Ladder, ResourceRef};

/// What the ladder offers for a skill: its own resources, and where it has none, those of the role
/// that asks for it first; each once.
#[must_use]
pub fn to_learn<'a>(ladder: &'a Ladder, gap: &Gap, wanted: &Wanted) -> &'a [ResourceRef] {
    let own = &ladder[wanted.skill].resources;
    match gap.way.get(wanted.first_stage()) {
        Some(&role) if own.is_empty() => &ladder[role].resources,
        _ => own,
    }
}
