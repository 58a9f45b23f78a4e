//! Days, as a date field gives them.

use ladder::is_date;
use std::fmt;

/// A day of the calendar, as in `2026-01-31`; it cannot hold anything else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(Box<str>);

impl Date {
    /// Reads a day; `None` where `text` is not one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        is_date(text).then(|| Self(text.into()))
    }

    /// The day as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day without its hyphens, as calendars write it (RFC 5545, section 3.3.4).
    #[must_use]
    pub fn digits(&self) -> String {
        self.0.replace('-', "")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
