//! Keeps the list of recent ladders on the device.

use super::{LadderStore, chunk};
use crate::browser::stored_documents;
use crate::chunk::run;
use crate::router::Origin;
use crate::stores::recents::{Recent, Recents};
use leptos::prelude::*;

impl LadderStore {
    /// The recently opened ladders, latest first.
    #[must_use]
    pub fn recents(self) -> ReadSignal<Recents> {
        self.recents
    }

    /// Deletes one of the recent ladders.
    pub fn delete_recent(self, origin: &Origin) {
        self.refresh_recents();
        self.set_recents.update(|recents| recents.remove(origin));
        stored_documents::delete(vec![origin.value()]);
        self.write_recents();
    }

    /// Deletes all recent ladders; [`LadderStore::restore_recents`] undoes it until the page is left.
    pub fn delete_recents(self) {
        self.refresh_recents();
        let recents = self.recents.get_untracked();
        let keys = recents.iter().map(|recent| recent.origin.value());
        let documents = stored_documents::remove_all(keys.collect());
        self.session.update_value(|session| session.deleted = Some((recents, documents)));
        self.set_recents.set(Recents::default());
        self.write_recents();
    }

    /// Restores the recent ladders that were deleted last, after those opened since.
    pub fn restore_recents(self) {
        let mut deleted = None;
        self.session.update_value(|session| deleted = session.deleted.take());
        if let Some((older, documents)) = deleted {
            self.refresh_recents();
            self.set_recents.update(|recents| recents.append_older(older));
            stored_documents::restore(&documents);
            self.write_recents();
        }
    }

    /// Puts a ladder first in the list and deletes the documents that exceed the limits.
    pub(super) fn remember(self, recent: Recent) {
        self.refresh_recents();
        let mut evicted = Vec::new();
        self.set_recents.update(|recents| evicted = recents.add(recent));
        stored_documents::delete(evicted);
        self.write_recents();
    }

    /// Loads the code for the list, then the list.
    pub fn load_recents(self) {
        run(chunk::refresh_recents(self));
    }

    /// Reads the list again; another tab may have changed it.
    pub fn refresh_recents(self) {
        if let Some(list) = stored_documents::read_list() {
            self.set_recents.set(Recents::parse(&list));
        }
    }

    fn write_recents(self) {
        stored_documents::write_list(&self.recents.with_untracked(Recents::serialize));
    }
}
