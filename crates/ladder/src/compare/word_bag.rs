//! How similar two texts are, by the words they have in common.

use crate::token::{TokenKind, tokens};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The words of a text without their order.
#[derive(Debug)]
pub(super) struct WordBag {
    /// The hash and weight of each word, sorted; as often as the word occurs.
    words: Vec<(u64, u32)>,
    weight: u32,
}

/// The most words of a text that count: its beginning says what a statement is about.
const MAX_WORDS: usize = 250;

/// Words of at most this many letters (of, the, and, with …) have half the weight.
const SHORT_WORD: usize = 3;

impl WordBag {
    /// The words of `text`, regardless of case and without punctuation.
    pub(super) fn new(text: &str) -> Self {
        let text = text.to_lowercase();
        let found = tokens(&text).filter(|token| token.kind == TokenKind::Word).take(MAX_WORDS);
        let mut words: Vec<_> = found.map(|word| (hash(word.text), weight(word.text))).collect();
        words.sort_unstable();
        let weight = words.iter().map(|(_, weight)| weight).sum();
        Self { words, weight }
    }

    /// The Sørensen–Dice coefficient in thousandths: twice the weight of the common words, divided
    /// by the weight of all words. Texts without words are not similar.
    pub(super) fn similarity(&self, other: &Self) -> u32 {
        let (mut a, mut b) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut common = 0;
        while let (Some(&first), Some(&second)) = (a.peek(), b.peek()) {
            if first <= second {
                a.next();
            }
            if second <= first {
                b.next();
            }
            if first == second {
                common += first.1;
            }
        }
        (2_000 * common).checked_div(self.weight + other.weight).unwrap_or(0)
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn weight(word: &str) -> u32 {
    // A word of a script such as Han is a single character.
    let is_long = word.chars().nth(SHORT_WORD).is_some() || word.chars().any(|c| c > '\u{2e7f}');
    if is_long { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_is_the_weighted_share_of_common_words() {
        for (one, other, expected) in [
            ("Lead the team.", "lead the TEAM", 1_000),
            ("Lead the team.", "", 0),
            ("", "", 0),
            ("- !", "- !", 0),
            // lead 2, the 1, team 2 | lead 2, the 1, office 2.
            ("Lead the team.", "Lead the office.", 600),
            ("a a a", "a", 500),
            ("管理", "管理", 1_000),
        ] {
            assert_eq!(WordBag::new(one).similarity(&WordBag::new(other)), expected, "{one}");
            assert_eq!(WordBag::new(other).similarity(&WordBag::new(one)), expected, "{other}");
        }
    }
}
