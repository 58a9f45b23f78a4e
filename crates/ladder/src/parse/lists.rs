//! The lists of a document, which are parsed item by item.

use super::context::Context;
use super::deserializer::deserialize;
use super::ids::Thing;
use super::item_checks::{check_category, check_id, check_role, check_scale, check_skill};
use crate::{Category, Document, Level, Note, Resource, ResourceRef, Role, Scale, Skill, Track};

/// The items parsed so far.
#[derive(Default)]
pub(super) struct Lists {
    pub notes: Vec<Note>,
    pub reading: Vec<ResourceRef>,
    pub categories: Vec<Category>,
    pub scale: Vec<Level>,
    pub scales: Vec<Scale>,
    pub skills: Vec<Skill>,
    pub tracks: Vec<Track>,
    pub roles: Vec<Role>,
    pub resources: Vec<Resource>,
}

impl Lists {
    /// Parses the item that the context holds, which has this index in `list`.
    pub fn parse(&mut self, list: &str, index: usize, context: &mut Context<'_, '_>) {
        if let Some(thing) = Thing::listed_in(list) {
            check_id(context, thing, index);
        }
        match list {
            "notes" => self.notes.extend(deserialize(context)),
            "reading" => self.reading.extend(deserialize(context)),
            "scale" => self.scale.extend(deserialize(context)),
            "tracks" => self.tracks.extend(deserialize(context)),
            "resources" => self.resources.extend(deserialize(context)),
            "scales" => {
                let scale: Option<Scale> = deserialize(context);
                self.scales.extend(scale.inspect(|scale| check_scale(scale, context)));
            }
            "skills" => {
                context.scale = context.ids.scales.of_skill(index);
                let skill: Option<Skill> = deserialize(context);
                self.skills.extend(skill.inspect(|skill| check_skill(skill, index, context)));
            }
            "categories" => {
                let category: Option<Category> = deserialize(context);
                self.categories.extend(category.inspect(|it| check_category(it, index, context)));
            }
            _ => {
                let mut role: Option<Role> = deserialize(context);
                role.iter_mut().for_each(|role| check_role(role, index, context));
                self.roles.extend(role);
            }
        }
    }

    /// The document with these lists.
    pub fn complete(self, document: Document) -> Document {
        let Self { notes, reading, categories, scale, scales, skills, tracks, roles, resources } =
            self;
        Document {
            notes,
            reading,
            categories,
            scale,
            scales,
            skills,
            tracks,
            roles,
            resources,
            ..document
        }
    }
}
