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
