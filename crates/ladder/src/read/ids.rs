//! The ids a document declares, known before anything that refers to them is read.

use super::limits;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Names and their places among their own kind. Each is looked for often: a quick hash is worth more
/// than one that names made to collide cannot slow down, of which a document has 20,000 at the most.
#[derive(Default)]
pub(super) struct Names(FxHashMap<Box<str>, u32>);

impl Names {
    /// The place of a name.
    pub fn get(&self, name: &str) -> Option<u32> {
        self.0.get(name).copied()
    }

    /// Adds a name, unless it is there already: then its place.
    pub fn insert(&mut self, name: Cow<'_, str>, place: u32) -> Option<u32> {
        let before = self.get(&name);
        if before.is_none() {
            self.0.insert(name.into(), place);
        }
        before
    }

    /// Forgets all names.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// What has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Category,
    Level,
    Skill,
    Track,
    Role,
    Resource,
}

impl Thing {
    /// What a top-level field lists, where it lists things with ids.
    pub fn listed_in(field: &str) -> Option<Self> {
        Some(match field {
            "categories" => Self::Category,
            "scale" => Self::Level,
            "skills" => Self::Skill,
            "tracks" => Self::Track,
            "roles" => Self::Role,
            "resources" => Self::Resource,
            _ => return None,
        })
    }

    /// The top-level field that lists them.
    pub fn field(self) -> &'static str {
        match self {
            Self::Category => "categories",
            Self::Level => "scale",
            Self::Skill => "skills",
            Self::Track => "tracks",
            Self::Role => "roles",
            Self::Resource => "resources",
        }
    }

    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Level => "level",
            Self::Skill => "skill",
            Self::Track => "track",
            Self::Role => "role",
            Self::Resource => "resource",
        }
    }

    /// How many of them a document may have.
    pub fn limit(self) -> usize {
        match self {
            Self::Skill => limits::SKILLS,
            Self::Role => limits::ROLES,
            Self::Resource => limits::RESOURCES,
            Self::Category | Self::Level | Self::Track => usize::MAX,
        }
    }
}

/// All things of one kind.
#[derive(Default)]
pub(super) struct Declared {
    /// Their ids as written, sound or not; the first of two that are equal.
    pub names: Names,
    /// Where each begins in the text.
    pub offsets: Vec<u32>,
}

impl Declared {
    /// The ids by the places of the things.
    pub fn by_place(&self) -> Vec<Option<&str>> {
        let mut by_place = vec![None; self.offsets.len()];
        for (name, &place) in &self.names.0 {
            by_place[place as usize] = Some(&**name);
        }
        by_place
    }
}

/// All things with ids, by kind.
#[derive(Default)]
pub(super) struct Ids([Declared; 6]);

impl Ids {
    /// The things of one kind.
    pub fn of(&self, thing: Thing) -> &Declared {
        &self.0[thing as usize]
    }

    /// The things of one kind, to add to them.
    pub fn of_mut(&mut self, thing: Thing) -> &mut Declared {
        &mut self.0[thing as usize]
    }
}
