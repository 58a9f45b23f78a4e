//! The open ladder and where it was opened from.

use crate::browser::text::NORMALIZER;
use crate::router::{Location, Origin, Route};
use ladder::{Ladder, Problem};
use reader::StoredCopy;
use std::ops::Deref;
use std::sync::Arc;

/// The open ladder, as passed to components. It is immutable: another ladder replaces it.
pub type SharedLadder = Arc<OpenLadder>;

/// A ladder, and where it was opened from. Dereferences to its [`Ladder`].
#[derive(Debug, PartialEq)]
pub struct OpenLadder {
    ladder: Ladder,
    origin: Origin,
    provenance: Provenance,
}

/// How an opened ladder was loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The host in readable form, or the file's name. Empty for a ladder of this site.
    pub source: String,
    /// The copy saved on the device, if that was loaded.
    pub copy: Option<StoredCopy>,
    /// Problems that do not prevent it from being shown.
    pub warnings: Vec<Problem>,
}

impl OpenLadder {
    /// A ladder that was opened from `origin`.
    #[must_use]
    pub fn new(ladder: Ladder, origin: Origin) -> Self {
        let ladder = ladder.with_normalizer(NORMALIZER);
        Self { ladder, origin, provenance: Provenance::default() }
    }

    /// Sets how it was loaded.
    #[must_use]
    pub fn with_provenance(self, provenance: Provenance) -> Self {
        Self { provenance, ..self }
    }

    /// How it was loaded.
    #[must_use]
    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// Where it was opened from.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The link to a page without parameters, with the `/` that hosts redirect to.
    #[must_use]
    pub fn page_href(&self, route: &Route) -> String {
        let href = self.href(route);
        let (path, query) = href.split_at(href.find('?').unwrap_or(href.len()));
        format!("{}/{query}", path.trim_end_matches('/'))
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
