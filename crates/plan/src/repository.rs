//! Stores answers so that nothing that was reported as saved is ever lost.
//!
//! - **Each tab writes to its own slot**, which it locks for as long as it is open. Loading merges all
//!   slots answer by answer, so a tab can never overwrite what another one has just saved.
//! - **Two copies per slot, written one after the other**: a torn write leaves the other copy intact.
//! - **Saved means read back**: the stored text is compared with what was written.
//! - **Nothing is discarded**: a damaged copy is quarantined under a separate key before it is
//!   overwritten. If a newer version of the site has written here, nothing is changed.
//! - **One repository per ladder**: the keys contain the ladder's id and source, and so does each record.

mod copies;

pub use copies::TabSlot;

use super::answer::AnswerValue;
use super::answers::{Answer, Answers};
use super::clock::ClientId;
use super::record::{Record, RecordError};
use super::renames::Renames;
use super::store::{Store, StoreError};
use copies::{Copies, Keys};
use ladder::Id;

/// The stored answers to one ladder.
#[derive(Clone, Debug)]
pub struct AnswerRepository(Keys);

/// Why answers were not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store accepted the text but returned another one.
    #[error("the stored text differs from what was written")]
    NotStored,
    /// A newer version of the site has saved answers here, which this version may not understand.
    #[error("a newer version has saved answers here")]
    Newer,
}

/// What a repository holds.
#[derive(Debug, Default)]
pub struct LoadedAnswers {
    /// The answers of every slot, merged.
    pub answers: Answers,
    /// Whether a newer version of the site has saved answers here.
    pub newer: bool,
    /// The damaged texts, without duplicates.
    pub unreadable: Vec<String>,
}

/// What was deleted, so that it can be restored.
#[derive(Clone, Debug, Default)]
pub struct DeletedAnswers {
    /// The answers.
    pub answers: Vec<Answer>,
    /// The damaged texts.
    pub unreadable: Vec<String>,
}

impl DeletedAnswers {
    /// Collects the answers that are not blank.
    #[must_use]
    pub fn new(answers: &Answers) -> Self {
        let all = answers.all().iter().filter(|answer| !answer.value.is_blank());
        Self { answers: all.cloned().collect(), unreadable: Vec::new() }
    }

    /// Sets the answers again, except those that were given anew since.
    pub fn restore(&self, answers: &mut Answers, client: ClientId) {
        for Answer { id, value, name, .. } in &self.answers {
            if answers.value(value.kind(), id).is_none_or(AnswerValue::is_blank) {
                answers.set(id, value.clone(), client);
                name.iter().for_each(|name| answers.add_name(value.kind(), id, name));
            }
        }
    }
}

impl AnswerRepository {
    /// The repository for a ladder. The source tells ladders with the same id apart.
    #[must_use]
    pub fn new(ladder: &Id, source: &str) -> Self {
        Self(Keys::new(ladder, source))
    }

    /// Replaces former ids in everything that is loaded.
    #[must_use]
    pub fn with_renames(self, renames: Renames) -> Self {
        Self(Keys { renames, ..self.0 })
    }

    /// Every repository in the store that holds something.
    ///
    /// # Errors
    /// If the store cannot be used.
    pub fn all(store: &dyn Store) -> Result<Vec<Self>, StoreError> {
        let mut all: Vec<Self> = Vec::new();
        for keys in store.keys()?.iter().filter_map(|key| Keys::containing(key)) {
            if all.iter().all(|known| known.0.prefix != keys.prefix) {
                all.push(Self(keys));
            }
        }
        Ok(all)
    }

    /// Whether it holds anything that a visitor would miss. `true` if it cannot be read.
    #[must_use]
    pub fn has_content(&self, store: &dyn Store) -> bool {
        self.load(store).map_or(true, |loaded| {
            loaded.newer || !loaded.unreadable.is_empty() || !loaded.answers.is_blank()
        })
    }

