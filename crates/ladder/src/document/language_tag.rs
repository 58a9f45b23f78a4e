//! Checks language tags.

/// Whether `text` is a well-formed BCP 47 language tag, as in `en`, `pt-BR` or `zh-Hant`.
///
/// After RFC 5646, section 2.1, without the tags it calls grandfathered.
pub fn is_language_tag(text: &str) -> bool {
    /// The parts of a tag in order. Only the first is required.
    #[derive(Clone, Copy, PartialEq, PartialOrd)]
    enum Part {
        Start,
        Language,
        Extended,
        Script,
        Region,
        Variant,
        Extension,
        Private,
    }
    let mut last = Part::Start;
    let mut waits_for_more = false;
    let mut extended = 0;
    for tag in text.split('-') {
        let letters = tag.bytes().all(|b| b.is_ascii_alphabetic());
        let digit_first = tag.bytes().next().is_some_and(|b| b.is_ascii_digit());
        let digits = tag.bytes().all(|b| b.is_ascii_digit());
        if tag.len() > 8 || tag.is_empty() || !tag.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return false;
        }
        let part = match tag.len() {
            _ if last == Part::Start => {
                if !letters || !matches!(tag.len(), 2 | 3 | 5..=8) {
                    return false;
                }
                // Only short languages are extended.
                extended = if tag.len() > 3 { 3 } else { 0 };
                last = Part::Language;
                continue;
            }
            _ if last == Part::Private => Part::Private,
            1 if waits_for_more => return false,
            1 if tag.eq_ignore_ascii_case("x") => Part::Private,
            1 => Part::Extension,
            _ if last == Part::Extension => Part::Extension,
            3 if letters && extended < 3 && last <= Part::Extended => Part::Extended,
            4 if letters => Part::Script,
            2 if letters => Part::Region,
            3 if digits => Part::Region,
            5.. => Part::Variant,
            4 if digit_first => Part::Variant,
            _ => return false,
        };
        extended += usize::from(part == Part::Extended);
        let repeats = matches!(part, Part::Extended | Part::Variant) || part >= Part::Extension;
        if part < last || part == last && !repeats {
            return false;
        }
        waits_for_more = tag.len() == 1 && (part == Part::Extension || last != Part::Private);
        last = part;
    }
    last != Part::Start && !waits_for_more
}

#[cfg(test)]
mod tests {
    use super::is_language_tag;

    #[test]
    fn only_well_formed_tags_are_accepted() {
        let good = "en en-GB pt-BR zh-Hant zh-Hant-TW zh-yue es-419 de-CH-1996 sl-rozaj-biske-1994 \
                    de-DE-u-co-phonebk en-x-twain en-x-a-1 en-a-bb-x-y zh-abc-def-ghi english en-u-nu-latn-x-a EN-gb";
        for good in good.split(' ') {
            assert!(is_language_tag(good), "{good}");
        }
        for bad in
            "e en_GB en-Latn-Latn en-GB-US en-Latn-yue en-x-toolongtag de-u zh-abc-def-ghi-jkl en-1994-GB en- -en en--GB en-x english-languages x-en abcd en-a-b de-419-DE é".split(' ')
        {
            assert!(!is_language_tag(bad), "{bad}");
        }
        assert!(!is_language_tag(""));
    }
}
