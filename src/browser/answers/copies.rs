//! The copies of the answers in a store: where they lie, and what each of them is.

use super::store::{Fault, Store};
use ladder::Id;
use plan::{Record, Unreadable};

/// Where one tab writes. Two live tabs never have the same, where there are locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lane(pub u32);

/// The slots of every lane.
const SLOTS: [char; 2] = ['a', 'b'];

/// Where the answers of one ladder lie.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The ladder's id.
    pub ladder: Id,
    /// Where it comes from.
    pub source: String,
    /// What every key begins with.
    pub prefix: String,
}

/// A slot of a lane, with what is in it.
pub(super) struct Copy {
    pub lane: Lane,
    pub slot: char,
    pub text: String,
    pub read: Result<Record, Unreadable>,
}

/// Every slot that has something in it.
pub(super) struct Copies(Vec<Copy>);

/// What the keys of all answers begin with.
const ALL: &str = "career-ladder:answers:";

impl Place {
    pub fn new(ladder: &Id, source: &str) -> Self {
        let prefix = format!("{ALL}{ladder}:{source}:");
        Self { ladder: ladder.clone(), source: source.to_owned(), prefix }
    }

    /// Where the answers lie that a key belongs to; none where it is no key of answers.
    pub fn of_key(key: &str) -> Option<Self> {
        // A source may have colons of its own; an id and what comes last have none.
        let (ladder, rest) = key.strip_prefix(ALL)?.split_once(':')?;
        let (source, _) = rest.rsplit_once(':')?;
        let place = Self::new(&Id::new(ladder)?, source);
        (place.slot_of(key).is_some() || place.is_aside(key)).then_some(place)
    }

    /// The key of a slot.
    pub fn key(&self, lane: Lane, slot: char) -> String {
        format!("{}{}.{slot}", self.prefix, lane.0)
    }

    /// The key of a text that was set aside.
    pub fn aside_key(&self, number: u32) -> String {
        format!("{}aside.{number}", self.prefix)
    }

    /// The keys of all texts that were set aside.
    pub fn aside_keys(&self, store: &dyn Store) -> Result<Vec<String>, Fault> {
        let mut keys = store.keys()?;
        keys.retain(|key| self.is_aside(key));
        Ok(keys)
    }

    fn is_aside(&self, key: &str) -> bool {
        let rest = key.strip_prefix(&self.prefix);
        let number = rest.and_then(|rest| rest.strip_prefix("aside."));
        number.is_some_and(|number| number.parse::<u32>().is_ok())
    }

    /// Which slot of which lane a key is.
    pub fn slot_of(&self, key: &str) -> Option<(Lane, char)> {
        let (lane, slot) = key.strip_prefix(&self.prefix)?.split_once('.')?;
        let slot = SLOTS.into_iter().find(|known| slot.chars().eq([*known]))?;
        let number = lane.parse().ok()?;
        // Only the form we write, so that a key is one lane's alone.
        (self.key(Lane(number), slot) == key).then_some((Lane(number), slot))
    }

    /// Reads every slot.
    pub fn copies(&self, store: &dyn Store) -> Result<Copies, Fault> {
        let mut copies = Vec::new();
        for key in store.keys()? {
            let Some((lane, slot)) = self.slot_of(&key) else { continue };
            if let Some(text) = store.get(&key)? {
                let read = Record::read(&text).and_then(|record| self.own(record));
                copies.push(Copy { lane, slot, text, read });
            }
        }
        Ok(Copies(copies))
    }

    /// A record that says it is another ladder's got here by no doing of ours; it is not used.
    fn own(&self, record: Record) -> Result<Record, Unreadable> {
        let is_own = record.ladder == self.ladder && record.source == self.source;
        if is_own { Ok(record) } else { Err(Unreadable::Other) }
    }
}

impl Copies {
    /// All of them.
    pub fn all(&self) -> &[Copy] {
        &self.0
    }

    /// Those of a lane.
    pub fn of(&self, lane: Lane) -> impl Iterator<Item = &Copy> + Clone {
        self.0.iter().filter(move |copy| copy.lane == lane)
    }

    /// Those that can be read.
    pub fn records(&self) -> impl Iterator<Item = (Lane, &Record)> + Clone {
        self.0.iter().filter_map(|copy| Some((copy.lane, copy.read.as_ref().ok()?)))
    }

    /// Whether a newer page wrote one of them.
    pub fn has_newer(&self) -> bool {
        self.0.iter().any(|copy| copy.read == Err(Unreadable::Newer))
    }

    /// Whether a text that cannot be read is only the beginning of one that can: a write of ours that
    /// was torn, and stands whole elsewhere.
    pub fn has_whole(&self, text: &str) -> bool {
        self.0.iter().any(|copy| copy.read.is_ok() && copy.text.starts_with(text))
    }

    /// A revision later than all of them.
    pub fn next_revision(&self) -> u64 {
        self.records().map(|(_, record)| record.revision).max().unwrap_or(0) + 1
    }

    /// The slots of a lane in the order in which they are written: one that is empty first, then one
    /// that cannot be read, then the older.
    pub fn in_turn(&self, lane: Lane) -> [char; 2] {
        let rank = |slot: char| {
            let here = self.of(lane).find(|copy| copy.slot == slot);
            match here.map(|copy| &copy.read) {
                None => (0, 0),
                Some(Err(_)) => (1, 0),
                Some(Ok(record)) => (2, record.revision),
            }
        };
        let [a, b] = SLOTS;
        if rank(b) < rank(a) { [b, a] } else { [a, b] }
    }
}
