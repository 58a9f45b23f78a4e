//! A text as its words and the marks between them.

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// Letters and digits, and what belongs to them.
    Word,
    /// A single mark: a comma, a hyphen, a bracket.
    Mark,
}

/// A word or a mark, with the white space before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// The white space between it and what stands before it.
    pub(super) space: &'a str,
    /// The word itself.
    pub(super) text: &'a str,
    /// What it is.
    pub(super) kind: WordKind,
}

/// The words and marks of `text` in order. Together they are the text, but for white space at its
/// end. A sign of a script that is written without spaces between words (Han, Kana) is a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        let space = &rest[..rest.len() - trimmed.len()];
        let first = trimmed.chars().next()?;
        let kind = if is_mark(first) { WordKind::Mark } else { WordKind::Word };
        let end = match kind {
            WordKind::Mark => first.len_utf8(),
            WordKind::Word => end_of_word(trimmed, first),
        };
        let (text, after) = trimmed.split_at(end);
        rest = after;
        Some(Word { space, text, kind })
    })
}

fn end_of_word(text: &str, first: char) -> usize {
    let mut before = first;
    for (at, c) in text.char_indices().skip(1) {
        let next = || text[at..].chars().nth(1);
        let joins = is_apostrophe(c) && next().is_some_and(char::is_alphanumeric);
        let parts = (stands_between_words(c) && !joins)
            || (c.is_alphanumeric() && (stands_alone(before) || stands_alone(c)));
        if parts {
            return at;
        }
        before = c;
    }
    text.len()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether a character stands between words: room or a mark.
pub(super) fn stands_between_words(c: char) -> bool {
    c.is_whitespace() || is_mark(c)
}

/// Whether a character is a mark. What is neither a letter nor one of these (an accent
/// put on a letter, an emoji and what joins its parts) belongs to the word it stands in.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || c.is_ascii_control()
        || matches!(c,
            '\u{a1}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}'
            | '×' | '÷' | '\u{589}' | '\u{5be}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}'
            | '\u{964}' | '\u{965}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{2190}'..='\u{21ff}' | '\u{25a0}'..='\u{25ff}' | '\u{3001}'..='\u{3003}'
            | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{30fb}' | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// Letters of scripts that are written without spaces: Kana, Han.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::words;
    use proptest::prelude::*;

    #[test]
    fn parts_a_text_into_words_and_marks() {
        for (text, expected) in [
            ("Own the full pipeline: data, models.", "Own|the|full|pipeline|:|data|,|models|."),
            ("the company’s pre-built 'AI'", "the|company’s|pre|-|built|'|AI|'"),
            ("  a\n\nb ", "a|b"),
            ("AI管理をする", "AI|管|理|を|す|る"),
            ("cafe\u{301} 👩\u{200d}💻x", "cafe\u{301}|👩\u{200d}💻x"),
            ("خطط، نفّذ", "خطط|،|نفّذ"),
            ("", ""),
        ] {
            let found: Vec<&str> = words(text).map(|word| word.text).collect();
            assert_eq!(found.join("|"), expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "\\PC{0,60}") {
            let joined: String = words(&text).flat_map(|word| [word.space, word.text]).collect();
            prop_assert_eq!(joined, text.trim_end());
            prop_assert!(words(&text).all(|word| !word.text.is_empty()));
        }
    }
}
