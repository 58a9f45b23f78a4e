//! What changes from one text to another, word by word.

use super::words::{Word, words};

/// What becomes of a part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands in both texts.
    Kept,
    /// Only the first text has it.
    Removed,
    /// Only the second text has it.
    Added,
}

/// A part of a text, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What becomes of it.
    pub fate: Fate,
    /// The white space before it, which is not part of the change. What is added in place of
    /// something removed never touches it: there is a space even where the text has none.
    pub space: String,
    /// The words.
    pub text: String,
}

/// How much may be compared word by word for one page: a number of pairs of words. What it does not
/// suffice for is shown as replaced whole, so that no text can keep a page waiting.
#[derive(Debug)]
pub struct Budget(usize);

impl Budget {
    /// The most for one pair of texts: about 1,000 words against 1,000.
    const MOST_AT_ONCE: usize = 1_000_000;

    /// Enough for a page: some ten milliseconds.
    #[must_use]
    pub fn of_a_page() -> Self {
        Self(6_000_000)
    }

    fn takes(&mut self, cells: usize) -> bool {
        let takes = cells <= self.0.min(Self::MOST_AT_ONCE);
        if takes {
            self.0 -= cells;
        }
        takes
    }
}

/// The parts of both texts in the order in which they are read, what is removed before what stands
/// in its place. The kept and removed parts are `before`, the kept and added ones `after`, but for
/// white space. A few words kept between longer changes count as changed, because a text that
/// changes with every other word cannot be read.
#[must_use]
pub fn word_difference(before: &str, after: &str, budget: &mut Budget) -> Vec<Part> {
    let (before, after): (Vec<Word>, Vec<Word>) = (words(before).collect(), words(after).collect());
    let mut parts = Vec::new();
    for stretch in calmed(stretches(&before, &after, budget)) {
        let removed = &before[stretch.removed.0..stretch.removed.1];
        let added = &after[stretch.added.0..stretch.added.1];
        if stretch.is_kept {
            push(&mut parts, Fate::Kept, added);
        } else {
            push(&mut parts, Fate::Removed, removed);
            push(&mut parts, Fate::Added, added);
        }
    }
    parts
}

fn push(parts: &mut Vec<Part>, fate: Fate, words: &[Word]) {
    let Some((first, others)) = words.split_first() else { return };
    let mut text = first.text.to_owned();
    for word in others {
        text.push_str(word.space);
        text.push_str(word.text);
    }
    let touches =
        parts.last().is_some_and(|last| (last.fate, fate) == (Fate::Removed, Fate::Added));
    let space = if touches && first.space.is_empty() { " " } else { first.space };
    parts.push(Part { fate, space: space.to_owned(), text });
}

/// A run of words that are kept, or of words that are replaced by others (either may be none).
#[derive(Clone, Copy, Debug)]
struct Stretch {
    is_kept: bool,
    /// From where to where in the first text.
    removed: (usize, usize),
    /// From where to where in the second text.
    added: (usize, usize),
    /// The letters in the longer side.
    letters: usize,
}

/// The stretches in order, each as long as it can be: a longest common subsequence of the words.
fn stretches(before: &[Word], after: &[Word], budget: &mut Budget) -> Vec<Stretch> {
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
fn calmed(stretches: Vec<Stretch>) -> Vec<Stretch> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn difference(before: &str, after: &str) -> Vec<Part> {
        word_difference(before, after, &mut Budget::of_a_page())
    }

    /// The parts as text: `[-removed-]`, `{+added+}`.
    fn told(before: &str, after: &str) -> String {
        let part = |part: Part| match part.fate {
            Fate::Kept => format!("{}{}", part.space, part.text),
            Fate::Removed => format!("{}[-{}-]", part.space, part.text),
            Fate::Added => format!("{}{{+{}+}}", part.space, part.text),
        };
        difference(before, after).into_iter().map(part).collect()
    }

    /// A text's words with one space between them.
    fn spaced(text: &str) -> String {
        words(text).map(|word| word.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn tells_what_changes_word_by_word() {
        for (before, after, expected) in [
            ("Lead a team.", "Lead a team.", "Lead a team."),
            ("Lead a team.", "Lead two teams.", "Lead [-a team-] {+two teams+}."),
            ("Lead a team.", "Lead a large team.", "Lead a {+large+} team."),
            ("Lead a large team.", "Lead a team.", "Lead a [-large-] team."),
            ("", "Lead.", "{+Lead.+}"),
            ("Lead.", "", "[-Lead.-]"),
            ("", "", ""),
            // What is kept between longer changes is a coincidence.
            (
                "Write of models",
                "Speaking of markets",
                "[-Write of models-] {+Speaking of markets+}",
            ),
            ("one\n\ntwo", "one two", "one two"),
            ("研究する", "研究した", "研究[-する-] {+した+}"),
        ] {
            assert_eq!(told(before, after), expected);
        }
    }

    #[test]
    fn a_spent_budget_replaces_what_differs_whole() {
        let told = |budget: &mut Budget| word_difference("a b c d", "a x c d", budget).len();
        assert_eq!(told(&mut Budget(1)), 4, "the same at both ends costs nothing");
        let before = "one two three four five six seven";
        let parts = word_difference(before, "zero two three four five six 7", &mut Budget(3));
        assert_eq!(parts.len(), 2);
        let long = "a b ".repeat(2_500);
        let other = "b c ".repeat(2_500);
        assert_eq!(difference(&long, &other).len(), 2);
    }

    proptest! {
        #[test]
        fn kept_and_removed_is_before_and_kept_and_added_is_after(
            before in "([ab.]{1,2} ?){0,14}", after in "([ab.]{1,2} ?){0,14}", budget in 0_usize..300,
        ) {
            let parts = word_difference(&before, &after, &mut Budget(budget));
            let without = |fate| parts.iter().filter(|part| part.fate != fate)
                .map(|part| spaced(&part.text)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(without(Fate::Added), spaced(&before));
            prop_assert_eq!(without(Fate::Removed), spaced(&after));
            let turned: Vec<Fate> = difference(&after, &before).iter().map(|part| part.fate).collect();
            prop_assert_eq!(turned.contains(&Fate::Added), difference(&before, &after).iter().any(|p| p.fate == Fate::Removed));
        }
    }
}
