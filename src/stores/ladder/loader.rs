//! The state of loading another ladder, and how it changes. Pure.

use crate::router::Origin;
use ladder::{Address, Id, Problem};
use reader::Failure;
use std::sync::Arc;

/// What to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadRequest {
    /// Where to load it from. `None` for a file: its origin is known once it is read.
    pub origin: Option<Origin>,
    /// The host in ASCII, or the file name, to show to the visitor. Empty for a ladder of this site.
    pub source: String,
}

/// The state of loading. `/open` is shown while [`is_visible`](Self::is_visible).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LoaderState {
    /// Nothing is being loaded.
    #[default]
    Idle,
    /// The visitor has to confirm loading from another host.
    Confirm(LoadRequest),
    /// The document is being fetched.
    Fetching {
        /// What is loaded.
        request: LoadRequest,
        /// Bytes received so far.
        received: u32,
        /// The size in bytes, if known.
        total: Option<u32>,
    },
    /// The document is being parsed and handed over.
    Parsing {
        /// What is loaded.
        request: LoadRequest,
        /// From 0 to 100; parsing is the first 60.
        percent: u8,
    },
    /// The ladder is open. The worker may still be storing the document.
    Ready,
    /// Loading failed.
    Failed(LoadRequest, LoadError),
}

/// Why loading failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// There is no document.
    NoDocument(Failure),
    /// The document has problems, at least one of them an error.
    Problems(Arc<[Problem]>),
}

/// What changes the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoaderEvent {
    /// The visitor has to confirm.
    ConfirmationNeeded(LoadRequest),
    /// Loading starts.
    Started(LoadRequest),
    /// Bytes received so far, and the total if known.
    Received(u32, Option<u32>),
    /// The document is parsed to this percentage.
    Parsed(u8),
    /// The parsed ladder is handed over to this percentage.
    Transferred(u8),
    /// The ladder is open.
    Opened,
    /// Loading failed.
    Failed(LoadError),
    /// The visitor left the result, or went elsewhere.
    Dismissed,
}

impl LoaderState {
    /// The state after `event`. Progress and results of a load that is no longer running are ignored.
    #[must_use]
    pub fn after(self, event: LoaderEvent) -> Self {
        match (event, self) {
            (LoaderEvent::ConfirmationNeeded(request), _) => Self::Confirm(request),
            (LoaderEvent::Started(request), _) => {
                Self::Fetching { request, received: 0, total: None }
            }
            (LoaderEvent::Dismissed, _) => Self::Idle,
            (event, Self::Fetching { request, .. } | Self::Parsing { request, .. }) => {
                match event {
                    LoaderEvent::Received(received, total) => {
                        Self::Fetching { request, received, total }
                    }
                    LoaderEvent::Parsed(percent) => {
                        Self::Parsing { request, percent: (u16::from(percent) * 3 / 5) as u8 }
                    }
                    LoaderEvent::Transferred(percent) => {
                        Self::Parsing { request, percent: 60 + (u16::from(percent) * 2 / 5) as u8 }
                    }
                    LoaderEvent::Failed(error) => Self::Failed(request, error),
                    _ => Self::Ready,
                }
            }
            (LoaderEvent::Failed(error), Self::Confirm(request) | Self::Failed(request, _)) => {
                Self::Failed(request, error)
            }
            (_, other) => other,
        }
    }

    /// The request that is running, failed, or needs confirmation.
    #[must_use]
    pub fn request(&self) -> Option<&LoadRequest> {
        match self {
            Self::Idle | Self::Ready => None,
            Self::Confirm(request)
            | Self::Fetching { request, .. }
            | Self::Parsing { request, .. }
            | Self::Failed(request, _) => Some(request),
        }
    }

    /// Whether a document is being fetched or parsed.
    #[must_use]
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Fetching { .. } | Self::Parsing { .. })
    }

    /// Whether `/open` shows the state of loading.
    #[must_use]
    pub fn is_visible(&self) -> bool {
        self.request().is_some()
    }

    /// Progress in thousandths; `None` while it is unknown. Fetching is the first half.
    #[must_use]
    pub fn permille(&self) -> Option<u32> {
        match self {
            Self::Fetching { received, total: Some(total), .. } if received <= total => {
                Some((u64::from(*received) * 500 / u64::from((*total).max(1))) as u32)
            }
            Self::Parsing { percent, .. } => Some(500 + u32::from(*percent) * 5),
            _ => None,
        }
    }
}

/// What to load for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadTarget {
    /// Nothing: the ladder is already open.
    Current,
    /// The site's own ladder.
    Own,
    /// Another ladder.
    Other(Origin),
    /// A ladder of another site, if the visitor confirms.
    Unconfirmed(Address),
}

