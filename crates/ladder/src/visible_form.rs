//! The form in which texts that look the same are equal.

use crate::grapheme::is_mark;
use crate::query::Normalizer;
use std::borrow::Cow;

/// `text` without invisible characters, without white space at its ends, and with a single space for each run
/// of white space inside it. With a normalizer, decomposed: é can be one character or two.
pub(crate) fn visible_form(text: &str, normalizer: Option<Normalizer>) -> Cow<'_, str> {
    let visible = without_invisible(text);
    match normalizer {
        Some(normalizer) if !visible.is_ascii() => Cow::Owned(normalizer.decompose(&visible)),
        _ => visible,
    }
}

/// Whether a text has characters that Unicode also has combined with the one before, or in another form.
pub(crate) fn has_other_forms(text: &str) -> bool {
    let has_other = |c| {
        // Parts of Hangul syllables; ohm, kelvin and ångström.
        is_mark(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2126}' | '\u{212a}' | '\u{212b}')
    };
    !text.is_ascii() && text.chars().any(has_other)
}

fn without_invisible(text: &str) -> Cow<'_, str> {
    let mut after_space = true;
    let is_plain = text.chars().all(|c| {
        let fits = if c == ' ' { !after_space } else { !c.is_whitespace() && !is_invisible(c) };
        after_space = c == ' ';
        fits
    });
    if is_plain && !after_space {
        return Cow::Borrowed(text);
    }
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a character shows nothing and takes no space: control characters, format characters (general
/// category Cf, except the few that are visible) and variation selectors.
fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' => true,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e01ef}' => true,
        _ => c.is_control() && !c.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn white_space_and_invisible_characters_make_no_difference() {
        for text in [
            "Team lead",
            " Team  lead ",
            "Team\u{a0}lead",
            "Team \u{2003}\tlead\n",
            "Team\u{200b} lead",
            "\u{feff}Te\u{ad}am \u{2060}lead",
            "Te\u{200d}am \u{200c}lead\u{fe0f}",
            "Team \u{7}\u{200b} lead\u{e0041}",
        ] {
            assert_eq!(visible_form(text, None), "Team lead", "{text:?}");
        }
    }

    #[test]
    fn visible_differences_remain() {
        for text in ["team lead", "Team-lead", "Teamlead", "チーム", "Équipe", "\u{600}1"] {
            assert_eq!(visible_form(text, None), text);
            assert!(matches!(visible_form(text, None), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(visible_form(" \u{200b} ", None), "");
    }

    #[test]
    fn a_normalizer_lets_composed_and_decomposed_characters_be_equal() {
        let normalizer = Normalizer::new(|text| text.nfkd().collect());
        for (one, other) in
            [("é", "e\u{301}"), ("한", "\u{1112}\u{1161}\u{11ab}"), ("Å", "\u{212b}")]
        {
            assert!(has_other_forms(other), "{other}");
            assert_eq!(visible_form(one, Some(normalizer)), visible_form(other, Some(normalizer)));
            assert_ne!(visible_form(one, None), visible_form(other, None));
        }
        assert!(!has_other_forms("Équipe チーム"));
    }
}
