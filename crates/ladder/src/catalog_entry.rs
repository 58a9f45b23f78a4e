//! The catalog: the ladders that come with a site.

use crate::Id;
use serde::{Deserialize, Serialize};

/// A ladder that comes with the site. Its document is fetched when it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogEntry {
    /// Its id, the one in its document.
    pub id: Id,
    /// Its title, the one in its document.
    pub title: String,
    /// The summary in its document, or empty.
    pub summary: String,
    /// The file name of its document, which is in the folder `ladders/` of the site.
    pub file: String,
}
