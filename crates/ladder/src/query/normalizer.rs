//! Brings texts into the form in which they are compared: without case, accents and variant forms.

use crate::grapheme::{self, is_mark};

/// Decomposes texts and removes what people leave out or write differently when they search.
///
/// The tables for decomposition are large and browsers have them built in, so the function that does it is
/// a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Normalizer {
    decompose: fn(&str) -> String,
}

impl Normalizer {
    /// `decompose` returns the compatibility decomposition (NFKD) of a text.
    #[must_use]
    pub const fn new(decompose: fn(&str) -> String) -> Self {
        Self { decompose }
    }

    /// The compatibility decomposition of a text.
    pub(crate) fn decompose(self, text: &str) -> String {
        (self.decompose)(text)
    }

    /// The text in lower case, with compatibility forms such as full-width letters replaced and without
    /// the accents of Latin, Greek and Cyrillic letters.
    #[must_use]
    pub fn normalize(self, text: &str) -> String {
        if text.is_ascii() {
            return text.to_ascii_lowercase();
        }
        let mut normalized = String::with_capacity(text.len());
        let mut drops_marks = false;
        for c in (self.decompose)(text).chars() {
            if is_mark(c) {
                if !drops_marks {
                    normalized.push(c);
                }
                continue;
            }
            drops_marks = is_alphabet_with_accents(c);
            match replacement(c) {
                Some(other) => normalized.push_str(other),
                // Character by character, because a whole text would get final sigmas.
                None => c.to_lowercase().for_each(|lower| push_folded(&mut normalized, lower)),
            }
        }
        normalized
    }

    /// Normalizes `text`, and returns for each of its grapheme clusters where it ends in the result and
    /// where it ends in `text`.
    pub(super) fn normalize_clusters(self, text: &str) -> (String, Vec<(usize, usize)>) {
        let mut normalized = String::with_capacity(text.len());
        let mut ends = Vec::with_capacity(text.len());
        for cluster in grapheme::clusters(text) {
            let end = cluster.end;
            match &text[cluster] {
                // Without a new text for every letter.
                ascii if ascii.is_ascii() => {
                    normalized.extend(ascii.chars().map(|c| c.to_ascii_lowercase()));
                }
                other => normalized.push_str(&self.normalize(other)),
            }
            ends.push((normalized.len(), end));
        }
        (normalized, ends)
    }
}

fn push_folded(normalized: &mut String, lower: char) {
    match replacement(lower) {
        Some(other) => normalized.push_str(other),
        None => normalized.push(lower),
    }
}

/// The replacement for a character without a decomposition; empty for invisible characters.
fn replacement(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ς' => "σ",
        'ı' => "i",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => "'",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        // Soft hyphen, zero-width space, word joiner, byte-order mark.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// Whether a letter is Latin, Greek or Cyrillic: readers of those leave accents out.
fn is_alphabet_with_accents(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c,
            '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}' | '\u{370}'..='\u{3ff}'
            | '\u{400}'..='\u{52f}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1fff}'
            | '\u{2c60}'..='\u{2c7f}' | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}'
            | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    /// The normalizer of the tests.
    pub const NORMALIZER: Normalizer = Normalizer::new(|text| text.nfkd().collect());

    #[test]
    fn forms_of_the_same_word_are_equal() {
        for (written, normalized) in [
            ("Programación", "programacion"),
            ("Introduccio\u{301}n", "introduccion"),
            ("Straßenbau", "strassenbau"),
            ("STRASSE ẞ", "strasse ss"),
            ("İş güvenliği", "is guvenligi"),
            ("IĞDIR ığdır", "igdir igdir"),
            ("ΟΔΌΣ οδός", "οδοσ οδοσ"),
            ("Йога ёлка", "иога елка"),
            ("Ｐｙｔｈｏｎ ３", "python 3"),
            ("ﾃﾞｰﾀ", "テ\u{3099}ータ"),
            ("データ", "テ\u{3099}ータ"),
            ("ﬁnance №", "finance no"),
            ("Łódź, Tromsø", "lodz, tromso"),
            ("don’t", "don't"),
            ("co\u{2011}op, co\u{ad}op", "co-op, coop"),
            ("إدارة", "ا\u{655}دارة"),
            ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("👩\u{200d}🔧 Taller", "👩\u{200d}🔧 taller"),
            ("", ""),
        ] {
            assert_eq!(NORMALIZER.normalize(written), normalized, "{written}");
        }
    }

    proptest! {
        #[test]
        fn normalizing_twice_changes_nothing(text in "\\PC{0,30}") {
            let once = NORMALIZER.normalize(&text);
            prop_assert_eq!(NORMALIZER.normalize(&once), once);
        }

        #[test]
        fn the_clusters_add_up_to_the_text(text in "\\PC{0,30}") {
            let (normalized, ends) = NORMALIZER.normalize_clusters(&text);
            let (mut at, mut origin) = (0, 0);
            for (end, text_end) in ends {
                prop_assert_eq!(&normalized[at..end], NORMALIZER.normalize(&text[origin..text_end]));
                (at, origin) = (end, text_end);
            }
            prop_assert_eq!((at, origin), (normalized.len(), text.len()));
        }
    }
}
