//! Roles as they are written: what they answer for, what they ask for and where they lead.

use super::words::{Id, Name, Text};
use super::{Link, ResourceRef, is_empty};
use schemars::JsonSchema;
use serde::Serialize;

/// A rung of the ladder.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role<'a> {
    /// Its id, unique among roles.
    pub id: Id<'a>,
    /// Its title.
    pub title: Name<'a>,
    /// A shorter title, for tables and tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_title: Option<Name<'a>>,
    /// Other titles, found by search.
    #[serde(skip_serializing_if = "is_empty")]
    pub also_known_as: Vec<Text<'a>>,
    /// A character or two that stand for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<Text<'a>>,
    /// Where on the way it stands, such as "Entry point".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Text<'a>>,
    /// One or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text<'a>>,
    /// The id of the track it stands on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<Id<'a>>,
    /// The job family it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<Text<'a>>,
    /// Its grade in your scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Text<'a>>,
    /// What it concentrates on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<Text<'a>>,
    /// What it changes for the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<Text<'a>>,
    /// What it is answerable for.
    #[serde(skip_serializing_if = "is_empty")]
    pub responsibilities: Vec<Statement<'a>>,
    /// What it asks for, each skill once.
    #[serde(skip_serializing_if = "is_empty")]
    pub skills: Vec<Requirement<'a>>,
    /// What helps to get there.
    #[serde(skip_serializing_if = "is_empty")]
    pub resources: Vec<ResourceRef<'a>>,
    /// Where it leads. Where no role of an ordered ladder has it, each role leads to the one after
    /// it on the same track.
    #[serde(skip_serializing_if = "is_empty")]
    pub next: Vec<Edge<'a>>,
}

/// One thing a role, or one of its skills, is answerable for: text, or an object that says more.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Statement<'a> {
    /// What it says.
    Text(Text<'a>),
    /// What it says, and more about it.
    Full(StatementFull<'a>),
}

/// One thing a role, or one of its skills, is answerable for.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatementFull<'a> {
    /// Its id, unique within its role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id<'a>>,
    /// What it says.
    pub text: Text<'a>,
    /// The heading it stands under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Text<'a>>,
    /// The id of the skill it speaks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<Id<'a>>,
    /// What it looks like in practice.
    #[serde(skip_serializing_if = "is_empty")]
    pub examples: Vec<Text<'a>>,
    /// Where to read on.
    #[serde(skip_serializing_if = "is_empty")]
    pub links: Vec<Link<'a>>,
}

/// A skill a role asks for: its id, or an object that says how.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Requirement<'a> {
    /// The skill's id.
    Id(Id<'a>),
    /// The skill, and how the role asks for it.
    Full(RequirementFull<'a>),
}

/// A skill a role asks for, and how.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RequirementFull<'a> {
    /// The skill's id.
    pub skill: Id<'a>,
    /// The id of the level asked for, where the ladder has a scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Id<'a>>,
    /// How firmly it is asked for; `required` where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<RequirementKind>,
    /// A word on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
    /// What it means in this role.
    #[serde(skip_serializing_if = "is_empty")]
    pub statements: Vec<Statement<'a>>,
}

/// How firmly a role asks for a skill.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum RequirementKind {
    /// A key skill of the role.
    Core,
    /// Asked for.
    Required,
    /// Good to have.
    Optional,
}

/// A step to another role: the role's id, or an object that says what kind of step.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Edge<'a> {
    /// The id of the role it leads to, a step up.
    Id(Id<'a>),
    /// The role it leads to, and how.
    Full(EdgeFull<'a>),
}

/// A step to another role, and its kind.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EdgeFull<'a> {
    /// The id of the role it leads to.
    pub role: Id<'a>,
    /// What kind of step it is; `promotion` where it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EdgeKind>,
    /// A word on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<'a>>,
}

/// What kind of step leads to another role.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum EdgeKind {
    /// A step up. Steps up form no circle.
    Promotion,
    /// A step sideways.
    Lateral,
    /// A step back to an earlier role or to another track.
    Return,
}
