//! The names of all skills, normalized once for filtering as you type.

use super::normalizer::Normalizer;
use super::search_query::SearchQuery;
use super::text_index::TextIndex;
use crate::document::Skill;
use crate::ladder::Ladder;
use fixedbitset::FixedBitSet;

/// Each skill's names and the tools it includes.
#[derive(Debug)]
pub struct SkillNameIndex {
    names: TextIndex,
    normalizer: Normalizer,
}

impl SkillNameIndex {
    /// Indexes the skills of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, normalizer: Normalizer) -> Self {
        let mut names = TextIndex::default();
        for skill in &ladder.skills {
            names.push(skill_names(skill), normalizer);
        }
        Self { names, normalizer }
    }

    /// What was typed, for [`SkillNameIndex::score`].
    #[must_use]
    pub fn query(&self, typed: &str) -> SearchQuery {
        SearchQuery::new(typed, self.normalizer)
    }

    /// How well the skill at index `at` matches; `None` if a word is missing.
    #[must_use]
    pub fn score(&self, at: usize, query: &SearchQuery) -> Option<u32> {
        query.score(self.names.lines(at))
    }

    /// The skills whose texts contain every word of what was typed.
    pub(super) fn matching(&self, typed: &str) -> FixedBitSet {
        self.names.matching(&self.query(typed))
    }
}

/// The names by which a skill is found, its own first.
pub(super) fn skill_names(skill: &Skill) -> impl Iterator<Item = &str> {
    let others = skill.short_name.iter().chain(&skill.also_known_as).chain(&skill.includes);
    std::iter::once(&skill.name).chain(others).map(String::as_str)
}
