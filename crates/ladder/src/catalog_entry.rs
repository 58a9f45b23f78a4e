//! The list of the ladders that come with the site, `public/ladders/index.json`.

use crate::Id;
use serde::{Deserialize, Serialize};

/// A ladder that comes with the site. Its document is fetched when it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogEntry {
    /// Its id, the one in its document.
    pub id: Id,
    /// Its title, the one in its document.
    pub title: String,
    /// One sentence about it.
    pub summary: String,
    /// The file name of its document, which is beside the list.
    pub file: String,
}