/// What to load for an address with `origin` while the ladder from `open` is open. `own` is the id of
/// the site's own ladder; addresses that are `is_trusted` need no confirmation.
pub fn target(
    origin: &Origin,
    open: &Origin,
    own: &Id,
    is_trusted: impl Fn(&Address) -> bool,
) -> LoadTarget {
    let is_own = match origin {
        Origin::Default => true,
        Origin::Bundled(id) => id == own,
        Origin::Url(_) | Origin::OnSite(_) | Origin::StoredFile(_) => false,
    };
    match origin {
        _ if origin == open || is_own && *open == Origin::Default => LoadTarget::Current,
        _ if is_own => LoadTarget::Own,
        Origin::Url(address) if !is_trusted(address) => LoadTarget::Unconfirmed(address.clone()),
        origin => LoadTarget::Other(origin.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::{LoadError, LoadRequest, LoadTarget, LoaderEvent, LoaderState, target};
    use crate::router::Origin;
    use ladder::Id;
    use reader::Failure;

    fn request(source: &str) -> LoadRequest {
        LoadRequest { origin: None, source: source.to_owned() }
    }

    fn fetching(received: u32, total: Option<u32>) -> LoaderState {
        LoaderState::Fetching { request: request("a"), received, total }
    }

    fn parsing(percent: u8) -> LoaderState {
        LoaderState::Parsing { request: request("a"), percent }
    }

    fn failed() -> LoaderState {
        LoaderState::Failed(request("a"), LoadError::NoDocument(Failure::Offline))
    }

    #[test]
    fn each_event_leads_to_the_next_state() {
        use LoaderEvent as Event;
        let failure = || Event::Failed(LoadError::NoDocument(Failure::Offline));
        for (before, event, after) in [
            (LoaderState::Idle, Event::Started(request("a")), fetching(0, None)),
            (
                LoaderState::Idle,
                Event::ConfirmationNeeded(request("a")),
                LoaderState::Confirm(request("a")),
            ),
            (LoaderState::Confirm(request("b")), Event::Started(request("a")), fetching(0, None)),
            (fetching(0, None), Event::Received(5, Some(9)), fetching(5, Some(9))),
            (fetching(5, Some(9)), Event::Parsed(50), parsing(30)),
            (parsing(30), Event::Transferred(0), parsing(60)),
            (parsing(60), Event::Transferred(100), parsing(100)),
            (parsing(100), Event::Opened, LoaderState::Ready),
            (fetching(5, None), failure(), failed()),
            (parsing(5), failure(), failed()),
            (failed(), Event::Started(request("a")), fetching(0, None)),
            (failed(), Event::Dismissed, LoaderState::Idle),
            (LoaderState::Ready, Event::Dismissed, LoaderState::Idle),
            // Events of an earlier load are ignored.
            (LoaderState::Idle, Event::Received(5, None), LoaderState::Idle),
            (LoaderState::Idle, failure(), LoaderState::Idle),
            (LoaderState::Ready, failure(), LoaderState::Ready),
            (failed(), Event::Parsed(1), failed()),
            (
                LoaderState::Confirm(request("a")),
                Event::Parsed(1),
                LoaderState::Confirm(request("a")),
            ),
        ] {
            let context = format!("{before:?} {event:?}");
            assert_eq!(before.after(event), after, "{context}");
        }
    }

    #[test]
    fn progress_never_decreases() {
        let states = [
            fetching(0, Some(100)),
            fetching(100, Some(100)),
            parsing(0),
            parsing(60),
            parsing(100),
        ];
        let progress: Vec<_> = states.iter().filter_map(LoaderState::permille).collect();
        assert_eq!(progress, [0, 500, 500, 800, 1000]);
        assert_eq!(fetching(5, None).permille(), None);
        // Some servers announce fewer bytes than they send.
        assert_eq!(fetching(5, Some(4)).permille(), None);
    }

    #[test]
    fn an_address_determines_what_is_loaded() {
        let read = |value: &str| Origin::read(value).unwrap_or_default();
        let own = Id::new("own").unwrap();
        let (trusted, other) = ("https://here.example/a.json", "https://there.example/a.json");
        let at = |value: &str| LoadTarget::Other(read(value));
        let Origin::Url(address) = read(other) else { panic!() };
        let unconfirmed = LoadTarget::Unconfirmed(address);
        for (origin, open, expected) in [
            ("", "", LoadTarget::Current),
            ("own", "", LoadTarget::Current),
            ("", "second", LoadTarget::Own),
            ("own", "second", LoadTarget::Own),
            ("second", "", at("second")),
            ("second", "second", LoadTarget::Current),
            ("file:0a", "", at("file:0a")),
            ("file:0a", "file:0a", LoadTarget::Current),
            (trusted, "", at(trusted)),
            (other, "", unconfirmed.clone()),
            (other, "second", unconfirmed),
            (other, other, LoadTarget::Current),
        ] {
            let found = target(&read(origin), &read(open), &own, |a| a.as_str() == trusted);
            assert_eq!(found, expected, "{origin:?} while {open:?} is open");
        }
    }
}
