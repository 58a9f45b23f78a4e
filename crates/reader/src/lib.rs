//! What the page and the reader say to each other. Pure.
//!
//! The reader is a program of its own, in a worker: it fetches a document or takes a file, reads it
//! with every problem told, and hands over the ladder packed. So the page neither carries the code
//! for that nor stands still while it runs.

mod arriving;

pub use arriving::Arriving;

use ladder::Problem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use std::hash::Hasher;

/// Bytes of text, the most that is read: 16 MiB.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Seconds after which an address counts as too slow.
pub const MOST_SECONDS: u32 = 15;

/// The cache that holds the text of ladders opened from elsewhere.
pub const CACHE: &str = "career-ladder:kept";

/// Characters that need no encoding in a URL (RFC 3986, section 2.3) are kept, all others encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The URL under which the text of a saved ladder is cached. It is never fetched.
#[must_use]
pub fn cache_key(key: &str) -> String {
    format!("/career-ladder-kept/{}", utf8_percent_encode(key, ENCODED))
}

/// The header of a kept text that holds the day on which it was kept, as `2026-03-03`.
pub const KEPT_ON: &str = "kept-on";

/// How the reader is asked; the first of the three things it is handed. The second is the address
/// or the key, the third the file.
pub mod asked {
    /// To fetch an address.
    pub const ADDRESS: &str = "address";
    /// To fetch an address, and to keep its text.
    pub const ADDRESS_TO_KEEP: &str = "address to keep";
    /// To read a file, and to keep its text.
    pub const FILE: &str = "file";
    /// To read a text that was kept.
    pub const KEPT: &str = "kept";
}

/// What the reader says; each ladder comes beside it, packed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    /// It is at work.
    Progress(Progress),
    /// It has read skills and roles, which come beside it, ahead of the rest.
    Ahead,
    /// It has read the document.
    Read(Outcome),
    /// It got no document.
    Failed(Failure),
    /// The last word: whether the text is kept on the device.
    Kept(bool),
}

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// So many bytes have come, of so many where that is known.
    Arriving(u32, Option<u32>),
    /// So much of a hundred is read.
    Reading(u8),
    /// So much of a hundred is ready to be shown; said by the page itself.
    Unpacking(u8),
}

/// What came of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What it is kept under and found again by: the address, or the key of a file.
    pub key: String,
    /// The address that answered in the end, where another one was asked.
    pub answered: Option<String>,
    /// Everything that is wrong with it, in the order of the text.
    pub problems: Vec<Problem>,
    /// How many bytes of text it has.
    pub bytes: u32,
    /// Set where this is a kept copy.
    pub copy: Option<KeptCopy>,
}

/// A copy that was kept on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCopy {
    /// The day on which it was kept, as `2026-03-03`.
    pub kept_on: String,
    /// Why it is shown in place of what stands at the address now; none for a file.
    pub because: Option<Failure>,
}

/// Why there is no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Failure {
    /// The device has no network.
    Offline,
    /// Nothing came: no such host, no answer, or its host lets no other site read it. A browser
    /// does not say which.
    Unreachable,
    /// This site's own policy does not let the page ask that host.
    NotAllowed,
    /// The address is `http:` and this site is on `https:`; browsers do not allow that.
    NotSecure,
    /// The host answered with a status that is no success.
    Status(u16),
    /// A web page (HTML) came instead of a document.
    WebPage,
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It took longer than [`MOST_SECONDS`].
    TooSlow,
    /// The connection broke while the document came.
    Broken,
    /// It is not UTF-8; the line is the first that is not.
    NotText(u32),
    /// The browser would not read the file.
    NoFile,
    /// It is not kept on this device.
    NotKept,
    /// The reader itself could not start, or broke.
    NoReader,
    /// No ladder of this site has that id; said by the page itself.
    NotListed,
    /// The visitor ended it; said by the page itself.
    Cancelled,
}

impl Failure {
    /// Whether a copy that was kept may stand in.
    #[must_use]
    pub fn allows_copy(self) -> bool {
        !matches!(self, Self::NotKept | Self::NoFile)
    }
}

/// Whether browsers refuse to ask this address from a page of this scheme, such as `https:`. An `http`
/// address of the very same device is as good as any to them.
#[must_use]
pub fn is_mixed(page: &str, address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let is_here =
        matches!(name, "localhost" | "127.0.0.1" | "[::1]") || name.ends_with(".localhost");
    page == "https:" && scheme.eq_ignore_ascii_case("http") && !is_here
}

/// The key of a file with this text: the same text has the same key.
#[must_use]
pub fn file_key(text: &[u8]) -> String {
    // Identifies files; not a security measure.
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text);
    let hash = hasher.finish();
    format!("file:{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::{cache_key, file_key, is_mixed};

    #[test]
    fn http_is_not_asked_from_https_but_for_this_very_device() {
        for address in
            ["http://a.example/l.json", "HTTP://a.example:8080", "http://localhost.a.example?b"]
        {
            assert!(is_mixed("https:", address), "{address}");
            assert!(!is_mixed("http:", address), "{address}");
        }
        for address in [
            "https://a.example",
            "http://localhost:8080/l",
            "http://127.0.0.1:1",
            "http://[::1]:8080/",
        ] {
            assert!(!is_mixed("https:", address), "{address}");
        }
    }

    #[test]
    fn a_cache_key_is_one_segment_of_a_path() {
        assert_eq!(cache_key("file:0a"), "/career-ladder-kept/file%3A0a");
        assert_eq!(
            cache_key("https://a.example/b?c=ü#d"),
            "/career-ladder-kept/https%3A%2F%2Fa.example%2Fb%3Fc%3D%C3%BC%23d"
        );
    }

    #[test]
    fn the_same_text_has_the_same_key() {
        assert_eq!(file_key(b""), "file:cbf29ce484222325");
        assert_eq!(file_key(b"foobar"), "file:85944171f73967e8");
    }
}
