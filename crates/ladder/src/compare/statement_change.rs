//! Which statements of two lists correspond: unchanged, reworded, added or removed.

use super::word_bag::WordBag;
use crate::document::Statement;
use crate::query::ranked;
use std::cmp::Reverse;

/// The change of one statement, with its index in the first and in the second list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementChange {
    /// Both lists have it, word for word.
    Unchanged(usize, usize),
    /// Both lists have it in different words: with the same id, or with most words in common.
    Reworded(usize, usize),
    /// Only the second list has it.
    Added(usize),
    /// Only the first list has it.
    Removed(usize),
}

impl StatementChange {
    /// Whether both lists have it, word for word.
    #[must_use]
    pub fn is_unchanged(self) -> bool {
        matches!(self, Self::Unchanged(..))
    }
}

/// The similarity from which two texts count as the same statement reworded, in thousandths; see
/// [`WordBag::similarity`].
const MIN_SIMILARITY: u32 = 500;

/// The most pairs whose words are compared. Above it, statements match by id or word for word only.
/// The longest published roles have 90 statements.
const MAX_PAIRS: usize = 60_000;

/// Matches the statements of two lists, each with at most one other: first by id, then word for
/// word, then by similarity. In the order of the second list; removed statements come last. The
/// pairs are the same in the other direction.
#[must_use]
pub(crate) fn statement_changes(before: &[Statement], after: &[Statement]) -> Vec<StatementChange> {
    let mut pairs = Pairs { to: vec![None; before.len()], from: vec![None; after.len()] };
    pairs.match_by(before, after, |a, b| a.id.is_some() && a.id == b.id);
    pairs.match_by(before, after, |a, b| a.text.as_str() == b.text.as_str());
    pairs.match_similar(before, after);
    let matched = pairs.from.iter().enumerate().map(|(to, from)| match *from {
        Some(from) if before[from].text.as_str() == after[to].text.as_str() => {
            StatementChange::Unchanged(from, to)
        }
        Some(from) => StatementChange::Reworded(from, to),
        None => StatementChange::Added(to),
    });
    let removed = unmatched(&pairs.to).into_iter().map(StatementChange::Removed);
    matched.chain(removed).collect()
}

/// For each statement, the index of its counterpart in the other list.
struct Pairs {
    to: Vec<Option<usize>>,
    from: Vec<Option<usize>>,
}

impl Pairs {
    /// Pairs each unmatched statement with the first unmatched one for which `is_match` holds.
    fn match_by(
        &mut self,
        before: &[Statement],
        after: &[Statement],
        is_match: impl Fn(&Statement, &Statement) -> bool,
    ) {
        for from in unmatched(&self.to) {
            let mut candidates = unmatched(&self.from).into_iter();
            if let Some(to) = candidates.find(|&to| is_match(&before[from], &after[to])) {
                self.pair(from, to);
            }
        }
    }

    /// Pairs the unmatched statements by similarity, the most similar first. Among equals, the pair
    /// that moves least wins, then the one further up.
    fn match_similar(&mut self, before: &[Statement], after: &[Statement]) {
        let (from, to) = (unmatched(&self.to), unmatched(&self.from));
        if from.len() * to.len() > MAX_PAIRS {
            return;
        }
        let bags = |list: &[Statement], indices: &[usize]| -> Vec<WordBag> {
            indices.iter().map(|&at| WordBag::new(&list[at].text)).collect()
        };
        let (from_bags, to_bags) = (bags(before, &from), bags(after, &to));
        let split = |pair: usize| (pair / to.len(), pair % to.len());
        let similar = ranked(from.len() * to.len(), |pair| {
            let (a, b) = split(pair);
            let similarity = from_bags[a].similarity(&to_bags[b]);
            let (from, to) = (from[a], to[b]);
            (similarity >= MIN_SIMILARITY)
                .then(|| (similarity, Reverse(from.abs_diff(to)), Reverse(from + to)))
        });
        for pair in similar {
            let (a, b) = split(pair);
            if self.to[from[a]].is_none() && self.from[to[b]].is_none() {
                self.pair(from[a], to[b]);
            }
        }
    }

    fn pair(&mut self, from: usize, to: usize) {
        self.to[from] = Some(to);
        self.from[to] = Some(from);
    }
}

fn unmatched(counterparts: &[Option<usize>]) -> Vec<usize> {
    (0..counterparts.len()).filter(|&at| counterparts[at].is_none()).collect()
}
