//! How alike two texts are, by the words they share.

use super::fold::{fold, ranked};
use super::words::{WordKind, words};

/// The words of a text without their order, so that two texts are compared in a moment.
#[derive(Debug)]
pub(super) struct WordBag {
    /// A number for each word, in order of the numbers, as often as it stands there; its lowest bit
    /// is its weight less one.
    numbers: Vec<u32>,
    weight: u32,
}

/// The most words of a text that are looked at: the beginning says what a statement is about.
const MOST_WORDS: usize = 250;

/// Words of up to so many letters (of, the, and, with …) count half in most languages they stand in.
const SHORT: usize = 3;

impl WordBag {
    /// The words of `text`, without regard to case; marks between them do not count.
    pub(super) fn of(text: &str) -> Self {
        let folded = fold(text);
        let found = words(&folded).filter(|word| word.kind == WordKind::Word).take(MOST_WORDS);
        let unsorted: Vec<u32> = found.map(|word| number(word.text)).collect();
        let by_number = ranked(unsorted.len(), &mut |at| Some(u32::MAX - unsorted[at]));
        let numbers: Vec<u32> = by_number.into_iter().map(|at| unsorted[at]).collect();
        let weight = numbers.iter().copied().map(weight).sum();
        Self { numbers, weight }
    }

    /// How alike two texts are, in thousandths: twice the weight of the words in both over the
    /// weight of the words in each (the Sørensen–Dice coefficient). Texts without words are not alike.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        let (mut mine, mut theirs) =
            (self.numbers.iter().peekable(), other.numbers.iter().peekable());
        let mut shared = 0;
        while let (Some(&&a), Some(&&b)) = (mine.peek(), theirs.peek()) {
            if a <= b {
                mine.next();
            }
            if b <= a {
                theirs.next();
            }
            if a == b {
                shared += weight(a);
            }
        }
        (2_000 * shared).checked_div(self.weight + other.weight).unwrap_or(0)
    }
}

fn weight(number: u32) -> u32 {
    1 + (number & 1)
}

/// A number for a word, by FNV-1a; two words of a comparison share one about never.
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv-17>
fn number(word: &str) -> u32 {
    let hash = word
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let is_long = word.chars().nth(SHORT).is_some() || word.chars().any(|c| c > '\u{2e7f}');
    hash & !1 | u32::from(is_long)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_two_texts_share() {
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
            assert_eq!(WordBag::of(one).likeness(&WordBag::of(other)), expected, "{one} {other}");
            assert_eq!(WordBag::of(other).likeness(&WordBag::of(one)), expected, "{other} {one}");
        }
    }
}
