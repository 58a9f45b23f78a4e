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

use super::copies::{Copies, Lane, Place};
use super::store::{Fault, Store};
use ladder::Id;
use plan::{Answers, Record, Said, Unreadable, Writer};

/// The answers of one ladder on this device.
#[derive(Clone, Debug)]
pub struct Shelf(Place);

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

/// What was forgotten of a shelf, for as long as the visitor may have second thoughts.
#[derive(Clone, Debug, Default)]
pub struct Forgotten {
    /// The answers.
    pub answers: Vec<(Id, Said)>,
    /// The texts that cannot be read; they are the visitor's as well.
    pub unreadable: Vec<String>,
}

impl Forgotten {
    /// All that these answers say.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        let all = answers.all().iter().filter(|answer| !answer.said.is_blank());
        let answers = all.map(|answer| (answer.id.clone(), answer.said.clone())).collect();
        Self { answers, unreadable: Vec::new() }
    }

    /// Answers it all once more, but for what was answered since.
    pub fn say_again(&self, answers: &mut Answers, writer: Writer) {
        for (id, said) in &self.answers {
            if answers.said(said.about(), id).is_none_or(Said::is_blank) {
                answers.say(id, said.clone(), writer);
            }
        }
    }
}

impl Shelf {
    /// Every shelf that has something on it, whatever ladder it is of.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn all(store: &dyn Store) -> Result<Vec<Self>, Fault> {
        let mut all: Vec<Self> = Vec::new();
        for place in store.keys()?.iter().filter_map(|key| Place::of_key(key)) {
            if all.iter().all(|shelf| shelf.0.prefix != place.prefix) {
                all.push(Self(place));
            }
        }
        Ok(all)
    }

    /// Whether there is anything on it that a visitor would miss; so where it cannot be looked at.
    #[must_use]
    pub fn is_missed(&self, store: &dyn Store) -> bool {
        self.look(store).map_or(true, |found| {
            found.newer || !found.unreadable.is_empty() || !found.answers.is_blank()
        })
    }

    /// The shelf of a ladder from a source; sources tell apart ladders that have the same id.
    #[must_use]
    pub fn new(ladder: &Id, source: &str) -> Self {
        Self(Place::new(ladder, source))
    }

    /// What the keys of this shelf begin with.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.0.prefix
    }

    /// The answers as they are stored, and handed out in a file.
    #[must_use]
    pub fn record(&self, revision: u64, answers: Answers) -> Record {
        let Place { ladder, source, .. } = self.0.clone();
        Record { ladder, source, revision, answers }
    }

    /// Looks what there is, and changes nothing.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn look(&self, store: &dyn Store) -> Result<Found, Fault> {
        let copies = self.0.copies(store)?;
        let mut found = Found { newer: copies.has_newer(), ..Found::default() };
        for copy in copies.all() {
            match &copy.read {
                Ok(record) => found.answers.merge(record.answers.clone()),
                Err(Unreadable::Newer) => {}
                Err(_) if copies.has_whole(&copy.text) || found.unreadable.contains(&copy.text) => {
                }
                Err(_) => found.unreadable.push(copy.text.clone()),
            }
        }
        for key in self.0.aside_keys(store)? {
            found
                .unreadable
                .extend(store.get(&key)?.filter(|text| !found.unreadable.contains(text)));
        }
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
        let copies = self.0.copies(store)?;
        refuse_newer(&copies)?;
        copies.records().for_each(|(_, record)| answers.merge(record.answers.clone()));
        let text = self.record(copies.next_revision(), answers.clone()).write();
        let [first, second] = copies.in_turn(lane);
        self.put(store, &copies, lane, first, &text)?;
        // Saved by now. The second slot stands by for the day on which the first is damaged; where it
        // cannot be written, the next save begins with it.
        let _ = self.put(store, &copies, lane, second, &text);
        Ok(())
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
        let copies = self.0.copies(store)?;
        refuse_newer(&copies)?;
        for damaged in copies.of(other).filter(|copy| copy.read.is_err()) {
            self.set_aside(store, &copies, &damaged.text)?;
        }
        if copies.of(other).any(|copy| copy.read.is_ok()) {
            self.save(store, own, answers)?;
        }
        for copy in copies.of(other) {
            store.remove(&self.0.key(other, copy.slot))?;
        }
        Ok(())
    }

    /// Forgets everything in `lane`, and leaves word there by which all other tabs forget it too.
    /// Takes away what was set aside, for that is the visitor's as well. Gives everything back, for
    /// [`Shelf::recall`].
    ///
    /// # Errors
    /// Where something may be left.
    pub fn forget(
        &self,
        store: &dyn Store,
        lane: Lane,
        answers: &mut Answers,
    ) -> Result<Forgotten, NotSaved> {
        let copies = self.0.copies(store)?;
        refuse_newer(&copies)?;
        let found = self.look(store)?;
        answers.merge(found.answers);
        let forgotten = Forgotten { unreadable: found.unreadable, ..Forgotten::of(answers) };
        answers.forget();
        for key in self.0.aside_keys(store)? {
            store.remove(&key)?;
        }
        let text = self.record(copies.next_revision(), answers.clone()).write();
        for slot in copies.in_turn(lane) {
            written(store, &self.0.key(lane, slot), &text)?;
        }
        Ok(forgotten)
    }

    /// Puts back what was forgotten in `lane`, as answers given now.
    ///
    /// # Errors
    /// Where it is not all saved.
    pub fn recall(
        &self,
        store: &dyn Store,
        lane: Lane,
        forgotten: &Forgotten,
        writer: Writer,
    ) -> Result<(), NotSaved> {
        let mut answers = self.look(store)?.answers;
        forgotten.say_again(&mut answers, writer);
        self.save(store, lane, &mut answers)?;
        forgotten.unreadable.iter().try_for_each(|text| self.keep(store, text))
    }

    /// Whether `lane` still holds what was forgotten elsewhere; saving wipes it out.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn holds_forgotten(&self, store: &dyn Store, lane: Lane) -> Result<bool, Fault> {
        let copies = self.0.copies(store)?;
        let mut records = copies.records();
        let latest = records.clone().map(|(_, record)| record.answers.forgotten()).max();
        Ok(records.any(|(at, record)| at == lane && Some(record.answers.forgotten()) < latest))
    }

    /// The lanes that have something in them, other than `own`.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn other_lanes(&self, store: &dyn Store, own: Lane) -> Result<Vec<Lane>, Fault> {
        let keys = store.keys()?;
        let lanes = keys.iter().filter_map(|key| self.0.slot_of(key)).map(|(lane, _)| lane);
        let mut others: Vec<Lane> = Vec::new();
        for lane in lanes.filter(|lane| *lane != own) {
            if !others.contains(&lane) {
                others.push(lane);
            }
        }
        Ok(others)
    }

    /// Keeps a text that cannot be read under a key of its own.
    ///
    /// # Errors
    /// Where it is not kept.
    pub fn keep(&self, store: &dyn Store, text: &str) -> Result<(), NotSaved> {
        for number in 0.. {
            let key = self.0.aside_key(number);
            match store.get(&key)? {
                Some(there) if there == text => break,
                // An earlier attempt that was torn holds the beginning of the text and nothing else.
                Some(there) if !text.starts_with(&there) => {}
                _ => return written(store, &key, text),
            }
        }
        Ok(())
    }

    fn set_aside(&self, store: &dyn Store, copies: &Copies, text: &str) -> Result<(), NotSaved> {
        if copies.has_whole(text) { Ok(()) } else { self.keep(store, text) }
    }

    /// Writes a slot; what is there and cannot be read is set aside first.
    fn put(
        &self,
        store: &dyn Store,
        copies: &Copies,
        lane: Lane,
        slot: char,
        text: &str,
    ) -> Result<(), NotSaved> {
        let here = copies.of(lane).find(|copy| copy.slot == slot);
        if let Some(damaged) = here.filter(|copy| copy.read.is_err()) {
            self.set_aside(store, copies, &damaged.text)?;
        }
        written(store, &self.0.key(lane, slot), text)
    }
}

/// Refuses to write beside what a newer page wrote.
fn refuse_newer(copies: &Copies) -> Result<(), NotSaved> {
    if copies.has_newer() { Err(NotSaved::Newer) } else { Ok(()) }
}

/// Puts a text under a key and looks whether it is there.
fn written(store: &dyn Store, key: &str, text: &str) -> Result<(), NotSaved> {
    store.set(key, text)?;
    let there = store.get(key)?;
    if there.as_deref() == Some(text) { Ok(()) } else { Err(NotSaved::NotKept) }
}
