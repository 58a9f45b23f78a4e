//! What becomes of statements from one list to another: kept, reworded, added, left behind.

use super::fold::ranked;
use super::word_bag::WordBag;
use crate::Statement;

/// What becomes of one statement. Holds its places in the first and in the second list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementChange {
    /// It stands in both, word for word.
    Kept(usize, usize),
    /// It says the same in other words: both carry the same id, or most of their words.
    Reworded(usize, usize),
    /// Only the second list has it.
    Added(usize),
    /// Only the first list has it.
    LeftBehind(usize),
}

impl StatementChange {
    /// Whether it stands in both, word for word.
    #[must_use]
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Kept(..))
    }
}

/// How alike two texts must be to count as the same statement in other words, in thousandths; half
/// of what they say, see [`WordBag::likeness`].
const ALIKE: u32 = 500;

/// The most pairs whose words are compared; beyond it, statements match by id or word for word
/// only. Far more than the 90 by 90 of the longest published roles.
const MOST_PAIRS: usize = 60_000;

/// Pairs the statements of two lists. First those with the same id, then those with the same words,
/// then the most alike (see [`ALIKE`]); each statement is in one pair at most. In the order of the
/// second list; what is left behind comes last. Turned around, the same pairs are found.
#[must_use]
pub(super) fn statement_changes(before: &[Statement], after: &[Statement]) -> Vec<StatementChange> {
    let mut pairs = Pairs { first: vec![None; before.len()], second: vec![None; after.len()] };
    // Word for word among those of the same id first is not needed: an id is there once.
    pairs.matching(before, after, &|a, b| a.id.is_some() && a.id == b.id);
    pairs.matching(before, after, &|a, b| a.text == b.text);
    pairs.alike(before, after);
    let second = pairs.second.iter().enumerate();
    let shown = second.map(|(to, from)| match *from {
        Some(from) if before[from].text == after[to].text => StatementChange::Kept(from, to),
        Some(from) => StatementChange::Reworded(from, to),
        None => StatementChange::Added(to),
    });
    let left = pairs.first.iter().enumerate().filter(|(_, to)| to.is_none());
    shown.chain(left.map(|(from, _)| StatementChange::LeftBehind(from))).collect()
}

/// For each statement its partner in the other list, as far as it has one.
struct Pairs {
    first: Vec<Option<usize>>,
    second: Vec<Option<usize>>,
}

impl Pairs {
    /// Pairs what is still free and matches, the nth of its kind with the nth of its kind.
    fn matching(
        &mut self,
        before: &[Statement],
        after: &[Statement],
        is_match: &dyn Fn(&Statement, &Statement) -> bool,
    ) {
        for (from, statement) in before.iter().enumerate() {
            if self.first[from].is_none() {
                let mut free =
                    after.iter().enumerate().filter(|(to, _)| self.second[*to].is_none());
                if let Some((to, _)) = free.find(|(_, other)| is_match(statement, other)) {
                    self.join(from, to);
                }
            }
        }
    }

    /// Pairs what is still free by likeness, the most alike first; where two pairs are as alike, the
    /// one that moves least, then the one further up. So it is the same pair from either side.
    fn alike(&mut self, before: &[Statement], after: &[Statement]) {
        let free = |partners: &[Option<usize>]| -> Vec<usize> {
            (0..partners.len()).filter(|&at| partners[at].is_none()).collect()
        };
        let (first, second) = (free(&self.first), free(&self.second));
        if first.len() * second.len() > MOST_PAIRS {
            return;
        }
        let bags = |list: &[Statement], places: &[usize]| -> Vec<WordBag> {
            places.iter().map(|&at| WordBag::of(&list[at].text)).collect()
        };
        let (from_bags, to_bags) = (bags(before, &first), bags(after, &second));
        let places = |pair: usize| (pair / second.len(), pair % second.len());
        let found = ranked(first.len() * second.len(), &mut |pair| {
            let (from, to) = places(pair);
            let likeness = from_bags[from].likeness(&to_bags[to]);
            (likeness >= ALIKE).then(|| {
                let (from, to) = (first[from].min(500), second[to].min(500));
                // 1,000 likenesses, 501 distances and 1,001 sums fit into 32 bits.
                let (moved, down) = (from.abs_diff(to), from + to);
                likeness << 20 | u32::try_from((500 - moved) << 10 | (1_000 - down)).unwrap_or(0)
            })
        });
        for pair in found {
            let (from, to) = places(pair);
            let (from, to) = (first[from], second[to]);
            if self.first[from].is_none() && self.second[to].is_none() {
                self.join(from, to);
            }
        }
    }

    fn join(&mut self, from: usize, to: usize) {
        self.first[from] = Some(to);
        self.second[to] = Some(from);
    }
}
