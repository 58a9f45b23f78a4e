//! Search over everything that is written in a ladder.

use super::normalizer::Normalizer;
use super::search_hit::{ResourcePlace, SearchHit};
use super::search_query::{EXACT, SearchQuery, ranked, word_score};
use super::text_index::TextIndex;
use crate::document::{CategoryIx, ResourceRef, RoleIx, ScaleIx, SkillIx, TrackIx};
use crate::ladder::Ladder;
use fixedbitset::FixedBitSet;

/// The most hits of one kind that are returned.
pub const MAX_HITS: usize = 6;

/// What a match in the names counts more than one in the other texts.
const IN_NAMES: u32 = 100;

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchResults {
    /// At most [`MAX_HITS`], best first.
    pub hits: Vec<SearchHit>,
    /// The number of all matches.
    pub total: usize,
}

/// Every text of a ladder, normalized once.
#[derive(Debug)]
pub struct SearchIndex {
    normalizer: Normalizer,
    /// In the order of the results.
    kinds: [Kind; SearchHit::KINDS],
    /// The resources that are indexed already, or that wait for the reading because a note there says why they help.
    resources: Vec<bool>,
    /// How many of the roles and skills are indexed.
    done: usize,
}

/// The hits of one kind, and for each of them its names and its other texts.
#[derive(Debug, Default)]
struct Kind {
    hits: Vec<SearchHit>,
    names: TextIndex,
    bodies: TextIndex,
}

impl SearchIndex {
    /// Indexes a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, normalizer: Normalizer) -> Self {
        let mut index = Self::empty(ladder, normalizer);
        while index.add_next(ladder) {}
        index
    }

    /// An index to which [`SearchIndex::add_next`] adds the ladder piece by piece.
    #[must_use]
    pub fn empty(ladder: &Ladder, normalizer: Normalizer) -> Self {
        let mut resources = vec![false; ladder.resources.len()];
        noted_in_reading(ladder).for_each(|at| resources[at] = true);
        Self { normalizer, kinds: Default::default(), resources, done: 0 }
    }

    /// Adds the next role or skill of the ladder, the same one every time. Returns false once everything
    /// is there.
    pub fn add_next(&mut self, ladder: &Ladder) -> bool {
        let (roles, at) = (ladder.roles.len(), self.done);
        let Some(skill) = at.checked_sub(roles) else {
            self.done += 1;
            self.add_role(ladder, RoleIx::from(at));
            return true;
        };
        if skill > ladder.skills.len() {
            return false;
        }
        self.done += 1;
        if skill < ladder.skills.len() {
            let skill = SkillIx::from(skill);
            self.add(ladder, SearchHit::Skill(skill));
            self.add_resources(ladder, &ladder[skill].resources, ResourcePlace::Skill(skill));
        } else {
            noted_in_reading(ladder).for_each(|at| self.resources[at] = false);
            self.add_resources(ladder, &ladder.reading, ResourcePlace::Reading);
            self.add_about(ladder);
        }
        true
    }

    /// The results for what was typed, by kind; kinds without a match are left out. A kind with an exact
    /// match comes first.
    #[must_use]
    pub fn search(&self, typed: &str) -> Vec<SearchResults> {
        let query = SearchQuery::new(typed, self.normalizer);
        if query.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self.kinds.iter().filter_map(|kind| kind.best(&query)).collect();
        found.sort_by_key(|(is_exact, _)| !is_exact);
        found.into_iter().map(|(_, results)| results).collect()
    }

    fn add_role(&mut self, ladder: &Ladder, ix: RoleIx) {
        let role = &ladder[ix];
        self.add(ladder, SearchHit::Role(ix));
        for at in 0..role.responsibilities.len() {
            self.add(ladder, SearchHit::Responsibility(ix, at));
        }
        for (at, requirement) in role.skills.iter().enumerate() {
            if requirement.note.is_some() || !requirement.statements.is_empty() {
                self.add(ladder, SearchHit::Requirement(ix, at));
            }
        }
        self.add_resources(ladder, &role.resources, ResourcePlace::Role(ix));
    }

    fn add_resources(&mut self, ladder: &Ladder, all: &[ResourceRef], place: ResourcePlace) {
        for &ResourceRef { resource, .. } in all {
            if !std::mem::replace(&mut self.resources[resource.index()], true) {
                self.add(ladder, SearchHit::Resource(resource, place));
            }
        }
    }

    /// Adds what is said about the whole ladder and its categories.
    fn add_about(&mut self, ladder: &Ladder) {
        let categories = CategoryIx::all(ladder.categories.len());
        let categories = categories.filter(|ix| ladder[*ix].description.is_some());
        let tracks = TrackIx::all(ladder.tracks.len());
        let tracks = tracks.filter(|track| ladder[*track].description.is_some());
        let scales = std::iter::once(None).chain(ScaleIx::all(ladder.scales.len()).map(Some));
        let levels = scales.flat_map(|scale| ladder.level_indices(scale));
        let levels = levels.filter(|level| ladder[*level].description.is_some());
        let notes = (0..ladder.notes.len()).map(SearchHit::Note);
        let all = categories.map(SearchHit::Category).chain(tracks.map(SearchHit::Track));
        let all = all.chain(levels.map(SearchHit::Level)).chain(notes);
        all.for_each(|hit| self.add(ladder, hit));
    }

    fn add(&mut self, ladder: &Ladder, hit: SearchHit) {
        let texts = hit.texts(ladder);
        let kind = &mut self.kinds[hit.kind()];
        kind.hits.push(hit);
        kind.names.push(texts.names, self.normalizer);
        kind.bodies.push(texts.body, self.normalizer);
    }
}

/// The indices of the resources that the reading for the whole ladder has notes on.
fn noted_in_reading(ladder: &Ladder) -> impl Iterator<Item = usize> + '_ {
    let noted = ladder.reading.iter().filter(|reference| reference.note.is_some());
    noted.map(|reference| reference.resource.index())
}

impl Kind {
    /// The best hits, and whether the first one is called what was typed; `None` without any.
    fn best(&self, query: &SearchQuery) -> Option<(bool, SearchResults)> {
        let mut matching = FixedBitSet::with_capacity(self.hits.len());
        matching.insert_range(..);
        for word in query.words() {
            let mut containing = self.names.containing(word);
            containing.union_with(&self.bodies.containing(word));
            matching.intersect_with(&containing);
        }
        let score = |at: usize| matching[at].then(|| self.score(at, query));
        let found = ranked(self.names.len(), score);
        let is_exact = self.score(*found.first()?, query) >= EXACT;
        let hits = found.iter().take(MAX_HITS).map(|&at| self.hits[at]).collect();
        Some((is_exact, SearchResults { hits, total: found.len() }))
    }

    /// How well the entry at index `at` matches, given that it contains every word.
    fn score(&self, at: usize, query: &SearchQuery) -> u32 {
        let names = self.names.lines(at);
        match query.score(names) {
            Some(score) => score + IN_NAMES,
            None => query.words().filter_map(|word| word_score(names, word)).sum(),
        }
    }
}
