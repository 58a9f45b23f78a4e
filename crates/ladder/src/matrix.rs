//! The skills matrix: which skills and roles a query shows, in which groups.

use super::matrix_query::MatrixQuery;
use super::sieve::Sieve;
use super::skill_texts::SkillTexts;
use crate::{CategoryIx, Ladder, LevelIx, RoleIx, SkillIx};

/// Why skills stand together in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// They are of one category.
    Category(CategoryIx),
    /// The ladder has categories, and they have none.
    NoCategory,
    /// The ladder has no categories: this role is the first to ask for them.
    FirstAskedBy(RoleIx),
    /// The ladder has no categories, and no role asks for them.
    Unasked,
}

/// Skills that stand together.
#[derive(Debug, PartialEq, Eq)]
pub struct Group {
    /// Why.
    pub grouping: Grouping,
    /// The skills, in the document's order.
    pub skills: Vec<SkillIx>,
}

/// The rows and columns a query shows.
#[derive(Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The rows, in their groups; no group is empty.
    pub groups: Vec<Group>,
    /// The columns, in the document's order.
    pub roles: Vec<RoleIx>,
}

impl Matrix {
    /// Answers `query`. Ids in it that name nothing are passed over.
    #[must_use]
    pub fn of(ladder: &Ladder, texts: &SkillTexts, query: &MatrixQuery) -> Self {
        let sieve = Sieve::of(ladder, query);
        let groups = grouped(ladder, sieve.skills(texts).into_iter());
        Self { groups, roles: sieve.into_roles() }
    }

    /// How many skills are shown.
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

    /// How many skills and roles are shown, in a sentence.
    #[must_use]
    pub fn sentence(&self, ladder: &Ladder) -> String {
        let skills = count(self.len(), ladder.skills.len(), "skill", "skills");
        let roles = count(self.roles.len(), ladder.roles.len(), "role", "roles");
        if self.is_empty() {
            return "No skill matches.".to_owned();
        }
        format!("{skills} across {roles}.")
    }
}

fn count(shown: usize, all: usize, one: &str, many: &str) -> String {
    let noun = if all == 1 { one } else { many };
    if shown == all { format!("{all} {noun}") } else { format!("{shown} of {all} {noun}") }
}

impl Ladder {
    /// The highest level of `skill` that `role` or, in a cumulative ladder, a role on the path
    /// below it asks for.
    #[must_use]
    pub fn level_held(&self, role: RoleIx, skill: SkillIx) -> Option<LevelIx> {
        let reaches = |from: RoleIx| {
            from == role || self.steps().above(from).is_some_and(|above| above.has(role.index()))
        };
        let asks = self.asking(skill).filter(|(from, _)| reaches(*from));
        asks.filter_map(|(_, requirement)| requirement.level).max()
    }

    /// Whether `category` is `whole` or within it.
    #[must_use]
    pub fn is_within(&self, category: Option<CategoryIx>, whole: CategoryIx) -> bool {
        let up = std::iter::successors(category, |&at| self[at].parent);
        up.into_iter().any(|at| at == whole)
    }
}

/// Groups skills by category, or in a ladder without categories by the role that asks first.
fn grouped(ladder: &Ladder, skills: impl Iterator<Item = SkillIx>) -> Vec<Group> {
    let mut groups: Vec<Group> = groupings(ladder);
    let last = groups.len() - 1;
    for skill in skills {
        let place = if ladder.categories.is_empty() {
            ladder.asking(skill).next().map(|(role, _)| role.index())
        } else {
            ladder[skill].category.map(CategoryIx::index)
        };
        groups[place.unwrap_or(last)].skills.push(skill);
    }
    groups.retain(|group| !group.skills.is_empty());
    groups
}

/// Every group there can be, empty, in the document's order; the last is for what has no place.
fn groupings(ladder: &Ladder) -> Vec<Group> {
    let group = |grouping| Group { grouping, skills: Vec::new() };
    if ladder.categories.is_empty() {
        let roles = ladder.role_places().map(|role| group(Grouping::FirstAskedBy(role)));
        roles.chain([group(Grouping::Unasked)]).collect()
    } else {
        let categories = CategoryIx::all(ladder.categories.len());
        let groups = categories.map(|category| group(Grouping::Category(category)));
        groups.chain([group(Grouping::NoCategory)]).collect()
    }
}
