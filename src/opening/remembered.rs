//! The ladders opened from elsewhere, remembered on the device.

use super::{Opening, chunk};
use crate::browser::kept;

use crate::recents::{Recent, Recents};
use crate::route::Origin;
use leptos::prelude::*;

impl Opening {
    /// The ladders opened from elsewhere before.
    #[must_use]
    pub fn recents(self) -> ReadSignal<Recents> {
        self.recents.read_only()
    }

    /// Forgets one of the ladders opened before.
    pub fn forget(self, origin: &Origin) {
        self.refresh_recents();
        self.recents.update(|recents| recents.forget(origin));
        kept::forget(vec![origin.value()]);
        self.write_recents();
    }

    /// Forgets them all; [`Opening::bring_back`] undoes it until the page is left.
    pub fn forget_all(self) {
        self.refresh_recents();
        let recents = self.recents.get_untracked();
        if recents.is_empty() {
            return;
        }
        let texts = kept::take_out(recents.iter().map(|recent| recent.origin.value()).collect());
        self.behind.update_value(|behind| behind.forgotten = Some((recents, texts)));
        self.recents.set(Recents::default());
        self.write_recents();
    }

    /// Brings back all that were forgotten last, behind those opened since.
    pub fn bring_back(self) {
        let mut forgotten = None;
        self.behind.update_value(|behind| forgotten = behind.forgotten.take());
        if let Some((recents, texts)) = forgotten {
            self.refresh_recents();
            self.recents.update(|now| now.put_behind(recents));
            kept::put_back(&texts);
            self.write_recents();
        }
    }

    /// Puts a ladder first in the list, and makes room for its text.
    pub(super) fn remember(self, recent: Recent) {
        self.refresh_recents();
        let mut forgotten = Vec::new();
        self.recents.update(|recents| forgotten = recents.opened(recent));
        kept::forget(forgotten);
        self.write_recents();
    }

    /// Looks up what was opened before, for who wants to see it.
    pub fn look_up(self) {
        crate::chunk::run(chunk::look_up(self));
    }

    /// The same for who stands in a part of the program already. Another tab may have changed them.
    pub fn refresh_recents(self) {
        if let Some(list) = kept::list() {
            self.recents.set(Recents::read(&list));
        }
    }

    fn write_recents(self) {
        kept::write_list(&self.recents.with_untracked(Recents::written));
    }
}
