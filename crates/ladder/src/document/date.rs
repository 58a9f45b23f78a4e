//! Checks dates.

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

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn only_existing_days_are_accepted() {
        for good in ["2026-01-31", "2024-02-29", "2000-02-29", "0001-12-01"] {
            assert!(is_date(good), "{good}");
        }
        let bad = "2026-1-31 2026-02-29 1900-02-29 2026-13-01 2026-00-10 2026-04-31 2026-04-00 \
                   2026-04 20260401 2026/04/01 2026-04-01T00:00 +026-04-01 26-04-01 x";
        for bad in bad.split(' ').chain(["", " 2026-04-01", "2026-04-é"]) {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
