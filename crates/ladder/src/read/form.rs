//! The forms that dates and language tags have.

/// Whether `text` is an ISO date: year, month and day, as in `2026-02-28`.
#[must_use]
pub fn is_date(text: &str) -> bool {
    let part = |from: usize, to: usize| {
        let digits = text.get(from..to)?;
        let all = digits.bytes().all(|b| b.is_ascii_digit());
        if all { digits.parse::<u32>().ok() } else { None }
    };
    let hyphens = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (Some(year), Some(month), Some(day)) = (part(0, 4), part(5, 7), part(8, 10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    hyphens && text.len() == 10 && (1..=days).contains(&day)
}

/// Whether `text` is a well-formed BCP 47 language tag, as in `en`, `pt-BR` or `zh-Hant`.
///
/// After RFC 5646, section 2.1, without the tags it calls grandfathered.
pub(super) fn is_language_tag(text: &str) -> bool {
    /// The parts of a tag in their order; each may be left out but the first.
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
    use super::{is_date, is_language_tag};

    #[test]
    fn knows_dates() {
        for good in ["2026-01-31", "2024-02-29", "2000-02-29", "0001-12-01"] {
            assert!(is_date(good), "{good}");
        }
        let bad = "2026-1-31 2026-02-29 1900-02-29 2026-13-01 2026-00-10 2026-04-31 2026-04-00 \
                   2026-04 20260401 2026/04/01 2026-04-01T00:00 +026-04-01 26-04-01 x";
        for bad in bad.split(' ').chain(["", " 2026-04-01", "2026-04-é"]) {
            assert!(!is_date(bad), "{bad}");
        }
    }

    #[test]
    fn knows_language_tags() {
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
