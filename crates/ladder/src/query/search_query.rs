//! Text search: all words must match, in any order and regardless of case and accents.

use super::normalizer::Normalizer;
use crate::token::is_word_boundary;
use std::cmp::Reverse;
use std::ops::Range;

/// The score of a text whose first line is what was typed, at least.
pub(super) const EXACT: u32 = 1_000;

/// The words of a search.
#[derive(Clone, Debug)]
pub struct SearchQuery {
    words: Vec<String>,
    normalizer: Normalizer,
}

impl SearchQuery {
    /// Splits and normalizes what was typed.
    #[must_use]
    pub fn new(typed: &str, normalizer: Normalizer) -> Self {
        let words = typed.split_whitespace().map(|word| normalizer.normalize(word));
        Self { words: words.filter(|word| !word.is_empty()).collect(), normalizer }
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

    /// Whether `normalized`, the result of [`Normalizer::normalize`], contains every word.
    #[must_use]
    pub fn matches(&self, normalized: &str) -> bool {
        self.words.iter().all(|word| normalized.contains(word.as_str()))
    }

    /// How well `normalized` matches, higher is better; `None` if a word is missing. A line that is what
    /// was typed counts most, then a match at the start of the text, then one at the start of a word.
    #[must_use]
    pub fn score(&self, normalized: &str) -> Option<u32> {
        let words = self.words.iter().map(|word| word_score(normalized, word));
        let words: u32 = words.sum::<Option<u32>>()?;
        let is_exact = |line: &str| !self.is_empty() && line.split_whitespace().eq(self.words());
        Some(match normalized.lines().position(is_exact) {
            Some(0) => words + EXACT,
            Some(_) => words + EXACT / 2,
            None => words,
        })
    }

    /// Whether `text` contains one of the words.
    #[must_use]
    pub fn is_found_in(&self, text: &str) -> bool {
        let normalized = self.normalizer.normalize(text);
        self.words.iter().any(|word| normalized.contains(word.as_str()))
    }

    /// The parts of `text` to highlight, as byte ranges in order that do not overlap. A letter is never
    /// cut from its accents, nor an emoji into its parts.
    #[must_use]
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        if !self.is_found_in(text) {
            return Vec::new();
        }
        let (normalized, ends) = self.normalizer.normalize_clusters(text);
        let mut is_highlighted = vec![false; ends.len()];
        for word in &self.words {
            for (at, part) in normalized.match_indices(word.as_str()) {
                let first = ends.partition_point(|(end, _)| *end <= at);
                let last = ends.partition_point(|(end, _)| *end < at + part.len());
                is_highlighted[first..=last].fill(true);
            }
        }
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for ((_, end), is_highlighted) in ends.into_iter().zip(is_highlighted) {
            match ranges.last_mut() {
                _ if !is_highlighted => {}
                Some(last) if last.end == start => last.end = end,
                _ => ranges.push(start..end),
            }
            start = end;
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

/// How well a text matches one word; `None` if it does not contain it.
pub(super) fn word_score(normalized: &str, word: &str) -> Option<u32> {
    let first = normalized.find(word)?;
    if first == 0 {
        return Some(4);
    }
    let starts_word = normalized
        .match_indices(word)
        .any(|(at, _)| normalized[..at].chars().next_back().is_some_and(is_word_boundary));
    Some(if starts_word { 3 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::super::normalizer::tests::NORMALIZER;
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn query(typed: &str) -> SearchQuery {
        SearchQuery::new(typed, NORMALIZER)
    }

    #[test]
    fn words_match_in_any_order_and_case() {
        let frameworks = query("  ML  frame ");
        assert!(frameworks.matches(&NORMALIZER.normalize("Frameworks for ML")));
        assert!(!frameworks.matches(&NORMALIZER.normalize("Frameworks")));
        assert!(query("").matches("anything"));
        assert!(query("\u{ad}").is_empty());
    }

    #[test]
    fn the_exact_name_then_a_match_at_the_start_of_the_text_or_of_a_word_scores_higher() {
        let score = |text: &str| query("Data").score(text);
        assert!(score("data") > score("datalog\ndata"));
        assert!(score("datalog\ndata") > score("data governance"));
        assert!(score("data governance") > score("big data"));
        assert!(score("big data") > score("metadata"));
        assert_eq!(score("python"), None);
    }

    #[test]
    fn highlights_refer_to_the_original_text() {
        for (text, typed, expected) in [
            ("İstanbul Python python", "python", "Python|python"),
            ("İstanbul Python python", "pyth hon", "Python|python"),
            ("İstanbul Python python", "stan", "stan"),
            ("İstanbul Python python", "ist", "İst"),
            ("İstanbul Python python", "x", ""),
            ("Introduccio\u{301}n", "cio", "cio\u{301}"),
            ("👩\u{200d}🔧 Taller", "👩", "👩\u{200d}🔧"),
            ("👩\u{200d}🔧 Taller", "🔧", "👩\u{200d}🔧"),
            ("Straße", "ss", "ß"),
            ("Straße", "s", "S|ß"),
            ("ﾃﾞｰﾀ", "データ", "ﾃﾞｰﾀ"),
            ("データ管理", "テ", "デ"),
            ("co\u{ad}op", "coop", "co\u{ad}op"),
        ] {
            let ranges = query(typed).highlights(text).into_iter();
            let found: Vec<&str> = ranges.map(|range| &text[range]).collect();
            assert_eq!(found.join("|"), expected, "{typed} in {text}");
        }
    }

    proptest! {
        #[test]
        fn highlights_cut_no_character(text in "[a-zé\u{301}👩🔧\u{200d}ßﾃﾞ가-각 ]{0,30}", typed in "[a-zé👩🔧ßﾃ ]{0,3}") {
            let boundaries: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let is_boundary = |at: usize| at == text.len() || boundaries.contains(&at);
            let mut end = 0;
            for range in query(&typed).highlights(&text) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(is_boundary(range.start) && is_boundary(range.end));
                end = range.end;
            }
        }

        #[test]
        fn highlights_start_and_end_at_characters(text in "\\PC{0,40}", typed in "\\PC{0,6}") {
            for range in query(&typed).highlights(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
