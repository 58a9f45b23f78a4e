//! What changes from one text to another, word by word.

use super::stretch::{calmed, stretches};
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

    /// Nothing is compared word by word, but what two texts begin and end with alike.
    #[must_use]
    pub fn none() -> Self {
        Self(0)
    }

    pub(super) fn takes(&mut self, cells: usize) -> bool {
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
