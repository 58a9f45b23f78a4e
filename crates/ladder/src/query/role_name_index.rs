//! The names of all roles, normalized once for filtering as you type.

use super::directory::role_names;
use super::normalizer::Normalizer;
use super::search_query::SearchQuery;
use super::text_index::TextIndex;
use crate::ladder::Ladder;

/// Each role's title, other titles, stage, family and grade.
#[derive(Debug)]
pub struct RoleNameIndex {
    names: TextIndex,
    normalizer: Normalizer,
}

impl RoleNameIndex {
    /// Indexes the roles of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, normalizer: Normalizer) -> Self {
        let mut names = TextIndex::default();
        for role in &ladder.roles {
            names.push(role_names(role), normalizer);
        }
        Self { names, normalizer }
    }

    /// What was typed, for [`RoleNameIndex::score`].
    #[must_use]
    pub fn query(&self, typed: &str) -> SearchQuery {
        SearchQuery::new(typed, self.normalizer)
    }

    /// The number of roles.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are no roles.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How well the role at index `at` matches; `None` if a word is missing.
    #[must_use]
    pub fn score(&self, at: usize, query: &SearchQuery) -> Option<u32> {
        query.score(self.names.lines(at))
    }

    /// The roles whose names contain every word of what was typed.
    pub(super) fn matching(&self, typed: &str) -> fixedbitset::FixedBitSet {
        self.names.matching(&self.query(typed))
    }
}
