//! The filters of the skills matrix.

use super::distinct;
use crate::document::{Id, RequirementKind, SkillKind};
use crate::ladder::Ladder;

/// A way in which roles require a skill, as a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequirementFilter {
    /// Required by the role itself, with this kind.
    Kind(RequirementKind),
    /// Carried over from an earlier role.
    CarriedOver,
}

/// The filters of the matrix, as in the address of the page. The default shows everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct MatrixQuery {
    /// Text that a skill's names or the tools it includes must match.
    pub text: String,
    /// Only skills in this category or nested in it.
    pub category: Option<Id>,
    /// Only skills of this kind.
    pub kind: Option<SkillKind>,
    /// Only skills that a shown role requires at a level with this id.
    pub level: Option<Id>,
    /// Only skills that a shown role requires in this way.
    pub requirement: Option<RequirementFilter>,
    /// Only these roles, and the skills that they require or carry over; all roles if empty.
    pub roles: Vec<Id>,
    /// Only skills that differ between the shown roles.
    pub only_differences: bool,
    /// Whether the visitor's own ratings are shown, too. Not a filter.
    pub with_ratings: bool,
}

impl MatrixQuery {
    /// The query without any filter.
    #[must_use]
    pub fn without_filters(&self) -> Self {
        Self { with_ratings: self.with_ratings, ..Self::default() }
    }

    /// The ids that are not in this ladder.
    pub fn unknown_ids(&self, ladder: &Ladder) -> impl Iterator<Item = &Id> {
        let category = self.category.iter().filter(|id| ladder.category_by_id(id).is_none());
        let level = self.level.iter().filter(|id| ladder.levels_by_id(id).next().is_none());
        let roles = self.roles.iter().filter(|id| ladder.role_by_id(id).is_none());
        category.chain(level).chain(roles)
    }

    /// The query with the ids that the roles have now.
    #[must_use]
    pub fn with_present_ids(&self, ladder: &Ladder) -> Self {
        let roles = distinct(self.roles.iter().map(|id| ladder.present_role_id(id)));
        Self { roles, ..self.clone() }
    }

    /// The query with `role` added to the shown roles or, if it was shown, removed from them.
    #[must_use]
    pub fn toggling_role(&self, role: &Id) -> Self {
        let mut query = self.clone();
        match query.roles.iter().position(|shown| shown == role) {
            Some(at) => drop(query.roles.remove(at)),
            None => query.roles.push(role.clone()),
        }
        query
    }
}
