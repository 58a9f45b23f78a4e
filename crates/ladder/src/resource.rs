//! Links, notes, and what there is to learn from.

use super::address::Address;
use super::id::Id;
use super::model::ResourceIx;
use serde::{Deserialize, Serialize};

/// A titled `http:` or `https:` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the link is called.
    pub title: String,
    /// Where it leads.
    pub url: Address,
}

/// Prose about the whole ladder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its heading.
    pub title: String,
    /// Plain text; a line break is shown as one.
    pub text: String,
    /// Where to read on.
    pub links: Vec<Link>,
}

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ResourceType {
    /// Something to watch.
    Video,
    /// Something to read.
    Article,
    /// Something to take part in.
    Course,
    /// Something to read at length.
    Book,
    /// Something to use.
    Tool,
    /// Anything else.
    Other,
}

impl ResourceType {
    /// What it is called on a page.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Video => "Video",
            Self::Article => "Article",
            Self::Course => "Course",
            Self::Book => "Book",
            Self::Tool => "Tool",
            Self::Other => "Link",
        }
    }
}

/// Something to learn from.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its id, unique among resources.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: Address,
    /// What it is, where the document says so; else see [`Resource::kind`].
    pub declared: Option<ResourceType>,
    /// Who made or hosts it.
    pub provider: Option<String>,
    /// BCP 47 tags of the languages it is in.
    pub languages: Vec<String>,
    /// What it is about.
    pub description: Option<String>,
    /// The ISO date on which someone last saw it work.
    pub checked: Option<String>,
}

/// A resource as something refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceRef {
    /// The resource.
    pub resource: ResourceIx,
    /// Why it helps here.
    pub note: Option<String>,
    /// The second to start at; wins over a start time in the address.
    pub start: Option<u32>,
}
