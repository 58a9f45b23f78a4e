//! The forms that dates and language tags have.

/// Whether `text` is an ISO date: year, month and day, as in `2026-02-28`.
pub(super) fn is_date(text: &str) -> bool {
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
pub(super) fn is_language_tag(text: &str) -> bool {
    let alphanumeric = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let mut subtags = text.split('-').peekable();
    let is_alpha = |tag: &str| tag.bytes().all(|b| b.is_ascii_alphabetic());
    let is_digits = |tag: &str| tag.bytes().all(|b| b.is_ascii_digit());
    let language = subtags.next().unwrap_or_default();
    if !alphanumeric || !is_alpha(language) || !matches!(language.len(), 2 | 3 | 5..=8) {
        return false;
    }
    for _ in 0..3 {
        // What extends a language, as in `zh-yue`.
        subtags.next_if(|tag| language.len() < 4 && tag.len() == 3 && is_alpha(tag));
    }
    subtags.next_if(|tag| tag.len() == 4 && is_alpha(tag)); // the script
    subtags.next_if(|tag| tag.len() == 2 && is_alpha(tag) || tag.len() == 3 && is_digits(tag));
    let starts_with_digit = |tag: &str| tag.starts_with(|c: char| c.is_ascii_digit());
    let is_variant =
        |tag: &str| matches!(tag.len(), 5..=8) || tag.len() == 4 && starts_with_digit(tag);
    while subtags.next_if(|tag| is_variant(tag)).is_some() {}
    // Extensions: one letter or digit and what belongs to it; `x` takes all the rest.
    while let Some(singleton) = subtags.next() {
        let private = singleton.eq_ignore_ascii_case("x");
        let shortest = if private { 1 } else { 2 };
        let mut belonging = 0;
        while subtags.next_if(|tag| (shortest..=8).contains(&tag.len())).is_some() {
            belonging += 1;
        }
        if singleton.len() != 1 || belonging == 0 {
            return false;
        }
    }
    true
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
                    de-DE-u-co-phonebk en-x-twain en-u-nu-latn-x-a EN-gb";
        for good in good.split(' ') {
            assert!(is_language_tag(good), "{good}");
        }
        for bad in
            "e en_GB en- -en en--GB en-x english-languages x-en abcd en-a-b de-419-DE é".split(' ')
        {
            assert!(!is_language_tag(bad), "{bad}");
        }
        assert!(!is_language_tag(""));
    }
}
