//! The few things shared by all pages.

mod mine;

pub use mine::{Keeping, Mine, State, Undo, use_mine};

use crate::route::{Location, Origin, Route};
use ladder::{Ladder, Problem};
use reader::KeptCopy;
use std::ops::Deref;
use std::sync::Arc;

/// The open ladder as components take it. It never changes while a page of it is shown.
pub type Shared = Arc<OpenLadder>;

/// A ladder, and where it was opened from. Reads like its [`Ladder`].
#[derive(Debug, PartialEq)]
pub struct OpenLadder {
    ladder: Ladder,
    origin: Origin,
    came: Came,
}

/// How an opened ladder came here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// Whose it is: the host in plain letters, or the file's name. Empty for a ladder of this site.
    pub whose: String,
    /// Set where it is a copy that was kept on the device.
    pub copy: Option<KeptCopy>,
    /// What is odd about it, but did not keep it from being shown.
    pub warnings: Vec<Problem>,
}

impl OpenLadder {
    /// A ladder that was opened from `origin`.
    #[must_use]
    pub fn new(ladder: Ladder, origin: Origin) -> Self {
        Self { ladder, origin, came: Came::default() }
    }

    /// The same, with how it came here.
    #[must_use]
    pub fn that_came(self, came: Came) -> Self {
        Self { came, ..self }
    }

    /// How it came here.
    #[must_use]
    pub fn came(&self) -> &Came {
        &self.came
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
