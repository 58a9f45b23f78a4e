//! Opening what the address speaks of.

use super::attempt::{Next, next};
use super::{Attempt, Opening, Stage, Wanted, chunk};
use crate::browser::site;

use crate::route::Origin;
use crate::stores::SharedLadder;
use ladder::Address;
use leptos::prelude::*;
use reader::{Failure, asked};

impl Opening {
    /// Opens what the address speaks of, now and whenever it changes.
    #[must_use]
    pub fn follow(self) -> Self {
        self.decide();
        let location = (self.navigation.origin(), self.navigation.route());
        let changed = move || {
            location.0.track();
            location.1.track();
        };
        Effect::watch(changed, move |(), _, _| self.decide(), false);
        self
    }

    /// Does what the address asks for. Mostly that is nothing, and then the part is not needed.
    fn decide(self) {
        let is_open = self.ladder.with_untracked(|open| {
            self.navigation.origin().with_untracked(|origin| origin == open.origin())
        });
        if !is_open || self.attempt.with_untracked(Option::is_some) {
            crate::chunk::run(chunk::go(self));
        }
    }

    /// Goes where the address says.
    pub(super) fn go(self) {
        self.refresh_recents();
        let origin = self.navigation.origin().get_untracked();
        let own = self.own();
        let open = self.ladder.get_untracked();
        let known = self.behind.with_value(|behind| behind.agreed.contains(&origin))
            || self.recents.with_untracked(|recents| recents.has(&origin));
        let is_free = |address: &Address| known || site::holds(address);
        match next(&origin, open.origin(), &own.id, is_free) {
            // The reader of a ladder that is shown already may still keep its text.
            Next::Stay if self.attempt.with_untracked(Option::is_none) => {}
            Next::Stay => self.dismiss(),
            Next::ShowOwn => self.show(own),
            Next::Open(origin) => match self.held(&origin) {
                Some(held) => self.show(held),
                None => self.open(origin),
            },
            Next::Ask(address) => {
                let whose = site::plain_host(address.as_str());
                let wanted = Wanted { origin: Some(Origin::At(address)), whose };
                self.attempt.set(Some(Attempt { wanted, stage: Stage::Asking }));
                self.end();
            }
        }
    }

    fn open(self, origin: Origin) {
        let key = origin.value();
        match &origin {
            Origin::At(address) => self.open_address(address.clone()),
            Origin::Kept(_) => {
                let whose = self.recents.with_untracked(|recents| {
                    let recent = recents.iter().find(|recent| recent.origin == origin);
                    recent.map_or_else(String::new, |recent| recent.whose.clone())
                });
                self.start(Wanted { origin: Some(origin), whose }, asked::KEPT, &key, None);
            }
            Origin::Default | Origin::Bundled(_) => {
                let listed = self.listed().into_iter().find(|listed| listed.id.as_str() == key);
                let wanted = Wanted { origin: Some(origin), whose: String::new() };
                match listed {
                    Some(listed) => {
                        let address = site::address_of(&format!("ladders/{}", listed.file));
                        self.start(wanted, asked::ADDRESS, &address, None);
                    }
                    None => {
                        let stage = Stage::Failed(Failure::NotListed);
                        self.attempt.set(Some(Attempt { wanted, stage }));
                        self.end();
                    }
                }
            }
        }
    }

    fn held(self, origin: &Origin) -> Option<SharedLadder> {
        self.behind
            .with_value(|behind| behind.held.iter().find(|held| held.origin() == origin).cloned())
    }
}
