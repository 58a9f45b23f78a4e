//! Deletes and restores the stored answers to ladders that are not open.

use crate::browser::local_storage::LocalStorage;
use crate::browser::settings::DeletedSettings;
use crate::browser::tab_locks;
use leptos::task::spawn_local;
use plan::{AnswerRepository, Answers, ClientId, DeletedAnswers, TabSlot};

/// Deleted answers to the open ladder and to others, and the settings.
#[derive(Clone, Debug, Default)]
pub struct Deleted {
    /// The answers to the open ladder.
    pub own: DeletedAnswers,
    /// The answers to others.
    pub others: DeletedLadders,
    /// The settings.
    pub settings: DeletedSettings,
}

/// Deleted answers to other ladders.
#[derive(Clone, Debug, Default)]
pub struct DeletedLadders {
    deleted: Vec<(AnswerRepository, TabSlot, DeletedAnswers)>,
    /// The number of ladders whose answers could not be deleted.
    pub failed: usize,
}

/// The repositories of other ladders that contain answers.
#[must_use]
pub fn repositories(own: &AnswerRepository) -> Vec<AnswerRepository> {
    let mut others = AnswerRepository::all(&LocalStorage).unwrap_or_default();
    others.retain(|other| other.prefix() != own.prefix() && other.has_content(&LocalStorage));
    others
}

/// Deletes the answers in these repositories, claiming a slot in each. Tabs in which one of these ladders
/// is open delete theirs, too.
pub async fn delete_all(repositories: Vec<AnswerRepository>) -> DeletedLadders {
    let mut outcome = DeletedLadders::default();
    for repository in repositories {
        let slot = tab_locks::claim_slot(&repository).await;
        match repository.delete(&LocalStorage, slot, &mut Answers::default()) {
            Ok(deleted) => outcome.deleted.push((repository.clone(), slot, deleted)),
            Err(_) => outcome.failed += 1,
        }
        adopt_free_slots(&repository, slot);
    }
    outcome
}

/// Adopts the slots of closed tabs, so that no deleted answers remain there.
fn adopt_free_slots(repository: &AnswerRepository, slot: TabSlot) {
    for other in repository.other_slots(&LocalStorage, slot).unwrap_or_default() {
        let repository = repository.clone();
        spawn_local(async move {
            let adopting = repository.clone();
            let adopt = move || {
                // On failure, the record in this tab's slot still marks the answers as deleted.
                let _ = adopting.adopt(&LocalStorage, slot, other, &mut Answers::default());
            };
            tab_locks::with_free_slot(&repository, other, adopt).await;
        });
    }
}

impl DeletedLadders {
    /// Adds answers that were deleted later.
    pub fn add(&mut self, more: Self) {
        self.deleted.extend(more.deleted);
        self.failed += more.failed;
    }

    /// Restores everything. Returns whether all of it was saved.
    #[must_use]
    pub fn restore(&self, client: ClientId) -> bool {
        let restore =
            |(repository, slot, deleted): &(AnswerRepository, TabSlot, DeletedAnswers)| {
                repository.restore(&LocalStorage, *slot, deleted, client).is_ok()
            };
        // Not `all`, which would stop at the first failure.
        self.deleted.iter().filter(|entry| !restore(entry)).count() == 0
    }
}
