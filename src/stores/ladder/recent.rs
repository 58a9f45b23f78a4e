//! The recently opened ladders, stored on the device.

use super::{LadderStore, chunk};
use crate::browser::stored_documents;
use crate::chunk::run;
use crate::router::Origin;
use crate::stores::recents::{Recent, Recents};
use leptos::prelude::*;

impl LadderStore {
    /// The ladders that were opened from elsewhere, the last one first.
    #[must_use]
    pub fn recents(self) -> ReadSignal<Recents> {
        self.recents.read_only()
    }

    /// Deletes one of the recent ladders.
    pub fn delete_recent(self, origin: &Origin) {
        self.refresh_recents();
        self.recents.update(|recents| recents.forget(origin));
        stored_documents::delete(vec![origin.value()]);
        self.write_recents();
    }

    /// Deletes all recent ladders; [`LadderStore::restore_recents`] undoes it until the page is left.
    pub fn delete_recents(self) {
        self.refresh_recents();
        let recents = self.recents.get_untracked();
        if recents.is_empty() {
            return;
        }
        let texts =
            stored_documents::remove(recents.iter().map(|recent| recent.origin.value()).collect());
        self.session.update_value(|session| session.deleted = Some((recents, texts)));
        self.recents.set(Recents::default());
        self.write_recents();
    }

    /// Restores the recent ladders that were deleted last, after those opened since.
    pub fn restore_recents(self) {
        let mut deleted = None;
        self.session.update_value(|session| deleted = session.deleted.take());
        if let Some((recents, texts)) = deleted {
            self.refresh_recents();
            self.recents.update(|now| now.put_behind(recents));
            stored_documents::restore(&texts);
            self.write_recents();
        }
    }

    /// Puts a ladder first in the list, and deletes documents for which there is no space.
    pub(super) fn remember(self, recent: Recent) {
        self.refresh_recents();
        let mut evicted = Vec::new();
        self.recents.update(|recents| evicted = recents.opened(recent));
        stored_documents::delete(evicted);
        self.write_recents();
    }

    /// Loads the list, loading the code for it first.
    pub fn load_recents(self) {
        run(chunk::refresh_recents(self));
    }

    /// Reads the list again; another tab may have changed it.
    pub fn refresh_recents(self) {
        if let Some(list) = stored_documents::read_list() {
            self.recents.set(Recents::read(&list));
        }
    }

    fn write_recents(self) {
        stored_documents::write_list(&self.recents.with_untracked(Recents::written));
    }
}
