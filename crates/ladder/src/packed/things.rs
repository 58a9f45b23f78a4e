//! What a document is made of, field by field in the order in which they are declared.

use super::{Bytes, Packed};
use crate::model::{CategoryIx, Document, LevelIx, ResourceIx, RoleIx, SkillIx, TrackIx};
use crate::{
    Category, Edge, EdgeKind, Level, Link, Listed, Note, Requirement, RequirementKind, Resource,
    ResourceRef, ResourceType, Role, Skill, SkillKind, SkillLevel, Statement, Track,
};

macro_rules! things {
    ($($thing:ident { $($field:ident),* })*) => {$(
        impl Packed for $thing {
            fn read(bytes: &mut Bytes) -> Self {
                // Fields are read in the order in which they stand here.
                Self { $($field: Packed::read(bytes)),* }
            }
        }
    )*};
}

things! {
    Category { id, name, description, parent }
    Edge { to, kind, note }
    Level { id, name, description }
    Link { title, url }
    Listed { id, title, summary, file }
    Note { title, text, links }
    Requirement { skill, level, kind, note, statements }
    Resource { id, title, url, declared, provider, languages, description, checked }
    ResourceRef { resource, note, start }
    Role {
        id, title, short_title, also_known_as, icon, stage, summary, track, family, grade, focus, impact,
        responsibilities, skills, resources, next
    }
    Skill {
        id, name, short_name, kind, category, description, also_known_as, includes, levels, related, resources
    }
    SkillLevel { name, summary, signals, examples }
    Statement { id, text, group, skill, examples, links }
    Track { id, name, description }
}

macro_rules! places {
    ($($place:ident),*) => {$(
        impl Packed for $place {
            fn read(bytes: &mut Bytes) -> Self {
                Self(bytes.number())
            }
        }
    )*};
}

places!(CategoryIx, LevelIx, ResourceIx, RoleIx, SkillIx, TrackIx);

macro_rules! kinds {
    ($($kind:ident { $first:ident $(, $other:ident)* })*) => {$(
        impl Packed for $kind {
            fn read(bytes: &mut Bytes) -> Self {
                const ALL: &[$kind] = &[$kind::$first $(, $kind::$other)*];
                ALL.get(bytes.number() as usize).copied().unwrap_or_else(|| {
                    bytes.refuse();
                    Self::$first
                })
            }
        }
    )*};
}

kinds! {
    EdgeKind { Promotion, Lateral, Return }
    RequirementKind { Optional, Required, Core }
    ResourceType { Video, Article, Course, Book, Tool, Other }
    SkillKind { Skill, Knowledge, Tool, Behaviour }
}

/// A document ahead of its lists, which are empty.
pub fn head(bytes: &mut Bytes) -> Document {
    Document {
        schema: Packed::read(bytes),
        id: Packed::read(bytes),
        title: Packed::read(bytes),
        summary: Packed::read(bytes),
        version: Packed::read(bytes),
        updated: Packed::read(bytes),
        license: Packed::read(bytes),
        attribution: Packed::read(bytes),
        language: Packed::read(bytes),
        source: Packed::read(bytes),
        cumulative: Packed::read(bytes),
        ordered: Packed::read(bytes),
        notes: Packed::read(bytes),
        reading: Packed::read(bytes),
        categories: Vec::new(),
        scale: Vec::new(),
        skills: Vec::new(),
        tracks: Vec::new(),
        roles: Vec::new(),
        resources: Vec::new(),
        ext: None,
    }
}
