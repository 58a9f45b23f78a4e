//! Keeps the answers in memory, on the device and in other tabs in sync.

use super::{AnswerStore, SaveState, Session, UndoStep};
use crate::browser::local_storage::LocalStorage;
use crate::browser::{tab, tab_locks};
use crate::messages::plan as messages;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{Answers, ClientId, Journey, SaveError, TabSlot};

impl AnswerStore {
    /// Loads the stored answers and starts listening for changes.
    pub(super) fn start(self) {
        self.session.update_value(|session| session.client = ClientId(tab::random_id()));
        let Some(Session { repository, ladder, .. }) = self.session() else { return };
        self.update(|state| {
            state.is_loaded = true;
            match repository.load(&LocalStorage) {
                Ok(loaded) => {
                    state.save_state = match (loaded.newer, loaded.answers.is_blank()) {
                        (true, _) => SaveState::Failed(SaveError::Newer),
                        (false, true) => SaveState::Empty,
                        (false, false) => SaveState::Saved,
                    };
                    state.answers.merge(loaded.answers);
                    // Answers that older versions stored have no names yet.
                    if state.answers.add_names(&ladder) && state.save_state == SaveState::Saved {
                        state.save_state = SaveState::Saving;
                    }
                    state.unreadable = loaded.unreadable;
                }
                Err(error) => state.save_state = SaveState::Failed(error.into()),
            }
        });
        self.note_what_is_stored();
        Effect::new(move |_| {
            let journey = self.with(|state| Journey::new(&ladder, &state.answers));
            if self.journey.with_untracked(|current| *current != journey) {
                self.journey.set(journey);
            }
        });
        self.claim_slot();
        tab::on_storage_change(repository.prefix().to_owned(), move || self.receive_changes());
        tab::on_deletion(move || self.forget(ForgetReason::DeletedInOtherTab));
        tab::on_leave(move || self.save_pending());
        tab::on_return(move || self.claim_slot());
    }

    fn claim_slot(self) {
        let Some(Session { repository, .. }) = self.session() else { return };
        spawn_local(async move {
            let slot = tab_locks::claim_slot(&repository).await;
            // Another ladder may be open by now.
            if self.session.try_update_value(|session| session.slot = Some(slot)).is_some() {
                self.receive_changes();
                self.save_pending();
                self.adopt_free_slots();
            }
        });
    }

    /// Adopts the slots of closed tabs.
    pub(super) fn adopt_free_slots(self) {
        let Some(session) = self.session() else { return };
        let Some(slot) = session.slot else { return };
        let others = session.repository.other_slots(&LocalStorage, slot);
        for other in others.unwrap_or_default() {
            let repository = session.repository.clone();
            let adopt = move || {
                let mut answers = self.with_untracked(|state| state.answers.clone());
                // On failure, the answers stay in the other slot and are loaded from there.
                let _ = repository.adopt(&LocalStorage, slot, other, &mut answers);
            };
            let repository = session.repository.clone();
            spawn_local(async move {
                tab_locks::with_free_slot(&repository, other, adopt).await;
            });
        }
    }

    /// Merges the changes of another tab. Saves again if that tab overwrote answers of this tab, or if this
    /// tab's slot contains deleted answers.
    fn receive_changes(self) {
        let Some(session) = self.session() else { return };
        if self.is_deleted_elsewhere() {
            return self.forget(ForgetReason::StorageCleared);
        }
        let Ok(loaded) = session.repository.load(&LocalStorage) else { return };
        self.note_what_is_stored();
        // A tab without a slot has not stored anything.
        let slot = session.slot.unwrap_or(TabSlot(u32::MAX));
        let mut must_save = session.repository.holds_deleted(&LocalStorage, slot).unwrap_or(false);
        self.update(|state| {
            // After a deletion, not even the fact is stored.
            let is_nothing = state.answers.is_blank() && loaded.answers == Answers::default();
            must_save |= !is_nothing && !loaded.answers.covers(&state.answers);
            state.answers.merge(loaded.answers);
            match state.save_state {
                _ if loaded.newer => state.save_state = SaveState::Failed(SaveError::Newer),
                SaveState::Empty if !state.answers.is_blank() => {
                    state.save_state = SaveState::Saved
                }
                _ => {}
            }
        });
        if must_save {
            self.save();
        }
    }

    /// Saves if there are unsaved answers.
    pub(super) fn save_pending(self) {
        if self.with_untracked(|state| state.save_state == SaveState::Saving) {
            self.save();
        }
    }

    /// Saves and updates [`SaveState`]. Without a slot yet, the answers are saved once it is claimed.
    pub(super) fn save(self) {
        let Some(session) = self.session() else { return };
        if self.is_deleted_elsewhere() {
            return self.forget(ForgetReason::StorageCleared);
        }
        self.update(|state| {
            let saved = session
                .slot
                .map(|slot| session.repository.save(&LocalStorage, slot, &mut state.answers));
            state.save_state = match saved {
                None => SaveState::Saving,
                Some(Ok(())) => SaveState::Saved,
                Some(Err(error)) => SaveState::Failed(error),
            };
        });
        if self.with_untracked(|state| state.save_state == SaveState::Saved) {
            self.session.try_update_value(|session| session.unsaved.clear());
        }
        self.note_what_is_stored();
    }

    /// Notes whether anything is stored, so that [`AnswerStore::is_deleted_elsewhere`] can tell when it no
    /// longer is.
    pub(super) fn note_what_is_stored(self) {
        self.session.try_update_value(|session| {
            session.is_stored =
                session.repository.is_empty(&LocalStorage).is_ok_and(|is_empty| !is_empty);
        });
    }

    /// Whether the stored answers are gone. This tab must not store its copy of them again.
    fn is_deleted_elsewhere(self) -> bool {
        self.session().is_some_and(|session| {
            session.is_stored && session.repository.is_empty(&LocalStorage) == Ok(true)
        })
    }

    /// Forgets all answers. The visitor can put back what was not saved yet; if the browser may have cleared
    /// the storage, everything.
    fn forget(self, reason: ForgetReason) {
        let mut unsaved = Vec::new();
        self.session.try_update_value(|session| {
            session.is_stored = false;
            unsaved = std::mem::take(&mut session.unsaved);
        });
        self.update(|state| {
            let all = state.answers.all().iter().filter(|answer| !answer.value.is_blank());
            let before = all.filter(|answer| {
                let key = (answer.value.kind(), answer.id.clone());
                reason == ForgetReason::StorageCleared || unsaved.contains(&key)
            });
            let before: Vec<_> =
                before.map(|answer| (answer.id.clone(), answer.value.clone())).collect();
            let message = match reason {
                ForgetReason::DeletedInOtherTab => messages::DELETED_IN_OTHER_TAB,
                ForgetReason::StorageCleared => messages::STORAGE_CLEARED,
            };
            // If they are forgotten already, what can be put back stays.
            if !state.answers.is_blank() {
                state.undo.clear();
            }
            if !before.is_empty() {
                state.undo.push(UndoStep { message: message.to_owned(), before, deleted: None });
            }
            // Later answers win over what other tabs know of the deletion.
            state.answers.delete_all();
            state.unreadable.clear();
            state.save_state = SaveState::Empty;
        });
    }
}

/// Why a tab forgets its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ForgetReason {
    /// The visitor deleted all data in another tab.
    DeletedInOtherTab,
    /// Nothing is stored any more: the visitor deleted it while this tab was suspended, or the browser did.
    StorageCleared,
}
