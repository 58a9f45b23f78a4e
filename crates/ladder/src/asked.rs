//! What a role asks for of a skill: itself, or through the roles it builds on.

use crate::Requirement;
use crate::{Ladder, LevelIx, RoleIx, SkillIx};

/// How a role stands to a skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked<'a> {
    /// The role asks for it and no role below it does: it is new here.
    New(&'a Requirement),
    /// The role asks for it, and so does a role below it.
    Again(&'a Requirement),
    /// A role below it asks for it, and this one builds on that.
    Carried,
    /// Neither.
    Not,
}

impl<'a> Asked<'a> {
    /// What the role itself asks for.
    #[must_use]
    pub fn requirement(self) -> Option<&'a Requirement> {
        match self {
            Self::New(requirement) | Self::Again(requirement) => Some(requirement),
            Self::Carried | Self::Not => None,
        }
    }

    /// Whether the role asks for it or builds on it.
    #[must_use]
    pub fn holds(self) -> bool {
        self != Self::Not
    }
}

impl Ladder {
    /// How `role` stands to `skill`.
    #[must_use]
    pub fn asked(&self, role: RoleIx, skill: SkillIx) -> Asked<'_> {
        let carried = self.steps().carries(role, skill);
        match (self[role].requirement(skill), carried) {
            (Some(requirement), false) => Asked::New(requirement),
            (Some(requirement), true) => Asked::Again(requirement),
            (None, true) => Asked::Carried,
            (None, false) => Asked::Not,
        }
    }

    /// The roles that ask for `skill` themselves, entry first.
    pub fn asking(&self, skill: SkillIx) -> impl Iterator<Item = (RoleIx, &Requirement)> {
        let asks = self.asks().for_skill(skill).iter();
        asks.map(|ask| (ask.role, &self[ask.role].skills[ask.nth as usize]))
    }

    /// The name of `level` as `skill` calls it.
    #[must_use]
    pub fn level_name(&self, skill: SkillIx, level: LevelIx) -> &str {
        let own = self[skill].level(level).and_then(|text| text.name.as_deref());
        own.unwrap_or(&self[level].name)
    }
}
