//! Splits text where no character that people see is cut: a letter with its accents, an emoji with its
//! parts.
//!
//! A subset of <https://www.unicode.org/reports/tr29/>, small enough for the browser: it may keep more
//! together than the standard, but in the scripts below never less.

use std::ops::Range;

const JOINER: char = '\u{200d}';

/// The byte ranges of the clusters of `text`, in order.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let mut rest = text[start..].char_indices();
        let (_, first) = rest.next()?;
        let (mut previous, mut flags) = (first, usize::from(is_flag_letter(first)));
        let mut end = text.len();
        for (at, c) in rest {
            if !joins(previous, c, flags) {
                end = start + at;
                break;
            }
            flags = if is_flag_letter(c) { flags + 1 } else { 0 };
            previous = c;
        }
        let cluster = start..end;
        start = end;
        Some(cluster)
    })
}

/// Whether `c` belongs to the cluster that ends in `previous` and has `flags` letters of a flag.
fn joins(previous: char, c: char, flags: usize) -> bool {
    let is_ascii = previous.is_ascii() && c.is_ascii();
    (previous == '\r' && c == '\n')
        || (!is_ascii
            && !previous.is_control()
            && (is_mark(c)
                || previous == JOINER
                || is_virama(previous)
                || (is_flag_letter(c) && flags % 2 == 1)
                || joins_syllable(previous, c)))
}

/// Whether a character modifies the one before it: accents, vowel signs, variation selectors, skin tones.
pub(crate) fn is_mark(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' => false,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' => true,
        // Hebrew, Arabic, Syriac, Thaana, N’Ko
        '\u{591}'..='\u{5bd}'
        | '\u{5bf}'
        | '\u{5c1}'..='\u{5c2}'
        | '\u{5c4}'..='\u{5c5}'
        | '\u{5c7}' => true,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' => true,
        '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}' => true,
        '\u{730}'..='\u{74a}'
        | '\u{7a6}'..='\u{7b0}'
        | '\u{7eb}'..='\u{7f3}'
        | '\u{8ca}'..='\u{8ff}' => true,
        // Devanagari to Malayalam: nine blocks of the same layout.
        '\u{900}'..='\u{d7f}' => {
            matches!(u32::from(c) & 0x7f,
            0x00..=0x03 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62..=0x63 | 0x70..=0x71)
                && !matches!(c, '\u{970}' | '\u{971}' | '\u{9ce}' | '\u{9f0}' | '\u{9f1}' | '\u{af0}' | '\u{af1}' | '\u{b70}' | '\u{b71}' | '\u{bf0}' | '\u{bf1}' | '\u{c70}' | '\u{c71}' | '\u{cf0}'..='\u{cf1}' | '\u{d4e}' | '\u{d4f}' | '\u{d54}'..='\u{d56}' | '\u{d70}' | '\u{d71}')
        }
        // Sinhala, Thai, Lao, Tibetan, Burmese
        '\u{d81}'..='\u{d83}' | '\u{dca}'..='\u{ddf}' | '\u{df2}'..='\u{df3}' => true,
        '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => true,
        '\u{eb1}' | '\u{eb3}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' => true,
        '\u{f18}'..='\u{f19}' | '\u{f35}' | '\u{f37}' | '\u{f39}' | '\u{f3e}'..='\u{f3f}' => true,
        '\u{f71}'..='\u{f84}' | '\u{f86}'..='\u{f87}' | '\u{f8d}'..='\u{fbc}' => true,
        '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{135d}'..='\u{135f}' => true,
        // Khmer, Mongolian
        '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{180b}'..='\u{180f}' => true,
        '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' => true,
        '\u{20d0}'..='\u{20f0}' | '\u{2de0}'..='\u{2dff}' | '\u{302a}'..='\u{302f}' => true,
        '\u{3099}'..='\u{309a}' | '\u{a66f}'..='\u{a672}' | '\u{a674}'..='\u{a67d}' => true,
        '\u{a69e}'..='\u{a69f}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' => true,
        '\u{ff9e}'..='\u{ff9f}' | '\u{1f3fb}'..='\u{1f3ff}' => true,
        '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}' => true,
        _ => false,
    }
}

/// Whether a character joins the consonant before it to the one after it.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{1039}'
            | '\u{17d2}'
    )
}

/// Whether two of these letters are a flag.
fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether both are parts of one Korean syllable.
fn joins_syllable(previous: char, c: char) -> bool {
    let is_lead = matches!(previous, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}');
    let is_hangul = is_lead
        || matches!(previous, '\u{1160}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}' | '\u{d7b0}'..='\u{d7fb}');
    let continues = matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}');
    let starts =
        matches!(c, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}' | '\u{ac00}'..='\u{d7a3}');
    is_hangul && (continues || (is_lead && starts))
}

#[cfg(test)]
mod tests {
    use super::clusters;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn what_people_see_as_one_character_stays_whole() {
        for (text, expected) in [
            ("cafe\u{301}s", "c|a|f|e\u{301}|s"),
            ("👩\u{200d}🔧 T", "👩\u{200d}🔧| |T"),
            ("👍🏽!", "👍🏽|!"),
            ("🇧🇷🇨🇭🇯", "🇧🇷|🇨🇭|🇯"),
            ("❤\u{fe0f}1\u{fe0f}\u{20e3}", "❤\u{fe0f}|1\u{fe0f}\u{20e3}"),
            ("ﾃﾞｰﾀ", "ﾃﾞ|ｰ|ﾀ"),
            ("क्षि", "क्षि"),
            ("ที่", "ที่"),
            ("한\u{1112}\u{1161}\u{11ab}", "한|\u{1112}\u{1161}\u{11ab}"),
            ("a\r\nb", "a|\r\n|b"),
            ("", ""),
        ] {
            let found: Vec<&str> = clusters(text).map(|cluster| &text[cluster]).collect();
            assert_eq!(found.join("|"), expected);
        }
    }

    proptest! {
        #[test]
        fn no_cluster_of_the_standard_is_cut(
            text in "[a-zé\u{300}-\u{36f}\u{591}-\u{5bd}\u{5d0}-\u{5ea}\u{620}-\u{65f}\u{904}-\u{94d}\u{e01}-\u{e3a}\u{1100}-\u{11ff}가-힣ァ-ンﾞ\u{200d}\u{fe0f}👩🔧👍🏽🇧🇷❤ ]{0,16}"
        ) {
            let standard: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let mut end = 0;
            for cluster in clusters(&text) {
                prop_assert_eq!(cluster.start, end);
                prop_assert!(standard.contains(&cluster.start));
                end = cluster.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
