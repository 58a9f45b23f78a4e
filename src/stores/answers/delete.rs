//! Deletes all data on the device; undoes deletions and changes of several answers.

use super::other_ladders::{self, Deleted, DeletedLadders};
use super::{AnswerStore, SaveState, Session, UndoStep};
use crate::browser::local_storage::LocalStorage;
use crate::browser::{settings, tab};
use crate::messages::plan as messages;
use leptos::prelude::UpdateValue;
use leptos::task::spawn_local;
use plan::{AnswerRepository, DeletedAnswers, SaveError, StoreError};

impl AnswerStore {
    /// The number of other ladders with answers on the device.
    #[must_use]
    pub fn other_ladders(self) -> usize {
        // There is no storage while prerendering.
        let is_loaded = self.with_untracked(|state| state.is_loaded);
        let session = self.session().filter(|_| is_loaded);
        session.map_or(0, |session| other_ladders::repositories(&session.repository).len())
    }

    /// Deletes the answers to all ladders: in memory, on the device and in other tabs. Can be undone until
    /// the visitor leaves the page.
    pub fn delete_all(self) {
        let Some(session) = self.session() else { return };
        let Some(slot) = session.slot else { return };
        // Before anything else, so that no other tab saves its copy of an answer in between.
        tab::announce_deletion();
        self.session.try_update_value(|session| session.unsaved.clear());
        self.update(|state| {
            let mut deleted = Deleted::default();
            let mut answers = state.answers.clone();
            match session.repository.delete(&LocalStorage, slot, &mut answers) {
                Ok(own) => {
                    deleted.own = own;
                    state.unreadable = Vec::new();
                    state.answers = answers;
                    state.save_state = SaveState::Empty;
                }
                // Nothing was stored; the answers are only in memory.
                Err(SaveError::Store(StoreError::Blocked)) => {
                    deleted.own = DeletedAnswers::new(&state.answers);
                    state.answers.delete_all();
                }
                Err(error) => {
                    deleted.others.failed = 1;
                    state.save_state = SaveState::Failed(error);
                }
            }
            state.undo.push(UndoStep::deletion(deleted));
        });
        let others = other_ladders::repositories(&session.repository);
        self.remove_blank();
        self.adopt_free_slots();
        let settings = settings::delete();
        self.update(|state| {
            if let Some(deleted) = state.undo.last_mut().and_then(|step| step.deleted.as_mut()) {
                deleted.settings = settings;
            }
        });
        spawn_local(async move {
            self.add_deleted(other_ladders::delete_all(others).await);
            self.remove_blank();
        });
    }

    /// Removes the keys of all ladders without answers.
    fn remove_blank(self) {
        // On failure, the records that are left say that the answers are deleted.
        let _ = AnswerRepository::remove_blank(&LocalStorage);
        self.note_what_is_stored();
    }

    /// Adds the deleted answers to other ladders to the undo step.
    fn add_deleted(self, others: DeletedLadders) {
        let Some(Session { client, .. }) = self.session() else { return };
        self.update(|state| {
            let last = state.undo.iter_mut().rev().find(|step| step.deleted.is_some());
            match last.and_then(|step| Some((&mut step.message, step.deleted.as_mut()?))) {
                Some((message, deleted)) => {
                    deleted.others.add(others);
                    *message = messages::data_deleted(deleted.others.failed);
                }
                // Undone in the meantime.
                None => drop(others.restore(client)),
            }
        });
    }

    /// Undoes the last step. Returns whether that was a deletion of all data.
    pub fn undo(self) -> bool {
        let Some(session) = self.session() else { return false };
        let mut settings = None;
        self.update(|state| {
            let Some(step) = state.undo.pop() else { return };
            for (id, value) in step.before {
                state.answers.set(&id, value, session.client);
            }
            let Some(deleted) = step.deleted else { return };
            settings = Some(deleted.settings);
            for text in &deleted.own.unreadable {
                // On failure, it can still be downloaded while the page is open.
                let _ = session.repository.quarantine(&LocalStorage, text);
            }
            deleted.own.restore(&mut state.answers, session.client);
            state.unreadable.extend(deleted.own.unreadable);
            if !deleted.others.restore(session.client) {
                let deleted = Deleted { others: deleted.others, ..Deleted::default() };
                let message = messages::PARTLY_RESTORED.to_owned();
                state.undo.push(UndoStep { message, ..UndoStep::deletion(deleted) });
            }
        });
        self.save();
        settings.iter().for_each(settings::restore);
        settings.is_some()
    }
}

impl UndoStep {
    fn deletion(deleted: Deleted) -> Self {
        let message = messages::data_deleted(deleted.others.failed);
        Self { message, before: Vec::new(), deleted: Some(deleted) }
    }
}
