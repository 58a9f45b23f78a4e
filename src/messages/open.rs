//! Opening another ladder: progress, problems, recent ladders.

use super::count;
use super::date::format_date;
use super::failures::failure_message;
use crate::stores::recents::{MAX_STORED_BYTES, Recent, Recents};
use crate::stores::{LoadError, LoaderState};
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

/// The progress of loading.
#[must_use]
pub fn progress(state: &LoaderState) -> String {
    match state {
        LoaderState::Fetching { received: 0, .. } => "Requesting…".to_owned(),
        LoaderState::Fetching { received, .. } => format!("{} received", file_size(*received)),
        LoaderState::Parsing { percent: 0..60, .. } => "Reading…".to_owned(),
        _ => "Almost there…".to_owned(),
    }
}

/// What screen readers announce. Progress is not announced.
#[must_use]
pub fn announcement(state: &LoaderState) -> String {
    match state {
        LoaderState::Idle | LoaderState::Confirm(_) | LoaderState::Ready => String::new(),
        LoaderState::Fetching { .. } => "Opening ladder".to_owned(),
        LoaderState::Parsing { .. } => "Reading ladder".to_owned(),
        LoaderState::Failed(request, LoadError::NoDocument(failure)) => {
            failure_message(*failure, &request.source).what
        }
        LoaderState::Failed(_, LoadError::Problems(problems)) => {
            format!("Found {}.", problem_count(problems))
        }
    }
}

/// When a ladder was last opened, and whether it is available offline.
#[must_use]
pub fn last_opened(recent: &Recent) -> String {
    let offline = if recent.is_stored { " · available offline" } else { "" };
    format!("opened {}{offline}", format_date(&recent.opened_on))
}

/// How much storage the recent ladders use: "Using 64 KB of 32 MB."
#[must_use]
pub fn storage_used(recents: &Recents) -> String {
    let limit = MAX_STORED_BYTES / 1_000_000;
    format!("Using {} of {limit} MB.", file_size(recents.stored_bytes()))
}

/// The hosts that the site's policy allows, separated by spaces, as a sentence. `None` if it allows all.
#[must_use]
pub fn host_restriction(hosts: &str) -> Option<String> {
    let hosts: Vec<&str> = hosts.split_whitespace().collect();
    if hosts.contains(&"https:") {
        return None;
    }
    let restriction = match hosts.as_slice() {
        [] => "This site can’t open ladders from other sites.".to_owned(),
        hosts => {
            let names: Vec<_> =
                hosts.iter().map(|host| host.trim_start_matches("https://")).collect();
            format!("This site can open ladders from {}.", names.join(", "))
        }
    };
    Some(format!("{restriction} Download the file and open it here instead."))
}

#[cfg(test)]
mod tests {
    use super::{file_size, host_restriction};

    #[test]
    fn a_policy_that_restricts_hosts_is_explained() {
        let none = host_restriction("").unwrap();
        assert!(none.contains("can’t open ladders from other sites"), "{none}");
        let some = host_restriction("https://a.org https://*.b.org:8443").unwrap();
        assert!(some.starts_with("This site can open ladders from a.org, *.b.org:8443."), "{some}");
        assert_eq!(host_restriction("https://a.org https:"), None);
    }

    #[test]
    fn file_sizes_have_at_most_one_decimal() {
        let sizes =
            [(1, "1 KB"), (65_536, "66 KB"), (1_249_000, "1.2 MB"), (16_777_216, "16.7 MB")];
        for (bytes, expected) in sizes {
            assert_eq!(file_size(bytes), expected);
        }
    }
}
