//! Calendar days in the form of an HTML date field.

use ladder::is_date;
use std::fmt;

/// A valid day such as `2026-01-31`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Date(Box<str>);

impl Date {
    /// Parses a day; `None` if `text` is not a valid one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        is_date(text).then(|| Self(text.into()))
    }

    /// The day as `YYYY-MM-DD`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day as `YYYYMMDD`, as calendars write it (RFC 5545, section 3.3.4).
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.replace('-', "")
    }
}

impl Date {
    /// The day after this one, as `YYYYMMDD`.
    #[must_use]
    pub fn next_day_digits(&self) -> String {
        let number = |range: std::ops::Range<usize>| {
            self.0.get(range).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or_default()
        };
        let (year, month, day) = (number(0..4), number(5..7), number(8..10));
        let candidates = [(year, month, day + 1), (year, month + 1, 1), (year + 1, 1, 1)];
        let mut days =
            candidates.map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
        // The first of the three that exists. Years end at 9999, whose last day has no next one.
        let next = days.iter_mut().find(|day| is_date(day)).map(std::mem::take);
        next.unwrap_or_else(|| self.0.to_string()).replace('-', "")
    }
}

impl TryFrom<String> for Date {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::new(&text).ok_or("invalid date")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // tests may panic

    use super::Date;

    #[test]
    fn the_next_day_is_found_at_the_ends_of_months_and_years() {
        for (day, next) in [
            ("2026-01-30", "20260131"),
            ("2026-01-31", "20260201"),
            ("2026-12-31", "20270101"),
            ("2026-02-28", "20260301"),
            ("2028-02-28", "20280229"),
            ("2028-02-29", "20280301"),
            ("2100-02-28", "21000301"),
            ("9999-12-31", "99991231"),
        ] {
            assert_eq!(Date::new(day).unwrap().next_day_digits(), next);
        }
    }
}
