//! How answers are kept so that nothing which was reported saved is ever missing.
//!
//! - **Each tab writes where no other does**: in a lane of its own, which it holds by a lock as long
//!   as it lives. Reading merges all lanes, answer by answer; so there is no moment in which one tab
//!   could write over what another has just saved.
//! - **Two slots a lane, written one after the other**: a write that is torn leaves one of them whole,
//!   and so does damage to one that nobody wrote.
//! - **Saved means read back**: the text is compared to what was to be written.
//! - **Nothing is thrown away**: a slot that cannot be read is first copied under a key of its own. A
//!   newer page's slot is left alone, and nothing is written beside it.
//! - **One ladder, one shelf**: the keys carry the ladder's id and where it comes from, and so does
//!   each record.

use super::store::{Fault, Store};
use crate::ladder::Id;
use crate::plan::{Answers, Record, Unreadable};

/// Where one tab writes. Two live tabs never have the same, where there are locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lane(pub u32);

/// The answers of one ladder on this device.
#[derive(Clone, Debug)]
pub struct Shelf {
    ladder: Id,
    source: String,
    prefix: String,
}

/// Why answers are not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// The store took them and gave something else back.
    NotKept,
    /// A newer version of the page has written here; this one would not understand all of it.
    Newer,
}

impl From<Fault> for NotSaved {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Blocked => Self::Blocked,
            Fault::Full => Self::Full,
        }
    }
}

/// What lies on a shelf.
#[derive(Debug, Default)]
pub struct Found {
    /// The answers of every lane, merged.
    pub answers: Answers,
    /// Whether a newer version of the page has written here.
    pub newer: bool,
    /// The texts that cannot be read, each once.
    pub unreadable: Vec<String>,
}

/// A slot of a lane, with what is in it.
struct Copy {
    lane: Lane,
    slot: char,
    text: String,
    read: Result<Record, Unreadable>,
}

/// The slots of every lane.
const SLOTS: [char; 2] = ['a', 'b'];

impl Shelf {
    /// The shelf of a ladder from a source; sources tell apart ladders that have the same id.
    #[must_use]
    pub fn new(ladder: &Id, source: &str) -> Self {
        let prefix = format!("career-ladder:answers:{ladder}:{source}:");
        Self { ladder: ladder.clone(), source: source.to_owned(), prefix }
    }

    /// What the keys of this shelf begin with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The answers as they are handed out in a file.
    #[must_use]
    pub fn record(&self, revision: u64, answers: Answers) -> Record {
        Record { ladder: self.ladder.clone(), source: self.source.clone(), revision, answers }
    }

