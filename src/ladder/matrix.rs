//! The skills matrix: which skills and roles a query shows, in which groups.

use super::asked::Asked;
use super::fold::{Needle, fold};
use super::matrix_query::{AskedAs, MatrixQuery};
use super::model::{CategoryIx, Ladder, LevelIx, RoleIx, SkillIx};
use super::skill::Skill;

/// Each skill's names and what it includes, folded once so that a query answers at once.
#[derive(Debug)]
pub struct SkillTexts(Vec<String>);

impl SkillTexts {
    /// Folds every skill's texts.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        Self(ladder.skills.iter().map(folded).collect())
    }

    /// How well the skill at this place answers; `None` where a word is missing.
    #[must_use]
    pub fn score(&self, place: usize, needle: &Needle) -> Option<u32> {
        needle.score(&self.0[place])
    }
}

/// Name, short name, other names and included tools; a line each, so that a word's beginning counts.
fn folded(skill: &Skill) -> String {
    let names = std::iter::once(skill.name.as_str()).chain(skill.short_name.as_deref());
    let others = skill.also_known_as.iter().chain(&skill.includes).map(String::as_str);
    fold(&names.chain(others).collect::<Vec<_>>().join("\n"))
}

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
        let chosen: Vec<_> = query.roles.iter().filter_map(|id| ladder.role_by_id(id)).collect();
        let narrowed = !chosen.is_empty();
        let is_shown = |role: &RoleIx| !narrowed || chosen.contains(role);
        let roles: Vec<_> = ladder.role_places().filter(is_shown).collect();
        let sieve = Sieve {
            ladder,
            roles: &roles,
            narrowed,
            needle: Needle::new(&query.text),
            category: query.category.as_ref().and_then(|id| ladder.category_by_id(id)),
            level: query.level.as_ref().and_then(|id| ladder.level_by_id(id)),
            query,
        };
        let skills = ladder.skill_places().filter(|&skill| sieve.lets_through(texts, skill));
        Self { groups: grouped(ladder, skills), roles }
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

/// A query with its ids looked up.
struct Sieve<'a> {
    ladder: &'a Ladder,
    roles: &'a [RoleIx],
    narrowed: bool,
    needle: Needle,
    category: Option<CategoryIx>,
    level: Option<LevelIx>,
    query: &'a MatrixQuery,
}

impl Sieve<'_> {
    fn lets_through(&self, texts: &SkillTexts, ix: SkillIx) -> bool {
        let skill = &self.ladder[ix];
        self.query.kind.is_none_or(|kind| skill.kind == kind)
            && self.category.is_none_or(|category| self.ladder.is_within(skill.category, category))
            && texts.score(ix.at(), &self.needle).is_some()
            && (!self.narrowed
                || self.roles.iter().any(|&role| self.ladder.asked(role, ix).holds()))
            && self.query.asked_as.is_none_or(|wanted| self.some_role_asks_as(ix, wanted))
            && self.level.is_none_or(|level| self.some_role_asks_at(ix, level))
            && (!self.query.only_differences || self.differs(ix))
    }

    fn some_role_asks_as(&self, skill: SkillIx, wanted: AskedAs) -> bool {
        self.roles.iter().any(|&role| match self.ladder.asked(role, skill) {
            Asked::New(r) | Asked::Again(r) => wanted == AskedAs::Kind(r.kind),
            Asked::Carried => wanted == AskedAs::Carried,
            Asked::Not => false,
        })
    }

    fn some_role_asks_at(&self, skill: SkillIx, level: LevelIx) -> bool {
        let asked = |&role: &RoleIx| self.ladder[role].requirement(skill);
        self.roles.iter().filter_map(asked).any(|requirement| requirement.level == Some(level))
    }

    /// Whether the shown roles do not all hold the skill, or hold it at different levels.
    fn differs(&self, skill: SkillIx) -> bool {
        let held = |&role| {
            let holds = self.ladder.asked(role, skill).holds();
            holds.then(|| self.ladder.level_held(role, skill))
        };
        let mut all = self.roles.iter().map(held);
        all.next().is_some_and(|first| all.any(|other| other != first))
    }
}

impl Ladder {
    /// The highest level of `skill` that `role` or, in a cumulative ladder, a role on the path
    /// below it asks for.
    #[must_use]
    pub fn level_held(&self, role: RoleIx, skill: SkillIx) -> Option<LevelIx> {
        let asked = |role: RoleIx| self[role].requirement(skill)?.level;
        if !self.steps().carries(role, skill) {
            return asked(role);
        }
        self.steps().all_below(role).into_iter().filter_map(asked).max().max(asked(role))
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
    let first_asked_by = first_asked_by(ladder);
    let mut groups: Vec<Group> = groupings(ladder);
    let last = groups.len() - 1;
    for skill in skills {
        let place = if ladder.categories.is_empty() {
            first_asked_by[skill.at()].map(RoleIx::at)
        } else {
            ladder[skill].category.map(CategoryIx::at)
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

fn first_asked_by(ladder: &Ladder) -> Vec<Option<RoleIx>> {
    let mut first = vec![None; ladder.skills.len()];
    for role in ladder.role_places() {
        for requirement in &ladder[role].skills {
            first[requirement.skill.at()].get_or_insert(role);
        }
    }
    first
}
