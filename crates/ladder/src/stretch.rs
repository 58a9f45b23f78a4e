//! Stretches of words: those two texts have in common, and what stands between them in each.

use super::word_difference::Budget;
use super::words::Word;

/// A run of words that are kept, or of words that are replaced by others (either may be none).
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) is_kept: bool,
    /// From where to where in the first text.
    pub(super) removed: (usize, usize),
    /// From where to where in the second text.
    pub(super) added: (usize, usize),
    /// The letters in the longer side.
    letters: usize,
}

/// The stretches in order, each as long as it can be: a longest common subsequence of the words.
pub(super) fn stretches(before: &[Word], after: &[Word], budget: &mut Budget) -> Vec<Stretch> {
    let is_same = |(a, b): &(&Word, &Word)| a.text == b.text;
    let head = before.iter().zip(after).take_while(is_same).count();
    let (rest_before, rest_after) = (&before[head..], &after[head..]);
    let tail = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(is_same).count();
    let middle_before = &rest_before[..rest_before.len() - tail];
    let middle_after = &rest_after[..rest_after.len() - tail];
    let pairs = common_words(middle_before, middle_after, budget);
    let kept = (0..head).map(|at| (at, at));
    let kept = kept.chain(pairs.into_iter().map(|(a, b)| (head + a, head + b)));
    let kept = kept.chain((1..=tail).rev().map(|at| (before.len() - at, after.len() - at)));
    let mut runs = Runs { before, after, all: Vec::new(), at: (0, 0) };
    for pair in kept {
        runs.keep(pair);
    }
    runs.change_until((before.len(), after.len()));
    runs.all
}

/// The places of the words of a longest common subsequence; none where the budget does not suffice.
fn common_words(before: &[Word], after: &[Word], budget: &mut Budget) -> Vec<(usize, usize)> {
    let width = after.len() + 1;
    if before.is_empty() || after.is_empty() || !budget.takes(before.len() * width) {
        return Vec::new();
    }
    // The length of the longest one of what follows each pair of places.
    let mut lengths = vec![0_u16; (before.len() + 1) * width];
    for a in (0..before.len()).rev() {
        for b in (0..after.len()).rev() {
            let here = a * width + b;
            lengths[here] = if before[a].text == after[b].text {
                lengths[here + width + 1].saturating_add(1)
            } else {
                lengths[here + width].max(lengths[here + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < before.len() && b < after.len() {
        if before[a].text == after[b].text {
            pairs.push((a, b));
            a += 1;
            b += 1;
        } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

struct Runs<'a> {
    before: &'a [Word<'a>],
    after: &'a [Word<'a>],
    all: Vec<Stretch>,
    at: (usize, usize),
}

impl Runs<'_> {
    fn keep(&mut self, pair: (usize, usize)) {
        self.change_until(pair);
        let (next, letters) = ((pair.0 + 1, pair.1 + 1), self.after[pair.1].text.len());
        match self.all.last_mut() {
            Some(last) if last.is_kept => {
                (last.removed.1, last.added.1) = next;
                last.letters += letters;
            }
            _ => self.all.push(Stretch {
                is_kept: true,
                removed: (pair.0, next.0),
                added: (pair.1, next.1),
                letters,
            }),
        }
        self.at = next;
    }

    fn change_until(&mut self, end: (usize, usize)) {
        if self.at != end {
            let letters = |words: &[Word]| words.iter().map(|word| word.text.len()).sum::<usize>();
            let removed = letters(&self.before[self.at.0..end.0]);
            let added = letters(&self.after[self.at.1..end.1]);
            self.all.push(Stretch {
                is_kept: false,
                removed: (self.at.0, end.0),
                added: (self.at.1, end.1),
                letters: removed.max(added),
            });
        }
    }
}

/// Joins two changes over what is kept between them, where that is no longer than either.
pub(super) fn calmed(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut calm: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        calm.push(stretch);
        while let [.., first, kept, last] = calm.as_slice() {
            let is_short = kept.is_kept && kept.letters <= first.letters.min(last.letters);
            if !is_short {
                break;
            }
            let joined = Stretch {
                is_kept: false,
                removed: (first.removed.0, last.removed.1),
                added: (first.added.0, last.added.1),
                letters: first.letters + kept.letters + last.letters,
            };
            calm.truncate(calm.len() - 3);
            calm.push(joined);
        }
    }
    calm
}
