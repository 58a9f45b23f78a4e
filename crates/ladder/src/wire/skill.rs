//! What the roles refer to, as it is written: categories, levels, skills, tracks and resources.

use super::words::{Address, Date, Id, LanguageTag, Name, Text};
use super::{ResourceRef, is_empty};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// A group of skills.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Category<'a> {
    /// Its id, unique among categories.
    pub id: Id<'a>,
    /// Its name.
    pub name: Name<'a>,
    /// What belongs in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
    /// The id of the category it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id<'a>>,
}

/// One step of the scale.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level<'a> {
    /// Its id, unique among levels.
    pub id: Id<'a>,
    /// Its name, such as "Working knowledge".
    pub name: Name<'a>,
    /// What it means for any skill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
}

/// Something a role can ask for.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Skill<'a> {
    /// Its id, unique among skills.
    pub id: Id<'a>,
    /// Its full name.
    pub name: Name<'a>,
    /// A shorter name, for tags and tables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Name<'a>>,
    /// What kind of thing it is; `skill` where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SkillKind>,
    /// The id of the category it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Id<'a>>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
    /// Other names, found by search and filter.
    #[serde(skip_serializing_if = "is_empty")]
    pub also_known_as: Vec<Text<'a>>,
    /// Concrete tools or parts, such as "TensorFlow".
    #[serde(skip_serializing_if = "is_empty")]
    pub includes: Vec<Text<'a>>,
    /// What a level means for this skill, by the level's id. Levels may be missing.
    #[serde(skip_serializing_if = "Levels::is_empty")]
    pub levels: Levels<'a>,
    /// The ids of skills near to it.
    #[serde(skip_serializing_if = "is_empty")]
    pub related: Vec<Id<'a>>,
    /// What helps to learn it.
    #[serde(skip_serializing_if = "is_empty")]
    pub resources: Vec<ResourceRef<'a>>,
}

/// What kind of thing a skill is.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SkillKind {
    /// Something one can do.
    Skill,
    /// Something one knows.
    Knowledge,
    /// Something one uses.
    Tool,
    /// The way one works with others.
    Behaviour,
}

/// What levels mean for one skill, by their ids, in the document's order.
pub struct Levels<'a>(pub Vec<(Id<'a>, SkillLevel<'a>)>);

impl Levels<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Levels<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, level)| (id, level)))
    }
}

impl JsonSchema for Levels<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Levels".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<Id<'static>>(),
            "additionalProperties": generator.subschema_for::<Option<SkillLevel<'static>>>(),
        })
    }
}

/// What a level means for one skill.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SkillLevel<'a> {
    /// The level's name for this skill, where it differs from the scale's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Name<'a>>,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text<'a>>,
    /// How one can tell.
    #[serde(skip_serializing_if = "is_empty")]
    pub signals: Vec<Text<'a>>,
    /// What it looks like in practice.
    #[serde(skip_serializing_if = "is_empty")]
    pub examples: Vec<Text<'a>>,
}

/// A ladder beside others.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Track<'a> {
    /// Its id, unique among tracks.
    pub id: Id<'a>,
    /// Its name, such as "Management".
    pub name: Name<'a>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
}

/// Something to learn from.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Resource<'a> {
    /// Its id, unique among resources.
    pub id: Id<'a>,
    /// Its title.
    pub title: Name<'a>,
    /// Where it is.
    pub url: Address<'a>,
    /// What it is; where it is left out, the address of a video makes a `video`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResourceType>,
    /// Who made or hosts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Text<'a>>,
    /// The language it is in, or a list of languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Languages<'a>>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text<'a>>,
    /// The day on which someone last saw it work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Date<'a>>,
}

/// What a resource is.
#[derive(Clone, Copy, Serialize, JsonSchema)]
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

/// The language of a resource, or its languages.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub enum Languages<'a> {
    /// The tag of a language.
    One(LanguageTag<'a>),
    /// The tags of several.
    Several(Vec<LanguageTag<'a>>),
}
