//! The stored copies of one ladder's answers: their keys, and what each of them holds.

use crate::record::{Record, RecordError};
use crate::renames::Renames;
use crate::store::{Store, StoreError};
use ladder::Id;

/// The place where one tab writes. Two open tabs never have the same one, if the browser has locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TabSlot(pub u32);

/// The names of the two copies in every slot.
const NAMES: [char; 2] = ['a', 'b'];

/// The prefix of the keys of all answers.
const ALL: &str = "career-ladder:answers:";

/// The keys under which the answers to one ladder are stored.
#[derive(Clone, Debug)]
pub struct Keys {
    /// The ladder's id.
    pub ladder: Id,
    /// Where the ladder comes from.
    pub source: String,
    /// The prefix of all keys.
    pub prefix: String,
    /// The former ids of the ladder's roles and skills.
    pub renames: Renames,
}

/// A copy, intact or not.
pub struct StoredCopy {
    pub slot: TabSlot,
    pub name: char,
    pub text: String,
    pub record: Result<Record, RecordError>,
}

/// All copies of one ladder's answers.
pub struct Copies(Vec<StoredCopy>);

impl Keys {
    pub fn new(ladder: &Id, source: &str) -> Self {
        let prefix = format!("{ALL}{ladder}:{source}:");
        Self {
            ladder: ladder.clone(),
            source: source.to_owned(),
            prefix,
            renames: Renames::default(),
        }
    }

    /// The keys of the ladder that `key` belongs to; `None` if it is not a key of answers.
    pub fn containing(key: &str) -> Option<Self> {
        // A source may contain colons; an id and the last part do not.
        let (ladder, rest) = key.strip_prefix(ALL)?.split_once(':')?;
        let (source, _) = rest.rsplit_once(':')?;
        let keys = Self::new(&Id::new(ladder)?, source);
        keys.contains(key).then_some(keys)
    }

    /// Whether this is one of the keys.
    pub fn contains(&self, key: &str) -> bool {
        self.parse_copy(key).is_some() || self.is_quarantine(key)
    }

    /// The key of a copy.
    pub fn copy(&self, slot: TabSlot, name: char) -> String {
        format!("{}{}.{name}", self.prefix, slot.0)
    }

    /// The key of a quarantined text.
    pub fn quarantine(&self, number: u32) -> String {
        format!("{}aside.{number}", self.prefix)
    }

    /// The keys of all quarantined texts.
    pub fn quarantined(&self, store: &dyn Store) -> Result<Vec<String>, StoreError> {
        let mut keys = store.keys()?;
        keys.retain(|key| self.is_quarantine(key));
        Ok(keys)
    }

    fn is_quarantine(&self, key: &str) -> bool {
        let rest = key.strip_prefix(&self.prefix);
        let number = rest.and_then(|rest| rest.strip_prefix("aside."));
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    }

    /// The slot and name of the copy under a key.
    pub fn parse_copy(&self, key: &str) -> Option<(TabSlot, char)> {
        let (slot, name) = key.strip_prefix(&self.prefix)?.split_once('.')?;
        let name = NAMES.into_iter().find(|known| name.chars().eq([*known]))?;
        let slot = TabSlot(slot.parse().ok()?);
        // Only the canonical form, so that a key belongs to one slot only.
        (self.copy(slot, name) == key).then_some((slot, name))
    }

    /// Loads every copy.
    pub fn load(&self, store: &dyn Store) -> Result<Copies, StoreError> {
        let mut copies = Vec::new();
        for key in store.keys()? {
            let Some((slot, name)) = self.parse_copy(&key) else { continue };
            if let Some(text) = store.get(&key)? {
                let record = Record::parse(&text).and_then(|record| self.check_owner(record));
                let record = record.map(|record| {
                    let answers = record.answers.renamed(&self.renames);
                    Record { answers, ..record }
                });
                copies.push(StoredCopy { slot, name, text, record });
            }
        }
        Ok(Copies(copies))
    }

    /// Refuses a record that belongs to another ladder. The site never writes one under these keys.
    fn check_owner(&self, record: Record) -> Result<Record, RecordError> {
        let is_own = record.ladder == self.ladder && record.source == self.source;
        if is_own { Ok(record) } else { Err(RecordError::NotARecord) }
    }
}

impl Copies {
    /// All copies.
    pub fn all(&self) -> &[StoredCopy] {
        &self.0
    }

    /// The copies in a slot.
    pub fn in_slot(&self, slot: TabSlot) -> impl Iterator<Item = &StoredCopy> + Clone {
        self.0.iter().filter(move |copy| copy.slot == slot)
    }

    /// The intact records.
    pub fn records(&self) -> impl Iterator<Item = (TabSlot, &Record)> + Clone {
        self.0.iter().filter_map(|copy| Some((copy.slot, copy.record.as_ref().ok()?)))
    }

    /// Whether a newer version of the site wrote one of them.
    pub fn has_newer(&self) -> bool {
        self.0.iter().any(|copy| copy.record == Err(RecordError::Newer))
    }

    /// Whether a damaged text is the beginning of an intact copy: a torn write, which is complete
    /// elsewhere.
    pub fn has_complete(&self, text: &str) -> bool {
        self.0.iter().any(|copy| copy.record.is_ok() && copy.text.starts_with(text))
    }

    /// A revision later than all of them.
    pub fn next_revision(&self) -> u64 {
        self.records().map(|(_, record)| record.revision).max().unwrap_or(0) + 1
    }

    /// The order in which the copies of a slot are overwritten: first one that is missing, then a
    /// damaged one, then the older one.
    pub fn write_order(&self, slot: TabSlot) -> [char; 2] {
        let rank = |name: char| {
            let copy = self.in_slot(slot).find(|copy| copy.name == name);
            match copy.map(|copy| &copy.record) {
                None => (0, 0),
                Some(Err(_)) => (1, 0),
                Some(Ok(record)) => (2, record.revision),
            }
        };
        let [a, b] = NAMES;
        if rank(b) < rank(a) { [b, a] } else { [a, b] }
    }
}