    /// Looks what there is, and changes nothing.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn look(&self, store: &dyn Store) -> Result<Found, Fault> {
        let mut found = Found::default();
        let copies = self.copies(store)?;
        for copy in &copies {
            match &copy.read {
                Ok(record) => found.answers.merge(record.answers.clone()),
                Err(Unreadable::Newer) => found.newer = true,
                Err(_) if is_torn(&copies, &copy.text) => {}
                Err(_) => found.unreadable.push(copy.text.clone()),
            }
        }
        for key in self.aside_keys(store)? {
            found.unreadable.extend(store.get(&key)?);
        }
        found.unreadable.sort_unstable();
        found.unreadable.dedup();
        Ok(found)
    }

    /// Saves `answers` in `lane`, which must be the caller's own, together with what is there
    /// already; then `answers` holds both.
    ///
    /// # Errors
    /// Where they are not saved. What was saved before still is.
    pub fn save(
        &self,
        store: &dyn Store,
        lane: Lane,
        answers: &mut Answers,
    ) -> Result<(), NotSaved> {
        let copies = self.copies(store)?;
        refuse_newer(&copies)?;
        let records = copies.iter().filter_map(|copy| copy.read.as_ref().ok());
        records.clone().for_each(|record| answers.merge(record.answers.clone()));
        let revision = records.map(|record| record.revision).max().unwrap_or(0) + 1;
        let text = self.record(revision, answers.clone()).write();
        let [first, second] = in_turn(&copies, lane);
        self.put(store, &copies, lane, first, &text)?;
        // Saved by now. The second slot stands by for the day on which the first is damaged; where it
        // cannot be written, the next save begins with it.
        let _ = self.put(store, &copies, lane, second, &text);
        Ok(())
    }

    /// Writes a slot; what is there and cannot be read is set aside first.
    fn put(
        &self,
        store: &dyn Store,
        copies: &[Copy],
        lane: Lane,
        slot: char,
        text: &str,
    ) -> Result<(), NotSaved> {
        let here = copies.iter().find(|copy| copy.lane == lane && copy.slot == slot);
        if let Some(damaged) = here.filter(|copy| copy.read.is_err()) {
            self.set_aside(store, copies, &damaged.text)?;
        }
        written(store, &self.key(lane, slot), text)
    }

    /// Takes what another lane holds into one's own, and then takes the other away. The caller holds
    /// both: the tab that wrote there is gone.
    ///
    /// # Errors
    /// Where it cannot be saved in one's own lane, or be read; then it stays where it is.
    pub fn adopt(
        &self,
        store: &dyn Store,
        own: Lane,
        other: Lane,
        answers: &mut Answers,
    ) -> Result<(), NotSaved> {
        let copies = self.copies(store)?;
        refuse_newer(&copies)?;
        let theirs = copies.iter().filter(|copy| copy.lane == other);
        for damaged in theirs.clone().filter(|copy| copy.read.is_err()) {
            self.set_aside(store, &copies, &damaged.text)?;
        }
        if theirs.clone().any(|copy| copy.read.is_ok()) {
            self.save(store, own, answers)?;
        }
        for copy in theirs {
            store.remove(&self.key(other, copy.slot))?;
        }
        Ok(())
    }

    /// Forgets everything in `lane`, and leaves word there by which all other tabs forget it too.
    /// Takes away what was set aside, for that is the visitor's as well; gives it back, so that the
    /// visitor can have second thoughts.
    ///
    /// # Errors
    /// Where something may be left.
    pub fn forget(
        &self,
        store: &dyn Store,
        lane: Lane,
        answers: &mut Answers,
    ) -> Result<Vec<String>, NotSaved> {
        let found = self.look(store)?;
        if found.newer {
            return Err(NotSaved::Newer);
        }
        answers.merge(found.answers);
        answers.forget();
        for key in self.aside_keys(store)? {
            store.remove(&key)?;
        }
        let copies = self.copies(store)?;
        let revisions = copies.iter().filter_map(|copy| Some(copy.read.as_ref().ok()?.revision));
        let text = self.record(revisions.max().unwrap_or(0) + 1, answers.clone()).write();
        for slot in in_turn(&copies, lane) {
            written(store, &self.key(lane, slot), &text)?;
        }
        Ok(found.unreadable)
    }

    /// Whether `lane` still holds what was forgotten elsewhere; saving wipes it out.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn holds_forgotten(&self, store: &dyn Store, lane: Lane) -> Result<bool, Fault> {
        let copies = self.copies(store)?;
        let records = copies.iter().filter_map(|copy| Some((copy.lane, copy.read.as_ref().ok()?)));
        let forgotten = |record: &Record| record.answers.forgotten();
        let latest = records.clone().map(|(_, record)| forgotten(record)).max().unwrap_or(0);
        Ok(records.into_iter().any(|(at, record)| at == lane && forgotten(record) < latest))
    }

    /// The lanes that have something in them, other than `own`.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn other_lanes(&self, store: &dyn Store, own: Lane) -> Result<Vec<Lane>, Fault> {
        let keys = store.keys()?;
        let mut lanes: Vec<Lane> =
            keys.iter().filter_map(|key| self.slot_of(key)).map(|(lane, _)| lane).collect();
        lanes.retain(|lane| *lane != own);
        lanes.dedup();
        Ok(lanes)
    }

    /// Keeps a text that cannot be read under a key of its own, read back like everything else. A
    /// write of ours that was torn and stands whole elsewhere needs no keeping.
    fn set_aside(&self, store: &dyn Store, copies: &[Copy], text: &str) -> Result<(), NotSaved> {
        if is_torn(copies, text) { Ok(()) } else { self.keep(store, text) }
    }

    /// Keeps a text that cannot be read under a key of its own.
    ///
    /// # Errors
    /// Where it is not kept.
    pub fn keep(&self, store: &dyn Store, text: &str) -> Result<(), NotSaved> {
        for number in 0.. {
            let key = format!("{}aside.{number}", self.prefix);
            match store.get(&key)? {
                Some(there) if there == text => break,
                // An earlier attempt that was torn holds the beginning of the text and nothing else.
                Some(there) if !text.starts_with(&there) => {}
                _ => return written(store, &key, text),
            }
        }
        Ok(())
    }

    fn key(&self, lane: Lane, slot: char) -> String {
        format!("{}{}.{slot}", self.prefix, lane.0)
    }

    fn slot_of(&self, key: &str) -> Option<(Lane, char)> {
        let (lane, slot) = key.strip_prefix(&self.prefix)?.split_once('.')?;
        let slot = SLOTS.into_iter().find(|known| slot.chars().eq([*known]))?;
        let number = lane.parse().ok()?;
        // Only the form we write, so that a key is one lane's alone.
        (self.key(Lane(number), slot) == key).then_some((Lane(number), slot))
    }

    fn copies(&self, store: &dyn Store) -> Result<Vec<Copy>, Fault> {
        let mut copies = Vec::new();
        for key in store.keys()? {
            let Some((lane, slot)) = self.slot_of(&key) else { continue };
            if let Some(text) = store.get(&key)? {
                let read = Record::read(&text).and_then(|record| self.own(record));
                copies.push(Copy { lane, slot, text, read });
            }
        }
        Ok(copies)
    }

    /// A record that says it is another ladder's got here by no doing of ours; it is not used.
    fn own(&self, record: Record) -> Result<Record, Unreadable> {
        let is_own = record.ladder == self.ladder && record.source == self.source;
        if is_own { Ok(record) } else { Err(Unreadable::Other) }
    }

    fn aside_keys(&self, store: &dyn Store) -> Result<Vec<String>, Fault> {
        let mut keys = store.keys()?;
        keys.retain(|key| {
            let number =
                key.strip_prefix(&self.prefix).and_then(|rest| rest.strip_prefix("aside."));
            number.is_some_and(|number| number.parse::<u32>().is_ok())
        });
        Ok(keys)
    }
}

