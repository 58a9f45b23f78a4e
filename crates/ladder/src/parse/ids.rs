//! The ids that a document declares, known before anything that refers to them is parsed.

use super::limits;
use super::scales::Scales;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Maps names to indices. Lookups are frequent, so the hash is a fast one; deliberate collisions do little
/// harm with at most 20,000 names.
#[derive(Default)]
pub(super) struct Names(FxHashMap<Box<str>, u32>);

impl Names {
    /// The index of a name.
    pub fn get(&self, name: &str) -> Option<u32> {
        self.0.get(name).copied()
    }

    /// Adds a name. If it is there already, keeps and returns its index.
    pub fn insert(&mut self, name: Cow<'_, str>, index: u32) -> Option<u32> {
        let before = self.get(&name);
        if before.is_none() {
            self.0.insert(name.into(), index);
        }
        before
    }

    /// Removes all names.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// The kinds of items that have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Category,
    Level,
    Scale,
    Skill,
    Track,
    Role,
    Resource,
}

impl Thing {
    /// The kind of item that a top-level field lists, if they have ids.
    pub fn listed_in(field: &str) -> Option<Self> {
        Some(match field {
            "categories" => Self::Category,
            "scale" => Self::Level,
            "scales" => Self::Scale,
            "skills" => Self::Skill,
            "tracks" => Self::Track,
            "roles" => Self::Role,
            "resources" => Self::Resource,
            _ => return None,
        })
    }

    /// The top-level field that lists things of this kind.
    pub fn field(self) -> &'static str {
        match self {
            Self::Category => "categories",
            Self::Level => "scale",
            Self::Scale => "scales",
            Self::Skill => "skills",
            Self::Track => "tracks",
            Self::Role => "roles",
            Self::Resource => "resources",
        }
    }

    /// The name of one of them in messages.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Level => "level",
            Self::Scale => "scale",
            Self::Skill => "skill",
            Self::Track => "track",
            Self::Role => "role",
            Self::Resource => "resource",
        }
    }

    /// The most of them that a document may have.
    pub fn limit(self) -> usize {
        match self {
            Self::Skill => limits::SKILLS,
            Self::Role => limits::ROLES,
            Self::Resource => limits::RESOURCES,
            Self::Scale => limits::SCALES,
            Self::Category | Self::Level | Self::Track => usize::MAX,
        }
    }
}

/// All ids of one kind.
#[derive(Default)]
pub(super) struct Declared {
    /// Their ids as written, valid or not; the first of two that are equal.
    pub names: Names,
    /// Where each begins in the text.
    pub offsets: Vec<u32>,
}

impl Declared {
    /// The ids by index.
    pub fn by_index(&self) -> Vec<Option<&str>> {
        let mut by_index = vec![None; self.offsets.len()];
        for (name, &index) in &self.names.0 {
            by_index[index as usize] = Some(&**name);
        }
        by_index
    }
}

/// All ids, by kind.
#[derive(Default)]
pub(super) struct Ids {
    by_kind: [Declared; 7],
    /// The ids of the levels of all scales but the ladder's own.
    pub scales: Scales,
}

impl Ids {
    /// The ids of one kind.
    pub fn of(&self, thing: Thing) -> &Declared {
        &self.by_kind[thing as usize]
    }

    /// The ids of one kind, to add to them.
    pub fn of_mut(&mut self, thing: Thing) -> &mut Declared {
        &mut self.by_kind[thing as usize]
    }
}