    /// The prefix of all keys of this repository.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.0.prefix
    }

    /// The answers as a record of this ladder.
    #[must_use]
    pub fn record(&self, revision: u64, answers: Answers) -> Record {
        let Keys { ladder, source, .. } = self.0.clone();
        Record { ladder, source, revision, answers }
    }

    /// Reads all stored copies; read-only.
    ///
    /// # Errors
    /// If the store cannot be used.
    pub fn load(&self, store: &dyn Store) -> Result<LoadedAnswers, StoreError> {
        let copies = self.0.load(store)?;
        let mut loaded = LoadedAnswers { newer: copies.has_newer(), ..LoadedAnswers::default() };
        let mut unreadable = Vec::new();
        for copy in copies.all() {
            match &copy.record {
                Ok(record) => loaded.answers.merge(record.answers.clone()),
                Err(RecordError::Newer) => {}
                Err(_) if copies.has_complete(&copy.text) => {}
                Err(_) => unreadable.push(copy.text.clone()),
            }
        }
        for key in self.0.quarantined(store)? {
            unreadable.extend(store.get(&key)?);
        }
        for text in unreadable {
            if !loaded.unreadable.contains(&text) {
                loaded.unreadable.push(text);
            }
        }
        Ok(loaded)
    }

    /// Saves `answers` in `slot`, which must be the caller's own, merged with everything stored.
    /// Afterwards `answers` holds the merged answers.
    ///
    /// # Errors
    /// If they were not saved. What was saved before is still stored.
    pub fn save(
        &self,
        store: &dyn Store,
        slot: TabSlot,
        answers: &mut Answers,
    ) -> Result<(), SaveError> {
        let copies = self.load_writable(store)?;
        copies.records().for_each(|(_, record)| answers.merge(record.answers.clone()));
        let text = self.record(copies.next_revision(), answers.clone()).write();
        let [first, second] = copies.write_order(slot);
        self.write_copy(store, &copies, slot, first, &text)?;
        // Saved by now. If the second copy cannot be written, the next save starts with it.
        let _ = self.write_copy(store, &copies, slot, second, &text);
        Ok(())
    }

    /// Moves what is in the slot of a closed tab into the caller's own. The caller must hold both.
    ///
    /// # Errors
    /// If it cannot be saved or read; the other slot is then left as it is.
    pub fn adopt(
        &self,
        store: &dyn Store,
        own: TabSlot,
        other: TabSlot,
        answers: &mut Answers,
    ) -> Result<(), SaveError> {
        let copies = self.load_writable(store)?;
        for damaged in copies.in_slot(other).filter(|copy| copy.record.is_err()) {
            self.quarantine_unless_complete(store, &copies, &damaged.text)?;
        }
        if copies.in_slot(other).any(|copy| copy.record.is_ok()) {
            self.save(store, own, answers)?;
        }
        for copy in copies.in_slot(other) {
            store.remove(&self.0.copy(other, copy.name))?;
        }
        Ok(())
    }

    /// Deletes all answers and quarantined texts. The record left in `slot` makes all other tabs delete
    /// theirs, too. Returns what was deleted, for [`AnswerRepository::restore`].
    ///
    /// # Errors
    /// If something may be left.
    pub fn delete(
        &self,
        store: &dyn Store,
        slot: TabSlot,
        answers: &mut Answers,
    ) -> Result<DeletedAnswers, SaveError> {
        let copies = self.load_writable(store)?;
        let loaded = self.load(store)?;
        answers.merge(loaded.answers);
        let deleted =
            DeletedAnswers { unreadable: loaded.unreadable, ..DeletedAnswers::new(answers) };
        answers.delete_all();
        for key in self.0.quarantined(store)? {
            store.remove(&key)?;
        }
        let text = self.record(copies.next_revision(), answers.clone()).write();
        for name in copies.write_order(slot) {
            write_verified(store, &self.0.copy(slot, name), &text)?;
        }
        Ok(deleted)
    }

    /// Whether nothing is stored here, not even that answers were deleted.
    ///
    /// # Errors
    /// If the store cannot be used.
    pub fn is_empty(&self, store: &dyn Store) -> Result<bool, StoreError> {
        Ok(!store.keys()?.iter().any(|key| self.0.contains(key)))
    }

    /// Removes all repositories without answers from the store, so that none of its keys names a ladder.
    /// After [`AnswerRepository::delete`], tabs that do not listen to the store no longer learn of the
    /// deletion; they must check [`AnswerRepository::is_empty`] before they save.
    ///
    /// # Errors
    /// If something may be left.
    pub fn remove_blank(store: &dyn Store) -> Result<(), StoreError> {
        for repository in Self::all(store)? {
            if repository.has_content(store) {
                continue;
            }
            for key in store.keys()?.iter().filter(|key| repository.0.contains(key)) {
                store.remove(key)?;
            }
        }
        Ok(())
    }

    /// Stores what was deleted again, as answers given now.
    ///
    /// # Errors
    /// If not all of it was saved.
    pub fn restore(
        &self,
        store: &dyn Store,
        slot: TabSlot,
        deleted: &DeletedAnswers,
        client: ClientId,
    ) -> Result<(), SaveError> {
        let mut answers = self.load(store)?.answers;
        deleted.restore(&mut answers, client);
        self.save(store, slot, &mut answers)?;
        deleted.unreadable.iter().try_for_each(|text| self.quarantine(store, text))
    }

    /// Whether `slot` still holds answers that another tab has deleted; saving removes them.
    ///
    /// # Errors
    /// If the store cannot be used.
    pub fn holds_deleted(&self, store: &dyn Store, slot: TabSlot) -> Result<bool, StoreError> {
        let copies = self.0.load(store)?;
        let deleted_until = |record: &Record| record.answers.deleted_until();
        let latest = copies.records().map(|(_, record)| deleted_until(record)).max();
        let mut own = copies.records().filter(|(other, _)| *other == slot);
        Ok(own.any(|(_, record)| Some(deleted_until(record)) < latest))
    }

    /// The slots in use, other than `own`.
    ///
    /// # Errors
    /// If the store cannot be used.
    pub fn other_slots(&self, store: &dyn Store, own: TabSlot) -> Result<Vec<TabSlot>, StoreError> {
        let keys = store.keys()?;
        let slots = keys.iter().filter_map(|key| self.0.parse_copy(key)).map(|(slot, _)| slot);
        let mut others: Vec<TabSlot> = slots.filter(|slot| *slot != own).collect();
        others.sort();
        others.dedup();
        Ok(others)
    }

    /// Keeps a damaged text under a separate key.
    ///
    /// # Errors
    /// If it was not stored.
    pub fn quarantine(&self, store: &dyn Store, text: &str) -> Result<(), SaveError> {
        for number in 0.. {
            let key = self.0.quarantine(number);
            match store.get(&key)? {
                Some(existing) if existing == text => break,
                // After a torn write, an earlier attempt holds only the beginning of this text.
                Some(existing) if !text.starts_with(&existing) => {}
                _ => return write_verified(store, &key, text),
            }
        }
        Ok(())
    }

    fn quarantine_unless_complete(
        &self,
        store: &dyn Store,
        copies: &Copies,
        text: &str,
    ) -> Result<(), SaveError> {
        if copies.has_complete(text) { Ok(()) } else { self.quarantine(store, text) }
    }

    /// Writes a copy. A damaged text in its place is quarantined first.
    fn write_copy(
        &self,
        store: &dyn Store,
        copies: &Copies,
        slot: TabSlot,
        name: char,
        text: &str,
    ) -> Result<(), SaveError> {
        let existing = copies.in_slot(slot).find(|copy| copy.name == name);
        if let Some(damaged) = existing.filter(|copy| copy.record.is_err()) {
            self.quarantine_unless_complete(store, copies, &damaged.text)?;
        }
        write_verified(store, &self.0.copy(slot, name), text)
    }

    /// Loads all copies, unless a newer version of the site wrote one of them.
    fn load_writable(&self, store: &dyn Store) -> Result<Copies, SaveError> {
        let copies = self.0.load(store)?;
        if copies.has_newer() { Err(SaveError::Newer) } else { Ok(copies) }
    }
}

/// Writes a text and reads it back.
fn write_verified(store: &dyn Store, key: &str, text: &str) -> Result<(), SaveError> {
    store.set(key, text)?;
    let stored = store.get(key)?;
    if stored.as_deref() == Some(text) { Ok(()) } else { Err(SaveError::NotStored) }
}
