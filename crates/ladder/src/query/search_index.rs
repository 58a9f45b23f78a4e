//! Search over roles, skills, responsibilities and resources.

use super::search_query::{SearchQuery, normalize, ranked};
use crate::document::{ResourceIx, RoleIx, SkillIx};
use crate::ladder::Ladder;

/// The most hits of one kind that are returned.
pub const MAX_HITS: usize = 6;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchHit {
    /// A role.
    Role(RoleIx),
    /// A skill.
    Skill(SkillIx),
    /// One of a role's responsibilities, by its index there.
    Responsibility(RoleIx, usize),
    /// A resource, and the first role that refers to it.
    Resource(ResourceIx, RoleIx),
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// At most [`MAX_HITS`], best first.
    pub hits: Vec<SearchHit>,
    /// The number of all matches.
    pub total: usize,
}

/// Every searchable text of a ladder, normalized once.
#[derive(Debug)]
pub struct SearchIndex {
    /// Roles, skills, responsibilities and resources, in the order of the results.
    kinds: [Vec<(SearchHit, String)>; 4],
}

impl SearchIndex {
    /// Indexes a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let [mut roles, mut skills, mut responsibilities, mut resources] = <[Vec<_>; 4]>::default();
        let mut first_role = vec![None; ladder.resources.len()];
        for ix in ladder.role_places() {
            let role = &ladder[ix];
            let names = role.also_known_as.iter().chain(&role.short_title).chain(&role.stage);
            roles.push((SearchHit::Role(ix), normalized_lines(&role.title, names)));
            for (at, statement) in role.responsibilities.iter().enumerate() {
                let hit = SearchHit::Responsibility(ix, at);
                responsibilities.push((hit, normalize(&statement.text)));
            }
            for reference in &role.resources {
                first_role[reference.resource.index()].get_or_insert(ix);
            }
        }
        for ix in ladder.skill_places() {
            let skill = &ladder[ix];
            let names = skill.short_name.iter().chain(&skill.also_known_as).chain(&skill.includes);
            skills.push((SearchHit::Skill(ix), normalized_lines(&skill.name, names)));
        }
        for ix in ResourceIx::all(ladder.resources.len()) {
            if let Some(role) = first_role[ix.index()] {
                let text = normalized_lines(&ladder[ix].title, &ladder[ix].provider);
                resources.push((SearchHit::Resource(ix, role), text));
            }
        }
        Self { kinds: [roles, skills, responsibilities, resources] }
    }

    /// The results for what was typed, by kind; kinds without a match are left out.
    #[must_use]
    pub fn search(&self, typed: &str) -> Vec<SearchResults> {
        let query = SearchQuery::new(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let results = self.kinds.iter().map(|kind| best(kind, &query));
        results.filter(|found| found.total > 0).collect()
    }
}

fn best(kind: &[(SearchHit, String)], query: &SearchQuery) -> SearchResults {
    let found = ranked(kind.len(), |at| query.score(&kind[at].1));
    let hits = found.iter().take(MAX_HITS).map(|&at| kind[at].0).collect();
    SearchResults { hits, total: found.len() }
}

/// The normalized texts, one a line.
pub(super) fn normalized_lines<'a>(
    first: &str,
    others: impl IntoIterator<Item = &'a String>,
) -> String {
    others.into_iter().fold(normalize(first), |text, other| text + "\n" + &normalize(other))
}
