//! The few things shared by all pages.

use crate::ladder::Ladder;
use crate::route::{Location, Origin, Route};
use std::ops::Deref;
use std::sync::Arc;

/// The open ladder as components take it. It never changes while a page of it is shown.
pub type Shared = Arc<OpenLadder>;

/// A ladder, and where it was opened from. Reads like its [`Ladder`].
#[derive(Debug, PartialEq)]
pub struct OpenLadder {
    ladder: Ladder,
    origin: Origin,
}

impl OpenLadder {
    /// A ladder that was opened from `origin`.
    #[must_use]
    pub fn new(ladder: Ladder, origin: Origin) -> Self {
        Self { ladder, origin }
    }

    /// Where it was opened from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The link to a page of this ladder.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        Location { origin: self.origin.clone(), route: route.clone() }.href()
    }
}

impl Deref for OpenLadder {
    type Target = Ladder;
    fn deref(&self) -> &Ladder {
        &self.ladder
    }
}
