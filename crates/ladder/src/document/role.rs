//! Roles, their tracks, what they require, and the steps between them.

use super::id::Id;
use super::index::{LevelIx, RoleIx, SkillIx, TrackIx};
use super::resource::{Link, ResourceRef};
use super::rich_text::RichText;
use super::text_form::{Name, Names, OrDefault};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A parallel track.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Track {
    /// Its id, unique among tracks.
    pub id: Id,
    /// Its name, such as "Management".
    #[serde(with = "Name")]
    pub name: String,
    /// Who it is for.
    pub description: Option<RichText>,
}

/// A rung of the ladder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role {
    /// Its id, unique among roles.
    pub id: Id,
    /// Ids it had before. Links and answers that use them lead to it.
    #[serde(default)]
    pub formerly: Vec<Id>,
    /// Its title.
    #[serde(with = "Name")]
    pub title: String,
    /// A shorter title, for tables and tags.
    #[serde(default, with = "Name")]
    pub short_title: Option<String>,
    /// Other titles, found by search.
    #[serde(default, with = "Names")]
    pub also_known_as: Vec<String>,
    /// A character or two that stand for it.
    pub icon: Option<String>,
    /// Where on the ladder it stands, such as "Entry point".
    pub stage: Option<String>,
    /// One or two sentences.
    pub summary: Option<RichText>,
    /// The id of the track it belongs to.
    pub track: Option<TrackIx>,
    /// The job family it belongs to.
    pub family: Option<String>,
    /// Its grade in your scheme.
    pub grade: Option<String>,
    /// What it concentrates on.
    pub focus: Option<RichText>,
    /// What it changes for the organisation.
    pub impact: Option<RichText>,
    /// What it is responsible for.
    #[serde(default)]
    pub responsibilities: Vec<Statement>,
    /// The skills it requires, each once.
    #[serde(default)]
    pub skills: Vec<Requirement>,
    /// The ids of roles whose skills it requires, too, wherever they stand. Those skills are shown as
    /// carried over.
    #[serde(default)]
    pub extends: Vec<RoleIx>,
    /// Learning resources for this role.
    #[serde(default)]
    pub resources: Vec<ResourceRef>,
    /// Where it leads. If no role of an ordered ladder has this field, each role leads to the one
    /// after it on the same track.
    #[serde(default)]
    pub next: Vec<Edge>,
}

impl Role {
    /// The short title if there is one, otherwise the title.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_title.as_deref().unwrap_or(&self.title)
    }

    /// What this role itself requires of a skill; skills carried over from earlier roles are not
    /// included.
    #[must_use]
    pub fn requirement(&self, skill: SkillIx) -> Option<&Requirement> {
        self.skills.iter().find(|r| r.skill == skill)
    }

    /// The key skills of the role, in its order.
    pub fn core(&self) -> impl Iterator<Item = &Requirement> {
        self.skills.iter().filter(|r| r.kind == RequirementKind::Core)
    }
}

/// One responsibility of a role, or one thing that a skill means: text, or an object that says more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Statement {
    /// Its id, unique within its role or skill.
    pub id: Option<Id>,
    /// The text.
    pub text: RichText,
    /// The heading it stands under.
    pub group: Option<String>,
    /// The id of the skill it is about.
    pub skill: Option<SkillIx>,
    /// What it looks like in practice.
    #[serde(default)]
    pub examples: Vec<RichText>,
    /// Where to read on.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// How firmly a role requires a skill.
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
pub enum RequirementKind {
    /// Good to have.
    Optional,
    /// Required.
    #[default]
    Required,
    /// A key skill of the role.
    Core,
}

/// A skill that a role requires: its id, or an object that says how.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Requirement {
    /// The skill's id.
    pub skill: SkillIx,
    /// The id of the required level, if the ladder has a scale.
    pub level: Option<LevelIx>,
    /// How firmly it is required; `required` if left out.
    #[serde(default, with = "OrDefault::<RequirementKind>")]
    pub kind: RequirementKind,
    /// A short note.
    pub note: Option<RichText>,
    /// What it means in this role.
    #[serde(default)]
    pub statements: Vec<Statement>,
}

/// What kind of move a step is.
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
pub enum EdgeKind {
    /// A step up. Steps up form no loop.
    #[default]
    Promotion,
    /// A step sideways.
    Lateral,
    /// A step back to an earlier role or to another track.
    Return,
}

/// A step to another role: the role's id, or an object that says what kind of step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Edge {
    /// The id of the role it leads to.
    #[serde(rename = "role")]
    pub to: RoleIx,
    /// What kind of step it is; `promotion` if left out.
    #[serde(default, with = "OrDefault::<EdgeKind>")]
    pub kind: EdgeKind,
    /// A short note.
    pub note: Option<RichText>,
}
