//! What the page and the worker that loads ladders send each other. Pure.
//!
//! The worker is a separate program: it fetches or reads a document, parses it with every problem
//! reported, and sends the packed ladder. The page does not carry that code and stays responsive.

mod incoming_text;
mod message;

pub use incoming_text::IncomingText;
pub use message::{Failure, Outcome, Progress, RequestKind, StoredCopy, WorkerMessage};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The largest document, in bytes: 16 MiB.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How long fetching a document may take, in milliseconds.
pub const FETCH_TIMEOUT_MS: u32 = 15_000;

/// The cache that stores documents of opened ladders.
pub const CACHE: &str = "career-ladder:kept";

/// The response header with the day on which a document was stored, such as `2026-03-03`.
pub const STORED_ON: &str = "kept-on";

/// The cache key for a document: a path of this site that is never fetched.
#[must_use]
pub fn cache_key(key: &str) -> String {
    const ENCODED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    format!("/career-ladder-kept/{}", utf8_percent_encode(key, ENCODED))
}

/// The key of a file with this content. Equal contents have equal keys.
#[must_use]
pub fn file_key(text: &[u8]) -> String {
    use std::hash::Hasher;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text);
    format!("file:{:016x}", hasher.finish())
}

/// Whether browsers block this request as mixed content. `page_scheme` is the page's, such as `https:`.
/// Addresses of the visitor's own device are exempt.
#[must_use]
pub fn is_mixed_content(page_scheme: &str, url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let is_local =
        matches!(name, "localhost" | "127.0.0.1" | "[::1]") || name.ends_with(".localhost");
    page_scheme == "https:" && scheme.eq_ignore_ascii_case("http") && !is_local
}

#[cfg(test)]
mod tests {
    use super::{cache_key, file_key, is_mixed_content};

    #[test]
    fn an_https_page_can_fetch_http_only_from_the_same_device() {
        for url in
            ["http://a.example/l.json", "HTTP://a.example:8080", "http://localhost.a.example?b"]
        {
            assert!(is_mixed_content("https:", url), "{url}");
            assert!(!is_mixed_content("http:", url), "{url}");
        }
        for url in [
            "https://a.example",
            "http://localhost:8080/l",
            "http://127.0.0.1:1",
            "http://[::1]:8080/",
        ] {
            assert!(!is_mixed_content("https:", url), "{url}");
        }
    }

    #[test]
    fn a_cache_key_is_a_single_path_segment() {
        assert_eq!(cache_key("file:0a"), "/career-ladder-kept/file%3A0a");
        assert_eq!(
            cache_key("https://a.example/b?c=ü#d"),
            "/career-ladder-kept/https%3A%2F%2Fa.example%2Fb%3Fc%3D%C3%BC%23d"
        );
    }

    #[test]
    fn equal_files_have_equal_keys() {
        assert_eq!(file_key(b""), "file:cbf29ce484222325");
        assert_eq!(file_key(b"foobar"), "file:85944171f73967e8");
    }
}
