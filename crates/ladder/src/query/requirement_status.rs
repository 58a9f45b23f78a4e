//! Whether a role requires a skill, itself or through the roles it builds on.

use crate::document::{CategoryIx, LevelIx, Requirement, RoleIx, SkillIx};
use crate::ladder::Ladder;
/// Whether and how a role requires a skill.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RequirementStatus<'a> {
    /// The role requires it and no earlier role does.
    New(&'a Requirement),
    /// The role requires it, and so does an earlier role.
    Again(&'a Requirement),
    /// An earlier role requires it, and this one builds on that.
    CarriedOver,
    /// Not required.
    NotRequired,
}

impl<'a> RequirementStatus<'a> {
    /// The role's own requirement.
    #[must_use]
    pub fn requirement(self) -> Option<&'a Requirement> {
        match self {
            Self::New(requirement) | Self::Again(requirement) => Some(requirement),
            Self::CarriedOver | Self::NotRequired => None,
        }
    }

    /// Whether the role requires the skill or carries it over.
    #[must_use]
    pub fn applies(self) -> bool {
        self != Self::NotRequired
    }
}

impl Ladder {
    /// Whether and how `role` requires `skill`.
    #[must_use]
    pub fn requirement_status(&self, role: RoleIx, skill: SkillIx) -> RequirementStatus<'_> {
        let is_carried_over = self.graph().carries_over(role, skill);
        match (self[role].requirement(skill), is_carried_over) {
            (Some(requirement), false) => RequirementStatus::New(requirement),
            (Some(requirement), true) => RequirementStatus::Again(requirement),
            (None, true) => RequirementStatus::CarriedOver,
            (None, false) => RequirementStatus::NotRequired,
        }
    }

    /// The roles that require `skill` themselves, with their requirements, entry roles first.
    pub fn roles_requiring(&self, skill: SkillIx) -> impl Iterator<Item = (RoleIx, &Requirement)> {
        let found = self.requirement_index().for_skill(skill).iter();
        found.map(|found| (found.role, &self[found.role].skills[found.position as usize]))
    }

    /// The highest level of `skill` that `role` or one that it builds on requires.
    #[must_use]
    pub fn effective_level(&self, role: RoleIx, skill: SkillIx) -> Option<LevelIx> {
        let passes_on = |from: RoleIx| {
            let heirs = self.graph().heirs(from);
            from == role || heirs.is_some_and(|set| set.contains(role.index()))
        };
        let requirements = self.roles_requiring(skill).filter(|(from, _)| passes_on(*from));
        requirements.filter_map(|(_, requirement)| requirement.level).max()
    }

    /// The name of `level` for `skill`: the skill's own name for it, else the scale's. If the scale has several
    /// levels of that name, with the id of the level.
    #[must_use]
    pub fn level_name(&self, skill: SkillIx, level: LevelIx) -> &str {
        let own = self[skill].level(level).and_then(|text| text.name.as_deref());
        let on_scale = || self.distinct_names().name_on_scale(level).unwrap_or(&self[level].name);
        own.unwrap_or_else(on_scale)
    }

    /// Whether `category` is `ancestor` or is nested in it.
    #[must_use]
    pub fn is_within(&self, category: Option<CategoryIx>, ancestor: CategoryIx) -> bool {
        std::iter::successors(category, |&at| self[at].parent).any(|at| at == ancestor)
    }
}
