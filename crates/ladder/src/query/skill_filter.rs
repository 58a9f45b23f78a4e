//! Filtering roles by skill.

use super::directory_query::DirectoryQuery;
use super::distinct;
use crate::document::{Id, RoleIx, SkillIx};
use crate::ladder::Ladder;

/// Whether a role must have one of the chosen skills or all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MatchMode {
    /// At least one of them.
    #[default]
    Any,
    /// Every one of them.
    All,
}

/// The chosen skills, as in the address of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SkillFilter {
    /// The chosen skills, each once, in the order in which they were chosen.
    pub skills: Vec<Id>,
    /// How they combine.
    pub mode: MatchMode,
    /// The part of a large ladder that is shown.
    pub directory: DirectoryQuery,
}

impl SkillFilter {
    /// The filter with `skill` added at the end, unless it is there already.
    #[must_use]
    pub fn with(&self, skill: &Id) -> Self {
        let mut filter = self.clone();
        if !filter.skills.contains(skill) {
            filter.skills.push(skill.clone());
            filter.directory.page = 0;
        }
        filter
    }

    /// The filter without `skill`. Resets the mode if at most one skill is left.
    #[must_use]
    pub fn without(&self, skill: &Id) -> Self {
        let mut filter = self.clone();
        filter.skills.retain(|chosen| chosen != skill);
        filter.directory.page = 0;
        if filter.skills.len() < 2 {
            filter.mode = MatchMode::Any;
        }
        filter
    }

    /// The same part of the ladder without any chosen skill.
    #[must_use]
    pub fn without_skills(&self) -> Self {
        let directory = DirectoryQuery { page: 0, ..self.directory.clone() };
        Self { directory, ..Self::default() }
    }

    /// The filter with the ids that the skills have now.
    #[must_use]
    pub fn with_present_ids(&self, ladder: &Ladder) -> Self {
        let skills = distinct(self.skills.iter().map(|id| ladder.present_skill_id(id)));
        Self { skills, ..self.clone() }
    }

    /// The chosen ids that are not in this ladder.
    pub fn unknown_ids(&self, ladder: &Ladder) -> impl Iterator<Item = &Id> {
        self.skills.iter().filter(|id| ladder.skill_by_id(id).is_none())
    }
}

/// Whether and why a role matches a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleMatch {
    /// It matches and requires at least one of the skills itself.
    Requires,
    /// It matches through skills it carries over.
    CarriesOver,
    /// It does not match.
    NoMatch,
}

/// A filter applied to a ladder.
#[derive(Debug, PartialEq, Eq)]
pub struct FilterResult {
    skills: Vec<SkillIx>,
    mode: MatchMode,
    matches: Vec<RoleMatch>,
}

impl FilterResult {
    /// Filters the roles of `ladder`; unknown ids are ignored. `None` if no skill is chosen.
    #[must_use]
    pub fn new(ladder: &Ladder, filter: &SkillFilter) -> Option<Self> {
        let skills: Vec<_> = filter.skills.iter().filter_map(|id| ladder.skill_by_id(id)).collect();
        if skills.is_empty() {
            return None;
        }
        let matches =
            ladder.role_indices().map(|role| role_match(ladder, role, &skills, filter.mode));
        Some(Self { matches: matches.collect(), mode: filter.mode, skills })
    }

    /// The chosen skills.
    #[must_use]
    pub fn skills(&self) -> &[SkillIx] {
        &self.skills
    }

    /// How the chosen skills combine.
    #[must_use]
    pub fn mode(&self) -> MatchMode {
        self.mode
    }

    /// Whether and why `role` matches.
    #[must_use]
    pub fn role_match(&self, role: RoleIx) -> RoleMatch {
        self.matches[role.index()]
    }

    /// The roles that match in this way, in the document's order.
    pub fn roles(&self, wanted: RoleMatch) -> impl Iterator<Item = RoleIx> {
        let matches = self.matches.iter().enumerate();
        matches.filter(move |(_, found)| **found == wanted).map(|(role, _)| RoleIx::from(role))
    }
}

fn role_match(ladder: &Ladder, role: RoleIx, skills: &[SkillIx], mode: MatchMode) -> RoleMatch {
    let mut applies = skills.iter().map(|&skill| ladder.requirement_status(role, skill).applies());
    let is_match = match mode {
        MatchMode::Any => applies.any(|applies| applies),
        MatchMode::All => applies.all(|applies| applies),
    };
    let requires = skills.iter().any(|&skill| ladder[role].requirement(skill).is_some());
    match (is_match, requires) {
        (true, true) => RoleMatch::Requires,
        (true, false) => RoleMatch::CarriesOver,
        (false, _) => RoleMatch::NoMatch,
    }
}
