//! A document as it is written: the fields of the format in their order, defaults left out.
//!
//! The one place that names every field with what it is for: canonical writing and the published
//! JSON Schema come from it, and a test holds the reader to the same names. Native only.

mod from;
mod role;
mod schema;
mod skill;
mod words;
mod write;

pub use role::{Edge, EdgeFull, Requirement, RequirementFull, Role, Statement, StatementFull};
pub use schema::schema;
pub use skill::{Category, Languages, Level, Resource, Skill, SkillLevel, Track};
pub use words::{Address, Date, Ext, Id, LanguageTag, Name, Text};
pub use write::{WriteError, write};

use schemars::JsonSchema;
use serde::Serialize;

/// Whether a list has nothing in it and is left out.
fn is_empty<T>(list: &[T]) -> bool {
    list.is_empty()
}

/// A career ladder.
///
/// Only `format`, `id`, `title` and `roles` are required, and of a role only `id` and `title`.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document<'a> {
    /// The address of this schema, for editors; readers of the ladder ignore it.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<&'a str>,
    /// The version of the format: 1.
    #[schemars(schema_with = "schema::format_version")]
    pub format: u32,
    /// Names the ladder in addresses and in stored answers. Keep it for good.
    pub id: Id<'a>,
    /// What the ladder is called.
    pub title: Name<'a>,
    /// One or two sentences on the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text<'a>>,
    /// Your own version of the content, in any form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Text<'a>>,
    /// The date of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date<'a>>,
    /// The licence of the content, such as "CC BY 4.0".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<Text<'a>>,
    /// Whom to credit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Text<'a>>,
    /// The language of the content; English (`en`) where it is left out.
    #[serde(skip_serializing_if = "LanguageTag::is_default")]
    pub language: LanguageTag<'a>,
    /// Where the content comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Link<'a>>,
    /// Whether a role also asks for what the roles below it on its path ask for. Those skills are
    /// shown as carried, not as new. False where it is left out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cumulative: bool,
    /// Whether neighbouring roles are steps. False for a catalogue of roles with no steps between
    /// them but those in `next`; true where it is left out.
    #[serde(skip_serializing_if = "Clone::clone")]
    pub ordered: bool,
    /// Prose about the whole: how to use the ladder, questions and answers.
    #[serde(skip_serializing_if = "is_empty")]
    pub notes: Vec<Note<'a>>,
    /// Resources for the whole ladder.
    #[serde(skip_serializing_if = "is_empty")]
    pub reading: Vec<ResourceRef<'a>>,
    /// Groups of skills, in the order they are shown.
    #[serde(skip_serializing_if = "is_empty")]
    pub categories: Vec<Category<'a>>,
    /// Levels of skill, lowest first. Leave it out where a skill is simply asked for or not.
    #[serde(skip_serializing_if = "is_empty")]
    pub scale: Vec<Level<'a>>,
    /// Every skill that roles ask for, each once.
    #[serde(skip_serializing_if = "is_empty")]
    pub skills: Vec<Skill<'a>>,
    /// Parallel ladders, such as individual contributor and manager.
    #[serde(skip_serializing_if = "is_empty")]
    pub tracks: Vec<Track<'a>>,
    /// Every role, entry first: their order is the order of the rungs.
    #[schemars(length(min = 1))]
    pub roles: Vec<Role<'a>>,
    /// Videos, articles and courses, each once; everything else refers to them by their ids.
    #[serde(skip_serializing_if = "is_empty")]
    pub resources: Vec<Resource<'a>>,
    /// Anything else you want to keep here: shown nowhere, kept when the ladder is written anew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext: Option<Ext<'a>>,
}

/// A titled address.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Link<'a> {
    /// What the link is called.
    pub title: Name<'a>,
    /// Where it leads.
    pub url: Address<'a>,
}

/// Prose about the whole ladder.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Note<'a> {
    /// Its heading.
    pub title: Name<'a>,
    /// Plain text; a line break (`\n`) is shown as one.
    pub text: Text<'a>,
    /// Where to read on.
    #[serde(skip_serializing_if = "is_empty")]
    pub links: Vec<Link<'a>>,
}

/// A resource, referred to: its id, or an object that says more.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ResourceRef<'a> {
    /// The resource's id.
    Id(Id<'a>),
    /// The resource and how it helps here.
    Full(ResourceRefFull<'a>),
}

/// A resource, and how it helps here.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ResourceRefFull<'a> {
    /// The resource's id.
    pub resource: Id<'a>,
    /// Why it helps here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
    /// The second to start at; wins over a start time in the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
}
