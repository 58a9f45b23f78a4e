//! Splits text into words and punctuation.

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters and digits, with accents and apostrophes inside.
    Word,
    /// A single punctuation mark or symbol.
    Punctuation,
}

/// A word or punctuation mark, with the white space before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// The white space before it.
    pub(crate) space: &'a str,
    /// The token itself.
    pub(crate) text: &'a str,
    /// Its kind.
    pub(crate) kind: TokenKind,
}

/// The tokens of `text` in order. Together they are the text, except for white space at its end.
/// Each character of a script without spaces between words (Han, Kana) is a word.
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        let space = &rest[..rest.len() - trimmed.len()];
        let first = trimmed.chars().next()?;
        let kind = if is_punctuation(first) { TokenKind::Punctuation } else { TokenKind::Word };
        let end = match kind {
            TokenKind::Punctuation => first.len_utf8(),
            TokenKind::Word => word_end(trimmed, first),
        };
        let (text, after) = trimmed.split_at(end);
        rest = after;
        Some(Token { space, text, kind })
    })
}

fn word_end(text: &str, first: char) -> usize {
    let mut previous = first;
    for (at, c) in text.char_indices().skip(1) {
        let next = || text[at..].chars().nth(1);
        let is_inside = is_apostrophe(c) && next().is_some_and(char::is_alphanumeric);
        let ends = (is_word_boundary(c) && !is_inside)
            || (c.is_alphanumeric() && (is_unspaced(previous) || is_unspaced(c)));
        if ends {
            return at;
        }
        previous = c;
    }
    text.len()
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// Whether a character separates words: white space or punctuation.
pub(crate) fn is_word_boundary(c: char) -> bool {
    c.is_whitespace() || is_punctuation(c)
}

/// Whether a character is punctuation or a symbol. All others, such as combining accents and emoji,
/// belong to the word around them.
fn is_punctuation(c: char) -> bool {
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

/// Whether a character belongs to a script written without spaces: Kana, Han.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30fa}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::tokens;
    use proptest::prelude::*;

    #[test]
    fn text_is_split_into_words_and_punctuation() {
        for (text, expected) in [
            ("Own the full pipeline: data, models.", "Own|the|full|pipeline|:|data|,|models|."),
            ("the company’s pre-built 'AI'", "the|company’s|pre|-|built|'|AI|'"),
            ("  a\n\nb ", "a|b"),
            ("AI管理をする", "AI|管|理|を|す|る"),
            ("cafe\u{301} 👩\u{200d}💻x", "cafe\u{301}|👩\u{200d}💻x"),
            ("خطط، نفّذ", "خطط|،|نفّذ"),
            ("", ""),
        ] {
            let found: Vec<&str> = tokens(text).map(|token| token.text).collect();
            assert_eq!(found.join("|"), expected);
        }
    }

    proptest! {
        #[test]
        fn tokens_add_up_to_the_text(text in "\\PC{0,60}") {
            let joined: String = tokens(&text).flat_map(|token| [token.space, token.text]).collect();
            prop_assert_eq!(joined, text.trim_end());
            prop_assert!(tokens(&text).all(|token| !token.text.is_empty()));
        }
    }
}
