//! Finding what a visitor typed: letters compared without regard to case, words in any order.

use super::words::stands_between_words;
use std::ops::Range;

/// What was typed, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// Folds what was typed into words.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        Self { words: typed.split_whitespace().map(fold).collect() }
    }

    /// Whether there is nothing to look for, so that everything is found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether each word stands somewhere in `folded`, a text that went through [`fold`].
    #[must_use]
    pub fn is_in(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// How well `folded` answers, more is better; `None` where a word is missing.
    ///
    /// The beginning of the text counts most, then the beginning of a word, then anywhere.
    #[must_use]
    pub fn score(&self, folded: &str) -> Option<u32> {
        self.words.iter().try_fold(0, |sum, word| Some(sum + word_score(folded, word)?))
    }

    /// Where the words stand in `text`, as byte ranges in order that do not overlap.
    #[must_use]
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let (folded, origin) = fold_with_origin(text);
        let mut is_marked = vec![false; text.len()];
        for word in &self.words {
            for (at, part) in folded.match_indices(word.as_str()) {
                is_marked[origin[at]..origin[at + part.len()]].fill(true);
            }
        }
        let mut marks: Vec<Range<usize>> = Vec::new();
        for (at, _) in is_marked.iter().enumerate().filter(|(_, marked)| **marked) {
            match marks.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                _ => marks.push(at..at + 1),
            }
        }
        marks
    }
}

/// The places of what answers, best first and else in their order. `score` says how well each of
/// `len` things answers. The only sorting there is: each more would cost the program 3 KB.
#[must_use]
pub fn ranked(len: usize, score: &mut dyn FnMut(usize) -> Option<u32>) -> Vec<usize> {
    let mut found: Vec<(u32, usize)> =
        (0..len).filter_map(|at| Some((u32::MAX - score(at)?, at))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// The text as it is compared: lower case.
#[must_use]
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

fn word_score(folded: &str, word: &str) -> Option<u32> {
    let first = folded.find(word)?;
    if first == 0 {
        return Some(4);
    }
    let begins_word = folded
        .match_indices(word)
        .any(|(at, _)| folded[..at].chars().next_back().is_some_and(stands_between_words));
    Some(if begins_word { 3 } else { 1 })
}

/// Folds `text` and says for each byte of the outcome (and its end) where it came from. Maps
/// letter by letter, because folding can change a letter's length.
fn fold_with_origin(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
        // Inside a letter the origin is its beginning; its end is the next letter's beginning.
        origin.resize(folded.len(), at);
    }
    origin.push(text.len());
    (folded, origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_words_in_any_order_and_case() {
        let needle = Needle::new("  ML  frame ");
        assert!(needle.is_in(&fold("Frameworks for ML")));
        assert!(!needle.is_in(&fold("Frameworks")));
        assert!(Needle::new("").is_in("anything"));
    }

    #[test]
    fn ranks_beginnings_first() {
        let score = |text: &str| Needle::new("data").score(text);
        assert!(score("data governance") > score("big data"));
        assert!(score("big data") > score("metadata"));
        assert_eq!(score("python"), None);
    }

    #[test]
    fn marks_the_letters_as_they_are_written() {
        let text = "İstanbul Python python";
        let marked = |typed| {
            let marks = Needle::new(typed).marks(text).into_iter();
            marks.map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marked("python"), ["Python", "python"]);
        assert_eq!(marked("pyth hon"), ["Python", "python"]);
        assert_eq!(marked("stan"), ["stan"]);
        assert_eq!(marked("x"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn marks_are_always_on_letter_boundaries(text in "\\PC{0,40}", typed in "\\PC{0,6}") {
            let mut end = 0;
            for range in Needle::new(&typed).marks(&text) {
                prop_assert!(range.start >= end && text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}
