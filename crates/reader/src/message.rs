//! The requests and messages.

use ladder::Problem;
use serde::{Deserialize, Serialize};

/// What the page asks the worker to do. A request is an array: the kind's name, a text (the URL or the
/// key), and for [`ReadFile`](Self::ReadFile) the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// Fetch a URL.
    Fetch,
    /// Fetch a URL and store the document.
    FetchAndStore,
    /// Read a file and store it.
    ReadFile,
    /// Read a stored document.
    ReadStored,
}

impl RequestKind {
    const NAMES: [(Self, &str); 4] = [
        (Self::Fetch, "fetch"),
        // Also sent by public/start.js.
        (Self::FetchAndStore, "fetch-and-store"),
        (Self::ReadFile, "read-file"),
        (Self::ReadStored, "read-stored"),
    ];

    /// Its name in a request.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// What the worker sends. [`Partial`](Self::Partial) and [`Read`](Self::Read) come with packed bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkerMessage {
    /// How far it is.
    Progress(Progress),
    /// Skills and roles that are parsed, sent ahead of the rest.
    Partial,
    /// The document is parsed. Comes with the ladder, unless there are errors.
    Read(Outcome),
    /// There is no document.
    Failed(Failure),
    /// The last message: whether the document is stored on the device.
    Stored(bool),
}

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// Bytes received, and the total if known.
    Received(u32, Option<u32>),
    /// Percentage parsed.
    Parsed(u8),
}

/// The result of parsing a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// What the document is stored under: its URL, or the key of a file.
    pub key: String,
    /// The URL that answered, if the request was redirected.
    pub redirected_to: Option<String>,
    /// All problems, in the order of the text.
    pub problems: Vec<Problem>,
    /// The size of the text in bytes.
    pub bytes: u32,
    /// Set if this is a stored copy.
    pub copy: Option<StoredCopy>,
}

/// A copy that was stored on the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredCopy {
    /// The day on which it was stored, such as `2026-03-03`.
    pub stored_on: String,
    /// Why it is used instead of the original. `None` for a file.
    pub because: Option<Failure>,
}

/// Why there is no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Failure {
    /// The device is offline.
    Offline,
    /// No such host, no answer, or the host does not allow other sites to read it (CORS). Browsers do
    /// not say which.
    Unreachable,
    /// This site's content security policy blocks the host.
    NotAllowed,
    /// The URL is `http:` and this site is on `https:`.
    NotSecure,
    /// The host answered with this error status.
    Status(u16),
    /// The host sent a web page.
    WebPage,
    /// The document is larger than [`MAX_BYTES`](crate::MAX_BYTES).
    TooLarge,
    /// Fetching took longer than [`FETCH_TIMEOUT_MS`](crate::FETCH_TIMEOUT_MS).
    TooSlow,
    /// The connection broke.
    Broken,
    /// The text is not UTF-8; the first invalid line.
    NotText(u32),
    /// The browser could not read the file.
    NoFile,
    /// The document is not stored on this device.
    NotStored,
    /// The worker could not start, or crashed.
    NoReader,
    /// This site has no ladder with that id. Set by the page.
    NotListed,
    /// The visitor cancelled. Set by the page.
    Cancelled,
}
