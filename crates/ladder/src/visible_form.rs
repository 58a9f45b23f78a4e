//! The form in which texts that look the same are equal.

use std::borrow::Cow;

/// `text` without invisible characters, without white space at its ends, and with a single space for each run
/// of white space inside it.
pub(crate) fn visible_form(text: &str) -> Cow<'_, str> {
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
            assert_eq!(visible_form(text), "Team lead", "{text:?}");
        }
    }

    #[test]
    fn visible_differences_remain() {
        for text in ["team lead", "Team-lead", "Teamlead", "チーム", "Équipe", "\u{600}1"] {
            assert_eq!(visible_form(text), text);
            assert!(matches!(visible_form(text), Cow::Borrowed(_)), "{text}");
        }
        assert_eq!(visible_form(" \u{200b} "), "");
    }
}