/// Refuses to write beside what a newer page wrote.
fn refuse_newer(copies: &[Copy]) -> Result<(), NotSaved> {
    let newer = copies.iter().any(|copy| copy.read == Err(Unreadable::Newer));
    if newer { Err(NotSaved::Newer) } else { Ok(()) }
}

/// Whether a text that cannot be read is only the beginning of one that can.
fn is_torn(copies: &[Copy], text: &str) -> bool {
    copies.iter().any(|copy| copy.read.is_ok() && copy.text.starts_with(text))
}

/// The slots of a lane in the order in which they are written: one that is empty first, then one that
/// cannot be read, then the older.
fn in_turn(copies: &[Copy], lane: Lane) -> [char; 2] {
    let rank = |slot: char| {
        let here = copies.iter().find(|copy| copy.lane == lane && copy.slot == slot);
        match here.map(|copy| &copy.read) {
            None => (0, 0),
            Some(Err(_)) => (1, 0),
            Some(Ok(record)) => (2, record.revision),
        }
    };
    let [a, b] = SLOTS;
    if rank(b) < rank(a) { [b, a] } else { [a, b] }
}

/// Puts a text under a key and looks whether it is there.
fn written(store: &dyn Store, key: &str, text: &str) -> Result<(), NotSaved> {
    store.set(key, text)?;
    let there = store.get(key)?;
    if there.as_deref() == Some(text) { Ok(()) } else { Err(NotSaved::NotKept) }
}
