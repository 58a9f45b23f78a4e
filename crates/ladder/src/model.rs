//! The ladder as the pages see it: a document that was read whole and found sound.
//!
//! Everything refers to everything else by place ([`RoleIx`], [`SkillIx`] …) and each place is
//! valid in the document it came from, because only [`super::read`] makes one.

use super::graph::{RequirementIndex, RoleGraph};
use super::id::Id;
use super::resource::{Link, Note, Resource, ResourceRef};
use super::role::{Role, Track};
use super::skill::{Category, Level, Skill};
use serde::{Deserialize, Serialize};
use std::ops::{Deref, Index};

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident -> $thing:ident in $list:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place as an index into the document's list.
            #[must_use]
            pub fn at(self) -> usize {
                self.0 as usize
            }

            /// Every place of a list of `len` things, in the document's order.
            pub fn all(len: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
                (0..len).map(Self::from)
            }
        }

        impl From<usize> for $name {
            fn from(place: usize) -> Self {
                #[allow(clippy::cast_possible_truncation)] // lists are limited to 20,000 entries
                Self(place as u32)
            }
        }

        impl Index<$name> for Document {
            type Output = $thing;
            fn index(&self, place: $name) -> &$thing {
                &self.$list[place.at()]
            }
        }
    )*};
}

places! {
    /// The place of a role; rungs stand in this order, entry first.
    RoleIx -> Role in roles;
    /// The place of a skill.
    SkillIx -> Skill in skills;
    /// The place of a level in the scale, lowest first: a higher place is a higher level.
    LevelIx -> Level in scale;
    /// The place of a category.
    CategoryIx -> Category in categories;
    /// The place of a track.
    TrackIx -> Track in tracks;
    /// The place of a resource.
    ResourceIx -> Resource in resources;
}

/// A sound document and what follows from it. Reads like its [`Document`].
#[derive(Debug, PartialEq)]
pub struct Ladder {
    document: Document,
    graph: RoleGraph,
    requirement_index: RequirementIndex,
}

impl Ladder {
    /// Derives what follows from a document whose places are all valid.
    #[inline(never)]
    pub(super) fn new(document: Document) -> Self {
        let graph = RoleGraph::new(&document);
        let requirement_index = RequirementIndex::new(&document);
        Self { document, graph, requirement_index }
    }

    /// The steps between roles, and the skills carried over along promotions.
    #[must_use]
    pub fn graph(&self) -> &RoleGraph {
        &self.graph
    }

    /// The requirements of all roles by skill.
    pub(super) fn requirement_index(&self) -> &RequirementIndex {
        &self.requirement_index
    }

    /// The document as it was read.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl Deref for Ladder {
    type Target = Document;
    fn deref(&self) -> &Document {
        &self.document
    }
}

/// All that a document says, in the order of the format's page. Unpacked by [`super::Unpacker`].
#[derive(Debug, PartialEq, Serialize)]
pub struct Document {
    /// The address of a schema for editors; ignored, kept on export.
    pub schema: Option<Box<str>>,
    /// Names the ladder in addresses and in stored answers.
    pub id: Id,
    /// The ladder's title; never blank.
    pub title: String,
    /// One or two sentences on the whole.
    pub summary: Option<String>,
    /// The publisher's own version of the content.
    pub version: Option<String>,
    /// The ISO date of the last change, as written.
    pub updated: Option<String>,
    /// The licence of the content.
    pub license: Option<String>,
    /// Whom to credit.
    pub attribution: Option<String>,
    /// The BCP 47 tag of the content's language, `en` where none is given.
    pub language: String,
    /// Where the content comes from.
    pub source: Option<Link>,
    /// Whether a role also asks for what the roles below it on its path ask for.
    pub cumulative: bool,
    /// Whether neighbouring roles are steps; false for a catalogue.
    pub ordered: bool,
    /// Prose about the whole.
    pub notes: Vec<Note>,
    /// Resources for the whole ladder.
    pub reading: Vec<ResourceRef>,
    /// Groups of skills.
    pub categories: Vec<Category>,
    /// Levels of skill, lowest first; empty where skills are simply asked for or not.
    pub scale: Vec<Level>,
    /// Every skill.
    pub skills: Vec<Skill>,
    /// Parallel ladders.
    pub tracks: Vec<Track>,
    /// Every role, entry first; at least one.
    pub roles: Vec<Role>,
    /// Videos, articles, courses, each once.
    pub resources: Vec<Resource>,
    /// Anything else, as the JSON text it was; shown nowhere, kept on export.
    pub ext: Option<Box<str>>,
}

impl Document {
    /// The place of the role with this id.
    #[must_use]
    pub fn role_by_id(&self, id: &Id) -> Option<RoleIx> {
        RoleIx::all(self.roles.len()).find(|&ix| self[ix].id == *id)
    }

    /// The place of the skill with this id.
    #[must_use]
    pub fn skill_by_id(&self, id: &Id) -> Option<SkillIx> {
        SkillIx::all(self.skills.len()).find(|&ix| self[ix].id == *id)
    }

    /// The place of the level with this id.
    #[must_use]
    pub fn level_by_id(&self, id: &Id) -> Option<LevelIx> {
        LevelIx::all(self.scale.len()).find(|&ix| self[ix].id == *id)
    }

    /// The place of the category with this id.
    #[must_use]
    pub fn category_by_id(&self, id: &Id) -> Option<CategoryIx> {
        CategoryIx::all(self.categories.len()).find(|&ix| self[ix].id == *id)
    }

    /// Every role's place, entry first.
    pub fn role_places(
        &self,
    ) -> impl DoubleEndedIterator<Item = RoleIx> + ExactSizeIterator + Clone + use<> {
        RoleIx::all(self.roles.len())
    }

    /// Every skill's place, in the document's order.
    pub fn skill_places(
        &self,
    ) -> impl DoubleEndedIterator<Item = SkillIx> + ExactSizeIterator + Clone + use<> {
        SkillIx::all(self.skills.len())
    }
}
