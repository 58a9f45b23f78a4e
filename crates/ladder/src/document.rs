//! The document: each field of the format is declared here, once.
//!
//! Everything else follows from these types through serde and schemars: what the parser knows and
//! checks ([`crate::Parser`]), the published JSON Schema ([`json_schema`]), the canonical JSON
//! ([`to_json`]) and the bytes that travel from the worker to the page ([`crate::Unpacker`]).

mod address;
mod canonical;
mod date;
mod direction;
mod id;
mod indent;
mod index;
mod json_serializer;
pub(crate) mod language_tag;
mod pairs;
mod resource;
mod rich_text;
mod role;
mod scale;
mod schema;
pub(crate) mod shape;
mod skill;
pub(crate) mod text_form;

pub use address::{Address, AddressFault, ResourceAddress};
pub(crate) use canonical::to_spoken_json;
pub use canonical::{to_json, to_latest_json};
pub use date::is_date;
pub use id::Id;
pub use index::{CategoryIx, LevelIx, ResourceIx, RoleIx, ScaleIx, SkillIx, TrackIx};
pub use json_serializer::WriteError;
pub use resource::{Link, Note, Resource, ResourceRef, ResourceType};
pub use rich_text::{Mark, MarkKind, RichText};
pub use role::{Edge, EdgeKind, Requirement, RequirementKind, Role, Statement, Track};
pub(crate) use scale::scales_of_categories;
pub use scale::{Level, LevelPosition, Scale};
pub use schema::json_schema;
pub use skill::{Category, Skill, SkillKind, SkillLevel};
pub use text_form::FormatVersion;

use crate::parse::nearest;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Index;
use text_form::{Date, Name, OrDefault, OrEnglish, OrTrue, RawJson};

/// A career ladder.
///
/// Only `format`, `id`, `title` and `roles` are required, and of a role only `id` and `title`.
#[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document {
    /// The address of this schema, for editors; readers of the ladder ignore it.
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    /// The version of the format: 2, or 1 for texts without markup.
    pub format: FormatVersion,
    /// Names the ladder in addresses and in stored answers. Keep it for good.
    pub id: Id,
    /// What the ladder is called.
    #[serde(with = "Name")]
    pub title: String,
    /// A summary of one or two sentences.
    pub summary: Option<RichText>,
    /// Your own version of the content, in any form.
    pub version: Option<String>,
    /// The date of the last change.
    #[serde(default, with = "Date")]
    pub updated: Option<String>,
    /// The licence of the content, such as "CC BY 4.0".
    pub license: Option<RichText>,
    /// Whom to credit.
    pub attribution: Option<RichText>,
    /// The language of the content; English (`en`) if left out.
    #[serde(default, with = "OrEnglish")]
    pub language: String,
    /// Where the content comes from.
    pub source: Option<Link>,
    /// Whether a role also requires what the roles below it on its path require. Those skills are
    /// shown as carried over, not as new. False if left out.
    #[serde(default, with = "OrDefault::<bool>")]
    pub cumulative: bool,
    /// Whether neighbouring roles are steps. False for a catalogue of roles with no steps between
    /// them but those in `next`; true if left out.
    #[serde(default, with = "OrTrue")]
    pub ordered: bool,
    /// Notes on the whole ladder: how to use it, questions and answers.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// Resources for the whole ladder.
    #[serde(default)]
    pub reading: Vec<ResourceRef>,
    /// Groups of skills, in the order they are shown.
    #[serde(default)]
    pub categories: Vec<Category>,
    /// Levels of skill, lowest first. Leave it out if a skill is simply required or not.
    #[serde(default)]
    pub scale: Vec<Level>,
    /// Further scales, for the categories and skills that name them.
    #[serde(default)]
    pub scales: Vec<Scale>,
    /// Every skill that roles require, each once.
    #[serde(default)]
    pub skills: Vec<Skill>,
    /// Parallel ladders, such as individual contributor and manager.
    #[serde(default)]
    pub tracks: Vec<Track>,
    /// Every role, entry first: their order is the order of the rungs.
    #[schemars(length(min = 1))]
    pub roles: Vec<Role>,
    /// Videos, articles and courses, each once; everything else refers to them by their ids.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// Your own data: not shown, and preserved when the ladder is rewritten.
    #[serde(default, with = "RawJson")]
    pub ext: Option<Box<str>>,
}

macro_rules! lists {
    ($($index:ident: $list:ident of $item:ident;)*) => {$(
        impl Index<$index> for Document {
            type Output = $item;
            fn index(&self, index: $index) -> &$item {
                &self.$list[index.index()]
            }
        }
    )*};
}

lists! {
    RoleIx: roles of Role;
    SkillIx: skills of Skill;
    ScaleIx: scales of Scale;
    CategoryIx: categories of Category;
    TrackIx: tracks of Track;
    ResourceIx: resources of Resource;
}

impl Document {
    /// The index of the role that has this id or had it before.
    #[must_use]
    pub fn role_by_id(&self, id: &Id) -> Option<RoleIx> {
        let position = self.roles.iter().position(|role| role.id == *id);
        let former = || self.roles.iter().position(|role| role.formerly.contains(id));
        position.or_else(former).map(Into::into)
    }

    /// The index of the skill that has this id or had it before.
    #[must_use]
    pub fn skill_by_id(&self, id: &Id) -> Option<SkillIx> {
        let position = self.skills.iter().position(|skill| skill.id == *id);
        let former = || self.skills.iter().position(|skill| skill.formerly.contains(id));
        position.or_else(former).map(Into::into)
    }

    /// The role whose id is most similar to `id`, if one is similar.
    #[must_use]
    pub fn nearest_role(&self, id: &Id) -> Option<RoleIx> {
        let found = nearest(id.as_str(), &mut self.roles.iter().map(|role| role.id.as_str()))?;
        self.roles.iter().position(|role| role.id.as_str() == found).map(Into::into)
    }

    /// The skill whose id is most similar to `id`, if one is similar.
    #[must_use]
    pub fn nearest_skill(&self, id: &Id) -> Option<SkillIx> {
        let found = nearest(id.as_str(), &mut self.skills.iter().map(|skill| skill.id.as_str()))?;
        self.skills.iter().position(|skill| skill.id.as_str() == found).map(Into::into)
    }

    /// The id that the role with this id has now; the same id if there is no such role.
    #[must_use]
    pub fn present_role_id(&self, id: &Id) -> Id {
        self.role_by_id(id).map_or(id, |role| &self[role].id).clone()
    }

    /// The id that the skill with this id has now; the same id if there is no such skill.
    #[must_use]
    pub fn present_skill_id(&self, id: &Id) -> Id {
        self.skill_by_id(id).map_or(id, |skill| &self[skill].id).clone()
    }

    /// The index of the category with this id.
    #[must_use]
    pub fn category_by_id(&self, id: &Id) -> Option<CategoryIx> {
        self.categories.iter().position(|category| category.id == *id).map(Into::into)
    }

    /// Every role's index, entry first.
    pub fn role_indices(
        &self,
    ) -> impl DoubleEndedIterator<Item = RoleIx> + ExactSizeIterator + Clone + use<> {
        RoleIx::all(self.roles.len())
    }

    /// Every skill's index, in the document's order.
    pub fn skill_indices(
        &self,
    ) -> impl DoubleEndedIterator<Item = SkillIx> + ExactSizeIterator + Clone + use<> {
        SkillIx::all(self.skills.len())
    }
}
