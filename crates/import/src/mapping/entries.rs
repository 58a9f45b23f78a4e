//! Entries of a section of a mapping, and which of them are used.

use crate::source::Location;
use crate::split::key;
use std::cell::Cell;
use std::collections::HashMap;

/// What names of the source stand for.
#[derive(Debug, Default)]
pub(super) struct Entries {
    by_name: HashMap<String, Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    meaning: String,
    location: Location,
    is_used: Cell<bool>,
}

impl Entries {
    /// Adds an entry, in place of an earlier one for the same name.
    pub fn insert(&mut self, name: String, meaning: String, location: Location) {
        let key = key(&name);
        self.by_name.insert(key, Entry { name, meaning, location, is_used: Cell::new(false) });
    }

    /// What a name stands for. The entry counts as used from now on.
    pub fn get(&self, name: &str) -> Option<&str> {
        let entry = self.by_name.get(&key(name))?;
        entry.is_used.set(true);
        Some(&entry.meaning)
    }

    /// The names that were never looked up, in the order of the file.
    pub fn unused(&self) -> Vec<&str> {
        let entries = self.by_name.values().filter(|entry| !entry.is_used.get());
        let mut unused: Vec<&Entry> = entries.collect();
        unused.sort_by_key(|entry| entry.location);
        unused.into_iter().map(|entry| entry.name.as_str()).collect()
    }
}
