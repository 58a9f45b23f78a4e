//! Skills, their categories, and what levels mean for a skill.

use super::id::Id;
use super::index::{CategoryIx, LevelIx, ScaleIx, SkillIx};
use super::pairs::Pairs;
use super::resource::ResourceRef;
use super::rich_text::RichText;
use super::role::Statement;
use super::text_form::{Name, Names, OrDefault};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A group of skills.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Category {
    /// Its id, unique among categories.
    pub id: Id,
    /// Its name.
    #[serde(with = "Name")]
    pub name: String,
    /// What belongs in it.
    pub description: Option<RichText>,
    /// The id of the category it is part of.
    pub parent: Option<CategoryIx>,
    /// The id of the scale of its skills, if not that of the category it is part of.
    pub scale: Option<ScaleIx>,
}

/// What kind of thing a skill is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SkillKind {
    /// Something you can do.
    #[default]
    Skill,
    /// Something you know.
    Knowledge,
    /// Something you use.
    Tool,
    /// The way you work with others.
    Behaviour,
}

/// Something a role can require.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Skill {
    /// Its id, unique among skills.
    pub id: Id,
    /// Ids it had before. Links and answers that use them lead to it.
    #[serde(default)]
    pub formerly: Vec<Id>,
    /// Its full name.
    #[serde(with = "Name")]
    pub name: String,
    /// A shorter name, for tags and tables.
    #[serde(default, with = "Name")]
    pub short_name: Option<String>,
    /// What kind of thing it is; `skill` if left out.
    #[serde(default, with = "OrDefault::<SkillKind>")]
    pub kind: SkillKind,
    /// The id of the category it belongs to.
    pub category: Option<CategoryIx>,
    /// The id of its scale, if not that of its category.
    pub scale: Option<ScaleIx>,
    /// What it is.
    pub description: Option<RichText>,
    /// Other names, found by search and filter.
    #[serde(default, with = "Names")]
    pub also_known_as: Vec<String>,
    /// Concrete tools or parts, such as "TensorFlow".
    #[serde(default, with = "Names")]
    pub includes: Vec<String>,
    /// What it means in practice, such as objectives or indicators.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// What a level means for this skill, by the level's id. Levels may be missing.
    #[serde(default, with = "Pairs::<SkillLevel>")]
    pub levels: Vec<(LevelIx, SkillLevel)>,
    /// The ids of related skills.
    #[serde(default)]
    pub related: Vec<SkillIx>,
    /// What helps to learn it.
    #[serde(default)]
    pub resources: Vec<ResourceRef>,
}

impl Skill {
    /// The short name if there is one, otherwise the name.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// What this level means for this skill, if the document says so.
    #[must_use]
    pub fn level(&self, level: LevelIx) -> Option<&SkillLevel> {
        self.levels.iter().find(|(ix, _)| *ix == level).map(|(_, text)| text)
    }
}

/// What a level means for one skill.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SkillLevel {
    /// The level's name for this skill, if it differs from the one on the scale.
    #[serde(default, with = "Name")]
    pub name: Option<String>,
    /// What it means.
    pub summary: Option<RichText>,
    /// How to recognise it.
    #[serde(default)]
    pub signals: Vec<RichText>,
    /// What it looks like in practice.
    #[serde(default)]
    pub examples: Vec<RichText>,
}
