//! The current date and time.

use js_sys::Date;

/// Today's local date, as `2026-03-03`.
#[must_use]
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The current time in UTC in iCalendar format: `20260131T120000Z`.
#[must_use]
pub fn utc_timestamp() -> String {
    let iso = String::from(Date::new_0().to_iso_string());
    let digits: String = iso.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    format!("{digits}Z")
}
