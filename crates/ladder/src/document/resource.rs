//! Links, notes, and learning resources.

use super::address::{Address, ResourceAddress};
use super::id::Id;
use super::index::ResourceIx;
use super::rich_text::RichText;
use super::text_form::{Date, LanguageTags, Name};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A titled address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Link {
    /// What the link is called.
    #[serde(with = "Name")]
    pub title: String,
    /// Where it leads.
    pub url: Address,
}

/// Prose about the whole ladder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Note {
    /// Its heading.
    #[serde(with = "Name")]
    pub title: String,
    /// The text; a line break (`\n`) is shown as one.
    pub text: RichText,
    /// Where to read on.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// What a resource is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
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

/// Something to learn from.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Resource {
    /// Its id, unique among resources.
    pub id: Id,
    /// Its title.
    #[serde(with = "Name")]
    pub title: String,
    /// Where it is. A resource whose address is not valid is shown without a link.
    pub url: ResourceAddress,
    /// What it is; if left out, the address of a video makes it a `video`.
    #[serde(rename = "type")]
    pub declared: Option<ResourceType>,
    /// Who made or hosts it.
    pub provider: Option<String>,
    /// The language it is in, or a list of languages.
    #[serde(rename = "language", default, with = "LanguageTags")]
    pub languages: Vec<String>,
    /// What it is about.
    pub description: Option<RichText>,
    /// The day on which someone last saw it work.
    #[serde(default, with = "Date")]
    pub checked: Option<String>,
}

/// A reference to a resource: its id, or an object that says more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ResourceRef {
    /// The resource's id.
    pub resource: ResourceIx,
    /// Why it helps here.
    pub note: Option<RichText>,
    /// The second to start at; wins over a start time in the address.
    pub start: Option<u32>,
}
