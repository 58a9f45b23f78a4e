//! How many skills two roles have in common, and which roles are most similar to a role.

use crate::document::{RoleIx, SkillIx};
use crate::ladder::Ladder;
use crate::query::{EffectiveRequirements, ranked};
use fixedbitset::FixedBitSet;
use std::cmp::Reverse;

/// The most roles that are suggested.
pub const MAX_SIMILAR_ROLES: usize = 5;

/// How many of the roles with the best estimate are counted exactly.
const MAX_CANDIDATES: usize = 4 * MAX_SIMILAR_ROLES;

/// Everything a role requires or carries over, by how another role's skills cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillOverlap {
    /// The role whose skills these are.
    pub to: RoleIx,
    /// The skills that the other role has at the required level or higher.
    pub carry_over: Vec<SkillIx>,
    /// The skills that the other role has at a lower level.
    pub to_raise: Vec<SkillIx>,
    /// The skills that the other role does not have.
    pub missing: Vec<SkillIx>,
}

impl SkillOverlap {
    /// The number of skills that the role requires or carries over.
    #[must_use]
    pub fn total(&self) -> usize {
        self.carry_over.len() + self.to_raise.len() + self.missing.len()
    }

    fn counts(&self) -> Counts {
        Counts {
            carry_over: self.carry_over.len(),
            to_raise: self.to_raise.len(),
            missing: self.missing.len(),
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Counts {
    carry_over: usize,
    to_raise: usize,
    missing: usize,
}

impl Counts {
    /// More skills to carry over first, then more to raise, then fewer missing. `None` if the roles
    /// have no skill in common.
    fn rank(self) -> Option<(usize, usize, Reverse<usize>)> {
        let has_common = self.carry_over + self.to_raise > 0;
        has_common.then_some((self.carry_over, self.to_raise, Reverse(self.missing)))
    }
}

impl Ladder {
    /// The roles that have most skills in common with `role`, best first, without those one step
    /// away. Ranked by the number of skills that carry over, then by those to raise, then by how few
    /// are missing, then in the document's order.
    #[must_use]
    pub fn similar_roles(&self, role: RoleIx) -> Vec<SkillOverlap> {
        let own = EffectiveRequirements::new(self, role);
        if own.all.is_empty() {
            return Vec::new();
        }
        let graph = self.graph();
        let is_adjacent = |other: RoleIx| {
            graph.edges_from(role).iter().any(|edge| edge.to == other)
                || graph.predecessors(role).contains(&other)
        };
        let own_skills: FixedBitSet = own.all.iter().map(|found| found.skill.index()).collect();
        let mut candidates = ranked(self.roles.len(), |at| {
            let other = RoleIx::from(at);
            let is_candidate = other != role && !is_adjacent(other);
            is_candidate.then(|| self.estimate(&own, &own_skills, other).rank()).flatten()
        });
        candidates.truncate(MAX_CANDIDATES);
        // The document's order decides between equals.
        candidates.sort_unstable();
        let overlaps: Vec<SkillOverlap> =
            candidates.into_iter().map(|other| self.overlap(&own, RoleIx::from(other))).collect();
        let best = ranked(overlaps.len(), |at| overlaps[at].counts().rank());
        best.into_iter().take(MAX_SIMILAR_ROLES).map(|at| overlaps[at].clone()).collect()
    }

    /// Estimates the overlap without the levels of skills that `other` carries over.
    fn estimate(
        &self,
        own: &EffectiveRequirements,
        own_skills: &FixedBitSet,
        other: RoleIx,
    ) -> Counts {
        let mut counts = Counts::default();
        for requirement in &self[other].skills {
            match own.get(requirement.skill).map(|own| own.level) {
                Some(level) if level >= requirement.level => counts.carry_over += 1,
                Some(_) => counts.to_raise += 1,
                None => counts.missing += 1,
            }
        }
        // Counts skills that `other` requires again twice; these are few.
        if let Some(carried_over) = self.graph().carried_over_set(other) {
            counts.carry_over += carried_over.intersection_count(own_skills);
            counts.missing += carried_over.difference_count(own_skills);
        }
        counts
    }

    /// How the skills of `from` cover what `to` requires or carries over.
    #[must_use]
    pub fn skill_overlap(&self, from: RoleIx, to: RoleIx) -> SkillOverlap {
        self.overlap(&EffectiveRequirements::new(self, from), to)
    }

    fn overlap(&self, own: &EffectiveRequirements, to: RoleIx) -> SkillOverlap {
        let (mut carry_over, mut to_raise, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        for required in self.effective_requirements(to) {
            let list = match own.get(required.skill).map(|own| own.level) {
                Some(level) if level >= required.level => &mut carry_over,
                Some(_) => &mut to_raise,
                None => &mut missing,
            };
            list.push(required.skill);
        }
        SkillOverlap { to, carry_over, to_raise, missing }
    }

    /// Whether both roles describe a skill in the same words. Also true if one of them has no
    /// requirement of its own.
    #[must_use]
    pub fn has_same_wording(&self, from: RoleIx, to: RoleIx, skill: SkillIx) -> bool {
        let (Some(before), Some(after)) =
            (self[from].requirement(skill), self[to].requirement(skill))
        else {
            return true;
        };
        let (old, new) = (before.statements.iter(), after.statements.iter());
        before.note.as_deref() == after.note.as_deref()
            && old.map(|old| old.text.as_str()).eq(new.map(|new| new.text.as_str()))
    }
}
