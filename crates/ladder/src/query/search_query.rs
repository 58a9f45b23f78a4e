//! Text search: all words must match, in any order and regardless of case.

use crate::token::is_word_boundary;
use std::cmp::Reverse;
use std::ops::Range;

/// The words of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    words: Vec<String>,
}

impl SearchQuery {
    /// Splits and normalizes what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: typed.split_whitespace().map(normalize).collect() }
    }

    /// Whether there is no word, so that everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The normalized words.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether `normalized`, the result of [`normalize`], contains every word.
    #[must_use]
    pub fn matches(&self, normalized: &str) -> bool {
        self.words.iter().all(|word| normalized.contains(word.as_str()))
    }

    /// How well `normalized` matches, higher is better; `None` if a word is missing. A match at the
    /// start of the text counts most, then one at the start of a word.
    #[must_use]
    pub fn score(&self, normalized: &str) -> Option<u32> {
        self.words.iter().map(|word| word_score(normalized, word)).sum()
    }

    /// The parts of `text` to highlight, as byte ranges in order that do not overlap.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let (normalized, origins) = normalize_with_origins(text);
        let mut is_highlighted = vec![false; text.len()];
        for word in &self.words {
            for (at, part) in normalized.match_indices(word.as_str()) {
                is_highlighted[origins[at]..origins[at + part.len()]].fill(true);
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for (at, _) in is_highlighted.iter().enumerate().filter(|(_, highlighted)| **highlighted) {
            match ranges.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => ranges.push(at..at + 1),
            }
        }
        ranges
    }
}

/// The indices below `len` that have a score, best score first; equal scores keep their order.
#[must_use]
pub fn ranked<T: Ord>(len: usize, mut score: impl FnMut(usize) -> Option<T>) -> Vec<usize> {
    let mut found: Vec<_> = (0..len).filter_map(|at| Some((Reverse(score(at)?), at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The text in the form in which texts are compared: lower case.
#[must_use]
pub fn normalize(text: &str) -> String {
    text.to_lowercase()
}

fn word_score(normalized: &str, word: &str) -> Option<u32> {
    let first = normalized.find(word)?;
    if first == 0 {
        return Some(4);
    }
    let starts_word = normalized
        .match_indices(word)
        .any(|(at, _)| normalized[..at].chars().next_back().is_some_and(is_word_boundary));
    Some(if starts_word { 3 } else { 1 })
}

/// Normalizes `text` and returns, for each byte of the result and for its end, the position it came
/// from. Works character by character, because normalizing can change a character's length.
fn normalize_with_origins(text: &str) -> (String, Vec<usize>) {
    let mut normalized = String::with_capacity(text.len());
    let mut origins = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        normalized.push_str(&normalize(c.encode_utf8(&mut [0; 4])));
        origins.resize(normalized.len(), at);
    }
    origins.push(text.len());
    (normalized, origins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_match_in_any_order_and_case() {
        let query = SearchQuery::new("  ML  frame ");
        assert!(query.matches(&normalize("Frameworks for ML")));
        assert!(!query.matches(&normalize("Frameworks")));
        assert!(SearchQuery::new("").matches("anything"));
    }

    #[test]
    fn a_match_at_the_start_of_the_text_or_of_a_word_scores_higher() {
        let score = |text: &str| SearchQuery::new("data").score(text);
        assert!(score("data governance") > score("big data"));
        assert!(score("big data") > score("metadata"));
        assert_eq!(score("python"), None);
    }

    #[test]
    fn highlights_refer_to_the_original_text() {
        let text = "İstanbul Python python";
        let highlighted = |typed| {
            let ranges = SearchQuery::new(typed).highlights(text).into_iter();
            ranges.map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(highlighted("python"), ["Python", "python"]);
        assert_eq!(highlighted("pyth hon"), ["Python", "python"]);
        assert_eq!(highlighted("stan"), ["stan"]);
        assert_eq!(highlighted("x"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn highlights_start_and_end_at_characters(text in "\\PC{0,40}", typed in "\\PC{0,6}") {
            let mut end = 0;
            for range in SearchQuery::new(&typed).highlights(&text) {
                prop_assert!(range.start >= end && text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
