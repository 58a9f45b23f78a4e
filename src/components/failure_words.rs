//! What is said of a ladder that could not be opened: what happened, and what to do.

use reader::{Failure, MOST_SECONDS};

/// What happened and what to do, each a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailureWords {
    /// What happened.
    pub what: String,
    /// What to do.
    pub to_do: &'static str,
    /// Whether trying the very same again may help.
    pub may_try_again: bool,
}

const SAVE_AND_OPEN: &str =
    "If the address opens in a tab of its own, save the document there and open the file here.";

/// The words for a failure. `whose` is the host or the file's name, empty for a ladder of this site.
#[must_use]
pub fn words_for(failure: Failure, whose: &str) -> FailureWords {
    let host = if whose.is_empty() { "This site" } else { whose };
    let (what, to_do, may_try_again) = match failure {
        Failure::Offline => (
            "This device has no network at the moment.".to_owned(),
            "Connect and try again. Ladders opened before may be kept on this device; they are listed below.",
            true,
        ),
        Failure::Unreachable => (
            format!(
                "Nothing came from {host}: it did not answer, or it does not let other sites read this document. A browser does not say which."
            ),
            "Look for a slip in the address. If it opens in a tab of its own, save the document there and open the file here. Its publisher can allow it with the header Access-Control-Allow-Origin.",
            true,
        ),
        Failure::NotAllowed => (
            format!("This site’s own rules do not let its pages ask {host}."),
            SAVE_AND_OPEN,
            false,
        ),
        Failure::NotSecure => (
            format!("{host} would be asked over http, and a page on https may not do that."),
            "Try the address with https:// in place of http://.",
            false,
        ),
        Failure::Status(404 | 410) => (
            format!("{host} has nothing at this address."),
            "Look for a slip in the address; the document may also have moved.",
            true,
        ),
        Failure::Status(401 | 403) => (
            format!("{host} does not hand this document to everyone."),
            "This page signs in nowhere. Save the document where you are signed in, and open the file here.",
            false,
        ),
        Failure::Status(status) => (
            format!("{host} could not answer (status {status})."),
            "Try again in a while.",
            true,
        ),
        Failure::WebPage => (
            format!("What came from {host} is a web page (HTML) and not a ladder."),
            "A ladder is a JSON document. On a site that shows code, take the address of the raw file.",
            true,
        ),
        Failure::TooLarge => (
            "This document is larger than 16 MiB, the most that is read.".to_owned(),
            "Its publisher can divide it into several ladders.",
            false,
        ),
        Failure::TooSlow => (
            format!("{host} took longer than {MOST_SECONDS} seconds."),
            "Try again, or with a better connection.",
            true,
        ),
        Failure::Broken => (
            "The connection broke while the document came.".to_owned(),
            "Try again.",
            true,
        ),
        Failure::NotText(line) => (
            format!("This is not UTF-8 text; line {line} is the first that cannot be read."),
            "A ladder is a JSON document in UTF-8. Save it so, and open it again.",
            false,
        ),
        Failure::NoFile => (
            format!("The browser could not read {whose}."),
            "It may be a folder, or have been moved. Choose it again.",
            false,
        ),
        Failure::NotKept => (
            "This address speaks of a ladder that was opened from a file, and it is not kept on this device.".to_owned(),
            "Choose the file again. To give a ladder to others, publish it and give them its address.",
            false,
        ),
        Failure::NoReader => (
            "The part of this page that reads ladders did not start.".to_owned(),
            "Reload the page. If that does not help, this browser may be too old for it.",
            true,
        ),
        Failure::NotListed => (
            "This site has no ladder of that name.".to_owned(),
            "The ladders it has are listed below.",
            false,
        ),
        Failure::Cancelled => {
            ("You stopped it, and nothing has changed.".to_owned(), "Open it again when you like.", true)
        }
    };
    FailureWords { what, to_do, may_try_again }
}

/// Why a kept copy is shown, in a few words that follow "because".
#[must_use]
pub fn reason_for_copy(failure: Failure, host: &str) -> String {
    match failure {
        Failure::Offline => "there is no network".to_owned(),
        Failure::TooSlow => format!("{host} took too long"),
        Failure::NotAllowed => format!("this site’s rules do not let it ask {host}"),
        Failure::Status(404 | 410) => format!("{host} no longer has it"),
        Failure::Status(status) => format!("{host} answered with status {status}"),
        Failure::WebPage => format!("{host} answered with a web page"),
        _ => format!("{host} could not be read"),
    }
}

#[cfg(test)]
mod tests {
    use super::words_for;
    use reader::Failure;

    #[test]
    fn every_failure_has_words() {
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
            Failure::NotKept,
            Failure::NoReader,
            Failure::NotListed,
            Failure::Cancelled,
        ];
        let told: Vec<String> = all
            .into_iter()
            .map(|failure| {
                let words = words_for(failure, "ladders.example");
                format!("{failure:?}\n  {}\n  {}\n", words.what, words.to_do)
            })
            .collect();
        insta::assert_snapshot!(told.join(""));
    }
}
