//! What changes from one text to another, word by word.

use super::diff_budget::DiffBudget;
use super::diff_hunk::{hunks, merge_close_changes};
use crate::token::{Token, tokens};
use similar::ChangeTag;

/// A part of a text that is equal, deleted or inserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffPart {
    /// Which of the two texts has it.
    pub tag: ChangeTag,
    /// The white space before it, which is not part of the change. Never empty between a deleted
    /// part and the inserted one that replaces it.
    pub space: String,
    /// The words.
    pub text: String,
}

/// The parts of both texts in reading order, each deletion before the insertion that replaces it.
/// The equal and deleted parts make up `before`, the equal and inserted ones `after`, except for
/// white space. A few equal words between longer changes count as changed.
#[must_use]
pub fn word_diff(before: &str, after: &str, budget: &mut DiffBudget) -> Vec<DiffPart> {
    let before: Vec<Token> = tokens(before).collect();
    let after: Vec<Token> = tokens(after).collect();
    let mut parts = Vec::new();
    for hunk in merge_close_changes(hunks(&before, &after, budget)) {
        if hunk.is_equal {
            push(&mut parts, ChangeTag::Equal, &after[hunk.after]);
        } else {
            push(&mut parts, ChangeTag::Delete, &before[hunk.before]);
            push(&mut parts, ChangeTag::Insert, &after[hunk.after]);
        }
    }
    parts
}

fn push(parts: &mut Vec<DiffPart>, tag: ChangeTag, tokens: &[Token]) {
    let Some((first, others)) = tokens.split_first() else { return };
    let mut text = first.text.to_owned();
    for token in others {
        text.push_str(token.space);
        text.push_str(token.text);
    }
    let replaces =
        tag == ChangeTag::Insert && parts.last().is_some_and(|last| last.tag == ChangeTag::Delete);
    let space = if replaces && first.space.is_empty() { " " } else { first.space };
    parts.push(DiffPart { tag, space: space.to_owned(), text });
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn diff(before: &str, after: &str) -> Vec<DiffPart> {
        word_diff(before, after, &mut DiffBudget::for_page())
    }

    /// The parts as text: `[-deleted-]`, `{+inserted+}`.
    fn marked(before: &str, after: &str) -> String {
        let part = |part: DiffPart| match part.tag {
            ChangeTag::Equal => format!("{}{}", part.space, part.text),
            ChangeTag::Delete => format!("{}[-{}-]", part.space, part.text),
            ChangeTag::Insert => format!("{}{{+{}+}}", part.space, part.text),
        };
        diff(before, after).into_iter().map(part).collect()
    }

    /// A text's words with one space between them.
    fn spaced(text: &str) -> String {
        tokens(text).map(|token| token.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_diff_shows_deleted_and_inserted_words() {
        for (before, after, expected) in [
            ("Lead a team.", "Lead a team.", "Lead a team."),
            ("Lead a team.", "Lead two teams.", "Lead [-a team-] {+two teams+}."),
            ("Lead a team.", "Lead a large team.", "Lead a {+large+} team."),
            ("Lead a large team.", "Lead a team.", "Lead a [-large-] team."),
            ("", "Lead.", "{+Lead.+}"),
            ("Lead.", "", "[-Lead.-]"),
            ("", "", ""),
            // A few equal words between longer changes count as changed.
            (
                "Write of models",
                "Speaking of markets",
                "[-Write of models-] {+Speaking of markets+}",
            ),
            ("one\n\ntwo", "one two", "one two"),
            ("研究する", "研究した", "研究[-する-] {+した+}"),
        ] {
            assert_eq!(marked(before, after), expected);
        }
    }

    #[test]
    fn texts_that_exceed_the_budget_are_replaced_whole() {
        let parts = |budget: &mut DiffBudget| word_diff("a b c d", "a x c d", budget).len();
        assert_eq!(parts(&mut DiffBudget::new(1)), 4, "a common start and end cost nothing");
        let before = "one two three four five six seven";
        let parts = word_diff(before, "zero two three four five six 7", &mut DiffBudget::new(3));
        assert_eq!(parts.len(), 2);
        let long = "a b ".repeat(2_500);
        let other = "b c ".repeat(2_500);
        assert_eq!(diff(&long, &other).len(), 2);
    }

    proptest! {
        #[test]
        fn equal_and_deleted_is_before_and_equal_and_inserted_is_after(
            before in "([ab.]{1,2} ?){0,14}", after in "([ab.]{1,2} ?){0,14}", budget in 0_usize..300,
        ) {
            let parts = word_diff(&before, &after, &mut DiffBudget::new(budget));
            let without = |tag| parts.iter().filter(|part| part.tag != tag)
                .map(|part| spaced(&part.text)).collect::<Vec<_>>().join(" ");
            prop_assert_eq!(without(ChangeTag::Insert), spaced(&before));
            prop_assert_eq!(without(ChangeTag::Delete), spaced(&after));
            let reversed: Vec<ChangeTag> = diff(&after, &before).iter().map(|part| part.tag).collect();
            prop_assert_eq!(reversed.contains(&ChangeTag::Insert), diff(&before, &after).iter().any(|p| p.tag == ChangeTag::Delete));
        }
    }
}
