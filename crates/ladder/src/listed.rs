//! The ladders that come with the site, as `public/ladders/index.json` lists them.

use super::id::Id;
use serde::{Deserialize, Serialize};

/// A ladder that comes with the site. Its document is fetched when it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id, the one in its document.
    pub id: Id,
    /// Its title, the one in its document.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The name of its document, beside the list.
    pub file: String,
}
