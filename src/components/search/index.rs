//! The search index of the open ladder, built while the browser is idle.

use crate::browser::text::NORMALIZER;
use crate::browser::time_slicing;
use crate::stores::SharedLadder;
use ladder::{SearchIndex, SearchResults};
use leptos::prelude::*;

/// A place for the index. Lives as long as the search dialog.
#[derive(Clone, Copy, Default)]
pub struct IndexSlot(StoredValue<Option<SearchIndex>>);

impl IndexSlot {
    /// Builds the index in slices, so that the page stays responsive.
    pub fn build_in_slices(self, ladder: SharedLadder) {
        time_slicing::run(move || self.add_next(&ladder));
    }

    /// Builds what is still missing.
    pub fn complete(self, ladder: &SharedLadder) {
        while self.add_next(ladder) {}
    }

    /// The results for what was typed.
    pub fn search(self, typed: &str) -> Vec<SearchResults> {
        let search = |index: &SearchIndex| index.search(typed);
        self.0.with_value(|index| index.as_ref().map(search)).unwrap_or_default()
    }

    /// Returns false once the index is complete or no longer needed.
    fn add_next(self, ladder: &SharedLadder) -> bool {
        let add = |slot: &mut Option<SearchIndex>| {
            slot.get_or_insert_with(|| SearchIndex::empty(ladder, NORMALIZER)).add_next(ladder)
        };
        self.0.try_update_value(add).unwrap_or(false)
    }
}
