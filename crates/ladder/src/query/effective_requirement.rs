//! Everything a role requires: its own requirements and those of the roles it builds on.

use crate::document::{LevelIx, RequirementKind, RoleIx, SkillIx};
use crate::ladder::Ladder;
use rustc_hash::FxHashMap;

/// A skill that a role requires or carries over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EffectiveRequirement {
    /// The skill.
    pub skill: SkillIx,
    /// The highest level that the role or one that it builds on requires.
    /// `None` if none of them names a level.
    pub level: Option<LevelIx>,
    /// The kind of the role's own requirement; `None` if the skill is only carried over.
    pub kind: Option<RequirementKind>,
    /// The role itself or, for a skill that is carried over, the nearest role it builds on that requires it.
    pub required_by: RoleIx,
}

impl EffectiveRequirement {
    /// Whether the role has no requirement of its own for the skill.
    #[must_use]
    pub fn is_carried_over(&self) -> bool {
        self.kind.is_none()
    }

    /// The level's name for this skill.
    #[must_use]
    pub fn level_name<'a>(&self, ladder: &'a Ladder) -> Option<&'a str> {
        self.level.map(|level| ladder.level_name(self.skill, level))
    }
}

/// The effective requirements of one role, with a fast lookup by skill.
#[derive(Debug)]
pub(crate) struct EffectiveRequirements {
    /// Each skill once: the role's own in its order, then those carried over, nearest first.
    pub(crate) all: Vec<EffectiveRequirement>,
    positions: FxHashMap<SkillIx, usize>,
}

impl EffectiveRequirements {
    pub(crate) fn new(ladder: &Ladder, role: RoleIx) -> Self {
        let mut requirements = Self { all: Vec::new(), positions: FxHashMap::default() };
        requirements.add(ladder, role, true);
        for base in ladder.graph().bases(role) {
            requirements.add(ladder, base, false);
        }
        requirements
    }

    fn add(&mut self, ladder: &Ladder, required_by: RoleIx, is_own: bool) {
        for requirement in &ladder[required_by].skills {
            let (skill, level) = (requirement.skill, requirement.level);
            let position = *self.positions.entry(skill).or_insert(self.all.len());
            match self.all.get_mut(position) {
                Some(known) => known.level = known.level.max(level),
                None => {
                    let kind = is_own.then_some(requirement.kind);
                    self.all.push(EffectiveRequirement { skill, level, kind, required_by });
                }
            }
        }
    }

    /// The requirement for `skill`, if there is one.
    pub(crate) fn get(&self, skill: SkillIx) -> Option<EffectiveRequirement> {
        self.positions.get(&skill).map(|&position| self.all[position])
    }
}

impl Ladder {
    /// Everything `role` requires, each skill once: its own requirements in its order, then the
    /// skills it carries over, nearest first.
    #[must_use]
    pub fn effective_requirements(&self, role: RoleIx) -> Vec<EffectiveRequirement> {
        EffectiveRequirements::new(self, role).all
    }
}
