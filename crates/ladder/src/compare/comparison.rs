//! What changes from one role to another, in any direction.
//!
//! Each skill that either role requires or carries over ([`EffectiveRequirement`]) has exactly one
//! [`ChangeKind`], decided in this order: whether both roles have the skill, then its level, then
//! how important it is, then the wording. Levels are compared by their position in the scale; a
//! requirement without a level is below all levels.
//!
//! Responsibilities are not carried over, even in a cumulative ladder: the format does so for skills
//! alone.
//!
//! The tests assert: a role compared with itself has no difference; the comparison in the other
//! direction is the mirror image; the changes along a path add up to the change of the whole.

use super::statement_change::{StatementChange, statement_changes};
use crate::document::{Requirement, RoleIx, SkillIx, Statement};
use crate::ladder::Ladder;
use crate::query::{EffectiveRequirement, EffectiveRequirements};

/// How the requirement for a skill changes from one role to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only the second role has it.
    New,
    /// Only the first role has it.
    Dropped,
    /// The second role has it at a higher level.
    HigherLevel,
    /// The second role has it at a lower level.
    LowerLevel,
    /// The second role carries it over, at the same level.
    CarriedOver,
    /// At the same level, it is more important to the second role: a key skill instead of an
    /// optional one, or required again instead of carried over.
    MoreImportant,
    /// At the same level, it is less important to the second role.
    LessImportant,
    /// At the same level and as important, but with another note or other statements.
    Reworded,
    /// Nothing changes.
    Unchanged,
}

impl ChangeKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::HigherLevel,
        Self::MoreImportant,
        Self::Reworded,
        Self::LowerLevel,
        Self::LessImportant,
        Self::Dropped,
        Self::CarriedOver,
        Self::Unchanged,
    ];

    /// Whether it counts as a difference.
    #[must_use]
    pub fn is_difference(self) -> bool {
        !matches!(self, Self::CarriedOver | Self::Unchanged)
    }
}

/// One skill in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillChange {
    /// The skill.
    pub skill: SkillIx,
    /// How it changes.
    pub kind: ChangeKind,
    /// The first role's requirement.
    pub before: Option<EffectiveRequirement>,
    /// The second role's requirement.
    pub after: Option<EffectiveRequirement>,
    /// The changes between the statements of both requirements; empty if the second role has no
    /// requirement of its own.
    pub statements: Vec<StatementChange>,
}

/// All differences between two roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first role.
    pub from: RoleIx,
    /// The second role.
    pub to: RoleIx,
    /// Every skill of either role once: those of `to` in its order, then those only `from` has.
    pub skills: Vec<SkillChange>,
    /// The changes between the responsibilities.
    pub responsibilities: Vec<StatementChange>,
}

impl Comparison {
    /// The skills that change in this way.
    pub fn with_kind(&self, kind: ChangeKind) -> impl Iterator<Item = &SkillChange> {
        self.skills.iter().filter(move |skill| skill.kind == kind)
    }

    /// Whether no skill and no responsibility differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.skills.iter().any(|skill| skill.kind.is_difference())
            && self.responsibilities.iter().all(|change| change.is_unchanged())
    }
}

impl Ladder {
    /// Compares two roles.
    #[must_use]
    pub fn compare(&self, from: RoleIx, to: RoleIx) -> Comparison {
        let before = EffectiveRequirements::new(self, from);
        let after = EffectiveRequirements::new(self, to);
        let mut skills: Vec<SkillChange> = after
            .all
            .iter()
            .map(|after| self.skill_change(from, to, before.get(after.skill), *after))
            .collect();
        let dropped = before.all.iter().filter(|before| after.get(before.skill).is_none());
        skills.extend(dropped.map(|&before| SkillChange {
            skill: before.skill,
            kind: ChangeKind::Dropped,
            before: Some(before),
            after: None,
            statements: Vec::new(),
        }));
        let responsibilities =
            statement_changes(&self[from].responsibilities, &self[to].responsibilities);
        Comparison { from, to, skills, responsibilities }
    }

    fn skill_change(
        &self,
        from: RoleIx,
        to: RoleIx,
        before: Option<EffectiveRequirement>,
        after: EffectiveRequirement,
    ) -> SkillChange {
        let skill = after.skill;
        let (own_before, own_after) = (self[from].requirement(skill), self[to].requirement(skill));
        let statements = match own_after {
            Some(_) => statement_changes(statements(own_before), statements(own_after)),
            None => Vec::new(),
        };
        let kind = match before {
            None => ChangeKind::New,
            Some(before) if after.level > before.level => ChangeKind::HigherLevel,
            Some(before) if after.level < before.level => ChangeKind::LowerLevel,
            Some(_) if after.is_carried_over() => ChangeKind::CarriedOver,
            // `None`, carried over, is the least important.
            Some(before) if after.kind > before.kind => ChangeKind::MoreImportant,
            Some(before) if after.kind < before.kind => ChangeKind::LessImportant,
            Some(_) if note(own_before) != note(own_after) => ChangeKind::Reworded,
            Some(_) if statements.iter().all(|change| change.is_unchanged()) => {
                ChangeKind::Unchanged
            }
            Some(_) => ChangeKind::Reworded,
        };
        SkillChange { skill, kind, before, after: Some(after), statements }
    }
}

fn note(requirement: Option<&Requirement>) -> Option<&str> {
    requirement?.note.as_deref()
}

fn statements(requirement: Option<&Requirement>) -> &[Statement] {
    requirement.map_or(&[], |requirement| requirement.statements.as_slice())
}
