//! What a visitor narrows the matrix to.

use crate::Id;
use crate::Ladder;
use crate::RequirementKind;
use crate::SkillKind;

/// How a role may ask for a skill, as a visitor filters by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AskedAs {
    /// Asked for by the role itself, this firmly.
    Kind(RequirementKind),
    /// Carried from a role below.
    Carried,
}

/// What a visitor narrowed the matrix to, as it stands in the address. The default shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct MatrixQuery {
    /// Text to find in a skill's names and what it includes.
    pub text: String,
    /// Only skills of this category and those within it.
    pub category: Option<Id>,
    /// Only skills of this kind.
    pub kind: Option<SkillKind>,
    /// Only skills that a shown role asks for at this level.
    pub level: Option<Id>,
    /// Only skills that a shown role asks for in this way.
    pub asked_as: Option<AskedAs>,
    /// Only these roles, and the skills they hold; all where empty.
    pub roles: Vec<Id>,
    /// Only skills that not all shown roles hold alike.
    pub only_differences: bool,
}

impl MatrixQuery {
    /// The ids in the query that name nothing in this ladder.
    pub fn unknown(&self, ladder: &Ladder) -> impl Iterator<Item = &Id> {
        let category = self.category.iter().filter(|id| ladder.category_by_id(id).is_none());
        let level = self.level.iter().filter(|id| ladder.level_by_id(id).is_none());
        let roles = self.roles.iter().filter(|id| ladder.role_by_id(id).is_none());
        category.chain(level).chain(roles)
    }

    /// The same query with `role` shown or, where it was, no longer.
    #[must_use]
    pub fn toggling_role(&self, role: &Id) -> Self {
        let mut other = self.clone();
        match other.roles.iter().position(|shown| shown == role) {
            Some(at) => drop(other.roles.remove(at)),
            None => other.roles.push(role.clone()),
        }
        other
    }
}
