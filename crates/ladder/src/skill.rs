//! Skills, their categories and their levels.

use super::id::Id;
use super::model::{CategoryIx, LevelIx, SkillIx};
use super::resource::ResourceRef;
use serde::{Deserialize, Serialize};

/// A group of skills.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its id, unique among categories.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What belongs in it.
    pub description: Option<String>,
    /// The category it is part of; never in a circle.
    pub parent: Option<CategoryIx>,
}

/// One step of the scale.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Its id, unique among levels.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it means for any skill.
    pub description: Option<String>,
}

/// What kind of thing a skill is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum SkillKind {
    /// Something one can do.
    #[default]
    Skill,
    /// Something one knows.
    Knowledge,
    /// Something one uses.
    Tool,
    /// The way one works with others.
    Behaviour,
}

/// Something a role can ask for.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its id, unique among skills.
    pub id: Id,
    /// Its full name.
    pub name: String,
    /// A shorter name, for tags and tables.
    pub short_name: Option<String>,
    /// What kind of thing it is.
    pub kind: SkillKind,
    /// The group it belongs to.
    pub category: Option<CategoryIx>,
    /// What it is.
    pub description: Option<String>,
    /// Other names, found by search and filter.
    pub also_known_as: Vec<String>,
    /// Concrete tools or parts: "TensorFlow".
    pub includes: Vec<String>,
    /// What each level means for this skill, by level; may be sparse.
    pub levels: Vec<(LevelIx, SkillLevel)>,
    /// Skills near to it.
    pub related: Vec<SkillIx>,
    /// What helps to learn it.
    pub resources: Vec<ResourceRef>,
}

impl Skill {
    /// The short name where there is one, else the name.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// What this level means for this skill, where the document says so.
    #[must_use]
    pub fn level(&self, level: LevelIx) -> Option<&SkillLevel> {
        self.levels.iter().find(|(at, _)| *at == level).map(|(_, text)| text)
    }
}

/// What a level means for one skill.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillLevel {
    /// The level's name for this skill, where it differs from the scale's.
    pub name: Option<String>,
    /// What it means.
    pub summary: Option<String>,
    /// How one can tell.
    pub signals: Vec<String>,
    /// What it looks like in practice.
    pub examples: Vec<String>,
}
