//! Why a ladder could not be opened, and what the visitor can do.

use reader::{FETCH_TIMEOUT_MS, Failure};

/// An explanation of a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureMessage {
    /// What happened.
    pub what: String,
    /// What the visitor can do.
    pub to_do: &'static str,
    /// Whether retrying may help.
    pub may_retry: bool,
}

/// Explains a failure. `source` is the host or the file name, empty for a ladder of this site.
#[must_use]
pub fn failure_message(failure: Failure, source: &str) -> FailureMessage {
    let host = if source.is_empty() { "This site" } else { source };
    let (what, to_do, may_retry) = match failure {
        Failure::Offline => (
            "You’re offline.".to_owned(),
            "Reconnect and try again, or open a saved ladder below.",
            true,
        ),
        Failure::Unreachable => (
            format!(
                "{host} didn’t respond, or doesn’t allow other sites to read this file. Browsers don’t tell us which."
            ),
            "Check the URL. If it works in its own tab, download the file and open it here. (Publishers: send Access-Control-Allow-Origin.)",
            true,
        ),
        Failure::NotAllowed => (
            format!("This site isn’t allowed to connect to {host}."),
            "If the URL works in its own tab, download the file there and open it here.",
            false,
        ),
        Failure::NotSecure => (
            "That link uses http, and secure pages can only load https.".to_owned(),
            "Try https:// instead.",
            false,
        ),
        Failure::Status(404 | 410) => (
            format!("Nothing found at this URL on {host}."),
            "Check the URL for typos, or the file may have moved.",
            true,
        ),
        Failure::Status(401 | 403) => (
            format!("{host} requires you to sign in for this file."),
            "Download it while signed in, then open the file here.",
            false,
        ),
        Failure::Status(status) => {
            (format!("{host} returned an error ({status})."), "Try again later.", true)
        }
        Failure::WebPage => (
            format!("{host} sent a web page, not a ladder file."),
            "Ladders are JSON files. On GitHub and similar sites, use the link to the raw file.",
            true,
        ),
        Failure::TooLarge => (
            "This file is too large (over 16 MB).".to_owned(),
            "Ask its publisher to split it up.",
            false,
        ),
        Failure::TooSlow => (
            format!("{host} didn’t respond within {} seconds.", FETCH_TIMEOUT_MS / 1000),
            "Try again or use a faster connection.",
            true,
        ),
        Failure::Broken => ("The connection dropped while loading.".to_owned(), "Try again.", true),
        Failure::NotText(line) => (
            format!("This file isn’t UTF-8 text (line {line} can’t be read)."),
            "Save it as UTF-8 and open it again.",
            false,
        ),
        Failure::NoFile => (
            format!("Your browser couldn’t read {source}."),
            "It may be a folder or have moved. Choose it again.",
            false,
        ),
        Failure::NotStored => (
            "This link points to a ladder opened from a file that isn’t saved on this device."
                .to_owned(),
            "Choose the file again. To share a ladder, publish it and share its URL.",
            false,
        ),
        Failure::NoReader => (
            "The ladder reader didn’t start.".to_owned(),
            "Reload the page. If that doesn’t help, your browser may be too old.",
            true,
        ),
        Failure::NotListed => (
            "There’s no ladder with that name on this site.".to_owned(),
            "See the list below.",
            false,
        ),
        Failure::Cancelled => {
            ("Cancelled. Nothing has changed.".to_owned(), "You can open it again any time.", true)
        }
    };
    FailureMessage { what, to_do, may_retry }
}

/// Why a saved copy is shown, as a clause after "because".
#[must_use]
pub fn reason_for_copy(failure: Failure, host: &str) -> String {
    match failure {
        Failure::Offline => "you’re offline".to_owned(),
        Failure::TooSlow => format!("{host} took too long"),
        Failure::NotAllowed => format!("this site isn’t allowed to connect to {host}"),
        Failure::Status(404 | 410) => format!("{host} no longer has it"),
        Failure::Status(status) => format!("{host} returned an error ({status})"),
        Failure::WebPage => format!("{host} sent a web page instead"),
        _ => format!("{host} could not be read"),
    }
}

#[cfg(test)]
mod tests {
    use super::failure_message;
    use reader::Failure;

    #[test]
    fn every_failure_is_explained() {
        let all = [
            Failure::Offline,
            Failure::Unreachable,
            Failure::NotAllowed,
            Failure::NotSecure,
            Failure::Status(403),
            Failure::Status(404),
            Failure::Status(503),
            Failure::WebPage,
            Failure::TooLarge,
            Failure::TooSlow,
            Failure::Broken,
            Failure::NotText(12),
            Failure::NoFile,
            Failure::NotStored,
            Failure::NoReader,
            Failure::NotListed,
            Failure::Cancelled,
        ];
        let messages: Vec<String> = all
            .into_iter()
            .map(|failure| {
                let message = failure_message(failure, "ladders.example");
                format!("{failure:?}\n  {}\n  {}\n", message.what, message.to_do)
            })
            .collect();
        insta::assert_snapshot!(messages.concat());
    }
}
