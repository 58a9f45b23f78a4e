//! What separates two roles, in any direction.
//!
//! A role *holds* the skills it asks for and, in a cumulative ladder, those it carries
//! ([`Holding`]). Each skill that either role holds falls under exactly one [`Change`], looked at in
//! the order in which the changes stand there: whether it is held at all, then its level, then how
//! firmly it is asked for, then what is said of it. The words for a level can differ from skill to
//! skill, but levels are compared by their place in the scale; a requirement without a level stands
//! below all levels. Without a scale nothing is ever raised or lowered.
//!
//! Responsibilities are not carried, even in a cumulative ladder (the format lets roles carry skills
//! alone): one that the other role does not name is left behind.
//!
//! What holds, and is tested: a role compared with itself differs in nothing; gained from a to b is
//! dropped from b to a, raised is lowered, firmer is looser (or carried, where it came from being
//! carried); along a path the changes of its steps add up to the change of the whole.

use super::holding::{Holding, Holdings};
use super::statement_changes::{StatementChange, statement_changes};
use crate::{Ladder, RoleIx, SkillIx};
use crate::{Requirement, Statement};

/// How a skill changes from one role to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the second role holds it, asking for it or carrying it from a role on the way.
    Gained,
    /// Only the first role holds it.
    Dropped,
    /// Both hold it, the second at a higher level.
    Raised,
    /// Both hold it, the second at a lower level.
    Lowered,
    /// The second role no longer asks for it itself, but builds on it; or both do.
    Carried,
    /// At the same level, the second role asks for it more firmly: as a key skill where it was good
    /// to have, or itself where the first only carries it.
    Firmer,
    /// At the same level, the second role asks for it less firmly.
    Looser,
    /// At the same level and as firmly, but its note or its statements say something else.
    Reworded,
    /// Nothing changes.
    Unchanged,
}

impl Change {
    /// Whether there is something to do or to see in it.
    #[must_use]
    pub fn is_difference(self) -> bool {
        !matches!(self, Self::Carried | Self::Unchanged)
    }
}

/// One skill in a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillChange {
    /// The skill.
    pub skill: SkillIx,
    /// How it changes.
    pub change: Change,
    /// How the first role holds it.
    pub before: Option<Holding>,
    /// How the second role holds it.
    pub after: Option<Holding>,
    /// What the statements of the two requirements become; empty where the second role does not
    /// ask for it itself, and where the skill is dropped with all that is said of it.
    pub statements: Vec<StatementChange>,
}

/// What separates two roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The role one comes from.
    pub from: RoleIx,
    /// The role one goes to.
    pub to: RoleIx,
    /// Every skill that either holds, once: those of `to` in its order, then those only `from` has.
    pub skills: Vec<SkillChange>,
    /// What becomes of the responsibilities.
    pub responsibilities: Vec<StatementChange>,
}

impl Comparison {
    /// The skills that change in this way.
    pub fn of(&self, change: Change) -> impl Iterator<Item = &SkillChange> {
        self.skills.iter().filter(move |skill| skill.change == change)
    }

    /// Whether both ask for the same in the same words: no skill and no responsibility differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.skills.iter().any(|skill| skill.change.is_difference())
            && self.responsibilities.iter().all(|change| change.is_kept())
    }
}

impl Ladder {
    /// What changes from one role to another.
    #[must_use]
    pub fn compare(&self, from: RoleIx, to: RoleIx) -> Comparison {
        let (before, after) = (Holdings::of(self, from), Holdings::of(self, to));
        let mut skills: Vec<SkillChange> = after
            .all
            .iter()
            .map(|holding| {
                self.skill_change(from, to, holding.skill, before.get(holding.skill), *holding)
            })
            .collect();
        let dropped = before.all.iter().filter(|holding| after.get(holding.skill).is_none());
        skills.extend(dropped.map(|&holding| SkillChange {
            skill: holding.skill,
            change: Change::Dropped,
            before: Some(holding),
            after: None,
            statements: Vec::new(),
        }));
        let of = |role: RoleIx| self[role].responsibilities.as_slice();
        Comparison { from, to, skills, responsibilities: statement_changes(of(from), of(to)) }
    }

    fn skill_change(
        &self,
        from: RoleIx,
        to: RoleIx,
        skill: SkillIx,
        before: Option<Holding>,
        after: Holding,
    ) -> SkillChange {
        let asked = |role: RoleIx| self[role].requirement(skill);
        let statements = match asked(to) {
            Some(own) => statement_changes(said_of(asked(from)), said_of(Some(own))),
            None => Vec::new(),
        };
        let change = match before {
            None => Change::Gained,
            Some(before) if after.level > before.level => Change::Raised,
            Some(before) if after.level < before.level => Change::Lowered,
            Some(_) if after.is_carried() => Change::Carried,
            // `None`, only carried, is the least firm.
            Some(before) if after.kind > before.kind => Change::Firmer,
            Some(before) if after.kind < before.kind => Change::Looser,
            Some(_) => {
                let note = |role| asked(role).and_then(|requirement| requirement.note.as_deref());
                let is_same = note(from) == note(to) && statements.iter().all(|s| s.is_kept());
                if is_same { Change::Unchanged } else { Change::Reworded }
            }
        };
        SkillChange { skill, change, before, after: Some(after), statements }
    }
}

/// The statements of a requirement, none where there is none.
fn said_of(requirement: Option<&Requirement>) -> &[Statement] {
    requirement.map_or(&[], |requirement| requirement.statements.as_slice())
}
