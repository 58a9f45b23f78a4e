//! The skills matrix: the skills and roles that a query shows.

use super::matrix_filter::MatrixFilter;
use super::matrix_query::MatrixQuery;
use super::skill_name_index::SkillNameIndex;
use crate::document::{CategoryIx, RoleIx, SkillIx};
use crate::ladder::Ladder;

/// What the skills of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Their category.
    Category(CategoryIx),
    /// They have no category, in a ladder with categories.
    NoCategory,
    /// The first role that requires them, in a ladder without categories.
    FirstRequiredBy(RoleIx),
    /// No role requires them, in a ladder without categories.
    NotRequired,
}

/// The rows of the matrix under one heading.
#[derive(Debug, PartialEq, Eq)]
pub struct SkillGroup {
    /// What the skills have in common.
    pub grouping: Grouping,
    /// The skills, in the document's order.
    pub skills: Vec<SkillIx>,
}

/// The rows and columns that a query shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The rows, in groups; no group is empty.
    pub groups: Vec<SkillGroup>,
    /// The columns, in the document's order.
    pub roles: Vec<RoleIx>,
}

impl Matrix {
    /// Applies `query`; unknown ids in it are ignored.
    #[must_use]
    pub fn new(ladder: &Ladder, names: &SkillNameIndex, query: &MatrixQuery) -> Self {
        let filter = MatrixFilter::new(ladder, query);
        Self { groups: grouped(ladder, filter.skills(names)), roles: filter.into_roles() }
    }

    /// The number of skills shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.skills.len()).sum()
    }

    /// Whether no skill is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Every skill shown, in the order of the rows.
    pub fn skills(&self) -> impl Iterator<Item = SkillIx> + '_ {
        self.groups.iter().flat_map(|group| group.skills.iter().copied())
    }
}

/// Groups skills by category or, in a ladder without categories, by the first role that requires
/// them.
fn grouped(ladder: &Ladder, skills: Vec<SkillIx>) -> Vec<SkillGroup> {
    let by_category = !ladder.categories.is_empty();
    let groupings: Vec<Grouping> = if by_category {
        let categories = CategoryIx::all(ladder.categories.len()).map(Grouping::Category);
        categories.chain([Grouping::NoCategory]).collect()
    } else {
        let roles = ladder.role_indices().map(Grouping::FirstRequiredBy);
        roles.chain([Grouping::NotRequired]).collect()
    };
    let last = groupings.len() - 1;
    let mut groups: Vec<SkillGroup> =
        groupings.into_iter().map(|grouping| SkillGroup { grouping, skills: Vec::new() }).collect();
    for skill in skills {
        let position = if by_category {
            ladder[skill].category.map(CategoryIx::index)
        } else {
            ladder.roles_requiring(skill).next().map(|(role, _)| role.index())
        };
        groups[position.unwrap_or(last)].skills.push(skill);
    }
    groups.retain(|group| !group.skills.is_empty());
    groups
}
