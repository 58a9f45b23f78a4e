//! Filters the skills of the matrix. Works on bit sets, so that 3,000 roles and
//! 13,900 skills are filtered within a few milliseconds.

use super::matrix_query::{MatrixQuery, RequirementFilter};
use super::skill_name_index::SkillNameIndex;
use crate::document::{CategoryIx, LevelIx, Requirement, RoleIx, SkillIx};
use crate::graph::RequirementRef;
use crate::ladder::Ladder;
use fixedbitset::FixedBitSet;

/// A query with its roles looked up; unknown ids are ignored.
pub(super) struct MatrixFilter<'a> {
    ladder: &'a Ladder,
    query: &'a MatrixQuery,
    /// Whether roles were chosen, so that only the skills that apply to them are shown.
    has_chosen_roles: bool,
    /// The shown roles, in the document's order.
    roles: Vec<RoleIx>,
    role_set: FixedBitSet,
}

impl<'a> MatrixFilter<'a> {
    pub fn new(ladder: &'a Ladder, query: &'a MatrixQuery) -> Self {
        let mut role_set = FixedBitSet::with_capacity(ladder.roles.len());
        let chosen = query.roles.iter().filter_map(|id| ladder.role_by_id(id));
        role_set.extend(chosen.map(RoleIx::index));
        let has_chosen_roles = !role_set.is_clear();
        if !has_chosen_roles {
            role_set.insert_range(..);
        }
        let roles = role_set.ones().map(RoleIx::from).collect();
        Self { ladder, query, has_chosen_roles, roles, role_set }
    }

    /// The shown roles.
    pub fn into_roles(self) -> Vec<RoleIx> {
        self.roles
    }

    /// The skills that match, in the document's order.
    pub fn skills(&self, names: &SkillNameIndex) -> Vec<SkillIx> {
        let (ladder, query) = (self.ladder, self.query);
        let mut skills = names.matching(&query.text);
        if self.has_chosen_roles {
            skills.intersect_with(&self.applying());
        }
        if let Some(wanted) = query.requirement {
            skills.intersect_with(&match wanted {
                RequirementFilter::Kind(kind) => self.required(|found| found.kind == kind),
                RequirementFilter::CarriedOver => self.only_carried_over(),
            });
        }
        if let Some(id) = &query.level {
            let levels: Vec<LevelIx> = ladder.levels_by_id(id).collect();
            if !levels.is_empty() {
                let is_wanted = |level| levels.contains(&level);
                skills.intersect_with(&self.required(|found| found.level.is_some_and(is_wanted)));
            }
        }
        let category = query.category.as_ref().and_then(|id| ladder.category_by_id(id));
        let categories = category.map(|category| self.nested_categories(category));
        let matches = |&ix: &SkillIx| {
            let skill = &ladder[ix];
            query.kind.is_none_or(|kind| skill.kind == kind)
                && categories.as_ref().is_none_or(|categories| {
                    skill.category.is_some_and(|category| categories.contains(category.index()))
                })
                && (!query.only_differences || self.differs(ix))
        };
        skills.ones().map(SkillIx::from).filter(matches).collect()
    }

    /// `category` and all categories nested in it.
    fn nested_categories(&self, category: CategoryIx) -> FixedBitSet {
        let all = CategoryIx::all(self.ladder.categories.len());
        let nested = all.filter(|&other| self.ladder.is_within(Some(other), category));
        nested.map(CategoryIx::index).collect()
    }

    /// The skills for which a shown role has a requirement that is `wanted`.
    fn required(&self, wanted: impl Fn(&Requirement) -> bool) -> FixedBitSet {
        let mut set = FixedBitSet::with_capacity(self.ladder.skills.len());
        for &role in &self.roles {
            let requirements = self.ladder[role].skills.iter().filter(|found| wanted(found));
            set.extend(requirements.map(|requirement| requirement.skill.index()));
        }
        set
    }

    /// The skills that a shown role requires or carries over.
    fn applying(&self) -> FixedBitSet {
        let mut set = self.required(|_| true);
        for (_, carried_over) in self.carried_over_sets() {
            set.union_with(carried_over);
        }
        set
    }

    /// The skills that a shown role carries over and does not require itself.
    fn only_carried_over(&self) -> FixedBitSet {
        let mut set = FixedBitSet::with_capacity(self.ladder.skills.len());
        for (role, carried_over) in self.carried_over_sets() {
            let mut others = carried_over.clone();
            for requirement in &self.ladder[role].skills {
                others.remove(requirement.skill.index());
            }
            set.union_with(&others);
        }
        set
    }

    fn carried_over_sets(&self) -> impl Iterator<Item = (RoleIx, &FixedBitSet)> {
        let graph = self.ladder.graph();
        self.roles.iter().filter_map(|&role| Some((role, graph.carried_over_set(role)?)))
    }

    /// Whether some shown roles have the skill and others do not, or at another level: whether not
    /// all of them have it at the highest level of any.
    fn differs(&self, skill: SkillIx) -> bool {
        let ladder = self.ladder;
        let requirements = ladder.requirement_index().for_skill(skill);
        let level =
            |found: &RequirementRef| ladder[found.role].skills[found.position as usize].level;
        let applying = requirements.iter().filter(|found| self.applies_to_shown(found));
        let highest: Option<Option<LevelIx>> = applying.map(level).max();
        let Some(highest) = highest else { return false };
        let at_highest = requirements.iter().filter(|found| level(found) == highest);
        if !ladder.graph().has_bases() {
            let shown = at_highest.filter(|found| self.role_set.contains(found.role.index()));
            return shown.count() < self.roles.len();
        }
        let mut without = self.role_set.clone();
        for found in at_highest {
            without.remove(found.role.index());
            if let Some(heirs) = ladder.graph().heirs(found.role) {
                without.difference_with(heirs);
            }
        }
        !without.is_clear()
    }

    /// Whether a shown role has this requirement, itself or carried over.
    fn applies_to_shown(&self, found: &RequirementRef) -> bool {
        let heirs = self.ladder.graph().heirs(found.role);
        self.role_set.contains(found.role.index())
            || heirs.is_some_and(|heirs| !heirs.is_disjoint(&self.role_set))
    }
}
