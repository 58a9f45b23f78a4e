//! Opening another ladder.

use super::count;
use crate::stores::LoaderState;
use ladder::{Problem, Severity};

/// "64 KB" or "1.2 MB".
#[must_use]
pub fn file_size(bytes: u32) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}

/// "3 errors and 1 warning".
#[must_use]
pub fn problem_count(problems: &[Problem]) -> String {
    let of = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let errors = count(of(Severity::Error), "error", "errors");
    match of(Severity::Warning) {
        0 => errors,
        warnings => format!("{errors} and {}", count(warnings, "warning", "warnings")),
    }
}

/// What is being done now.
#[must_use]
pub fn progress(state: &LoaderState) -> String {
    match state {
        LoaderState::Fetching { received: 0, .. } => "Requesting…".to_owned(),
        LoaderState::Fetching { received, .. } => format!("{} received", file_size(*received)),
        LoaderState::Parsing { percent: 0..60, .. } => "Reading…".to_owned(),
        _ => "Almost there…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::file_size;

    #[test]
    fn file_sizes_have_at_most_one_decimal() {
        let sizes =
            [(1, "1 KB"), (65_536, "66 KB"), (1_249_000, "1.2 MB"), (16_777_216, "16.7 MB")];
        for (bytes, expected) in sizes {
            assert_eq!(file_size(bytes), expected);
        }
    }
}
