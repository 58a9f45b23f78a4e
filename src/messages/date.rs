//! Dates.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Formats an ISO date: `2026-03-03` as "3 March 2026". Returns any other text unchanged.
#[must_use]
pub fn format_date(iso: &str) -> String {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok()?.checked_sub(1));
    let day = day.and_then(|day| day.parse::<u8>().ok());
    match (year, month.and_then(|month| MONTHS.get(month)), day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::format_date;

    #[test]
    fn iso_dates_are_written_out() {
        for (iso, written) in [
            ("2026-03-03", "3 March 2026"),
            ("2026-12-31", "31 December 2026"),
            ("2026-13-01", "2026-13-01"),
            ("2026-00-01", "2026-00-01"),
            ("spring 2026", "spring 2026"),
            ("", ""),
        ] {
            assert_eq!(format_date(iso), written);
        }
    }
}
