//! The ladder as the pages see it: a document that was read whole and found sound.
//!
//! Everything refers to everything else by place ([`RoleIx`], [`SkillIx`] …) and each place is
//! valid in the document it came from, because only [`super::read`] makes one.

use super::address::Address;
use super::id::Id;
use super::steps::Steps;
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
    steps: Steps,
}

impl Ladder {
    /// Derives the steps from a document whose places are all valid.
    pub(super) fn new(document: Document) -> Self {
        let steps = Steps::of(&document);
        Self { document, steps }
    }

    /// The steps between roles and what is carried up them.
    #[must_use]
    pub fn steps(&self) -> &Steps {
        &self.steps
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

/// All that a document says, in the order of the format's page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
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

/// A titled `http:` or `https:` address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What the link is called.
    pub title: String,
    /// Where it leads.
    pub url: Address,
}

/// Prose about the whole ladder.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its heading.
    pub title: String,
    /// Plain text; a line break is shown as one.
    pub text: String,
    /// Where to read on.
    pub links: Vec<Link>,
}

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

/// A ladder beside others: individual contributor and manager, say.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its id, unique among tracks.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub description: Option<String>,
}

/// A rung.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Its id, unique among roles.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// A shorter title, for tables and tags.
    pub short_title: Option<String>,
    /// Other titles, found by search.
    pub also_known_as: Vec<String>,
    /// A character or two that stand for it.
    pub icon: Option<String>,
    /// Where on the way it stands: "Entry point".
    pub stage: Option<String>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The track it stands on.
    pub track: Option<TrackIx>,
    /// The job family it belongs to.
    pub family: Option<String>,
    /// Its grade in the publisher's scheme.
    pub grade: Option<String>,
    /// What it concentrates on.
    pub focus: Option<String>,
    /// What it changes for the organisation.
    pub impact: Option<String>,
    /// What it is answerable for.
    pub responsibilities: Vec<Statement>,
    /// What it asks for; each skill once.
    pub skills: Vec<Requirement>,
    /// What helps to get there.
    pub resources: Vec<ResourceRef>,
    /// The authored steps from here; empty where they are implied.
    pub next: Vec<Edge>,
}

impl Role {
    /// The short title where there is one, else the title.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_title.as_deref().unwrap_or(&self.title)
    }

    /// What this role itself asks for of a skill; carried skills are in [`Steps`].
    #[must_use]
    pub fn requirement(&self, skill: SkillIx) -> Option<&Requirement> {
        self.skills.iter().find(|r| r.skill == skill)
    }

    /// The key skills of the role, in its order.
    pub fn core(&self) -> impl Iterator<Item = &Requirement> {
        self.skills.iter().filter(|r| r.kind == RequirementKind::Core)
    }
}

/// One thing a role (or one of its skills) is answerable for.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id, unique within its role.
    pub id: Option<Id>,
    /// What it says.
    pub text: String,
    /// The heading it stands under.
    pub group: Option<String>,
    /// The skill it speaks of.
    pub skill: Option<SkillIx>,
    /// What it looks like in practice.
    pub examples: Vec<String>,
    /// Where to read on.
    pub links: Vec<Link>,
}

/// How firmly a role asks for a skill.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum RequirementKind {
    /// Good to have.
    Optional,
    /// Asked for.
    #[default]
    Required,
    /// A key skill of the role.
    Core,
}

/// What a role asks for of one skill.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// The skill.
    pub skill: SkillIx,
    /// The level asked for, where the ladder has a scale.
    pub level: Option<LevelIx>,
    /// How firmly.
    pub kind: RequirementKind,
    /// A word on it.
    pub note: Option<String>,
    /// What it means in this role.
    pub statements: Vec<Statement>,
}

/// What a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

/// Something to learn from.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its id, unique among resources.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Where it is.
    pub url: Address,
    /// What it is, where the document says so; else see [`Resource::kind`].
    pub declared: Option<ResourceType>,
    /// Who made or hosts it.
    pub provider: Option<String>,
    /// BCP 47 tags of the languages it is in.
    pub languages: Vec<String>,
    /// What it is about.
    pub description: Option<String>,
    /// The ISO date on which someone last saw it work.
    pub checked: Option<String>,
}

/// A resource as something refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceRef {
    /// The resource.
    pub resource: ResourceIx,
    /// Why it helps here.
    pub note: Option<String>,
    /// The second to start at; wins over a start time in the address.
    pub start: Option<u32>,
}

/// What kind of move a step is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum EdgeKind {
    /// A step up.
    #[default]
    Promotion,
    /// A step sideways.
    Lateral,
    /// A step back to an earlier or another track.
    Return,
}

/// An authored step from one role to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Where it leads.
    pub to: RoleIx,
    /// What kind of move it is.
    pub kind: EdgeKind,
    /// A word on it.
    pub note: Option<String>,
}
