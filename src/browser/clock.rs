//! The time of day.

/// The present moment in UTC as calendars write it: `20260131T120000Z`.
#[must_use]
pub fn now() -> String {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    let digits: String = iso.chars().take(19).filter(|c| !matches!(c, '-' | ':')).collect();
    format!("{digits}Z")
}
