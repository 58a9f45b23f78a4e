//! Days in words.

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

/// A day as people write it: `2026-03-03` as "3 March 2026". Anything else stays as it is.
#[must_use]
pub fn day_in_words(iso: &str) -> String {
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
    use super::day_in_words;

    #[test]
    fn days_are_written_as_people_write_them() {
        for (iso, written) in [
            ("2026-03-03", "3 March 2026"),
            ("2026-12-31", "31 December 2026"),
            ("2026-13-01", "2026-13-01"),
            ("2026-00-01", "2026-00-01"),
            ("spring 2026", "spring 2026"),
            ("", ""),
        ] {
            assert_eq!(day_in_words(iso), written);
        }
    }
}
