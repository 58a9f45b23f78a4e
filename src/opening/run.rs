//! One run of the reader: from its first word to the ladder that is shown.

use super::{Opening, Wanted, is_underway};
use crate::browser::{site, slices};
use crate::recents::Recent;
use crate::route::Origin;
use crate::stores::{OpenLadder, Provenance};
use ladder::{Ladder, NotPacked, Unpacker};
use leptos::prelude::*;
use reader::{Failure, Outcome, Progress, Said};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// A run.
#[derive(Clone)]
pub(super) struct Run {
    opening: Opening,
    wanted: Wanted,
    nth: usize,
    /// With what has come ahead.
    unpacker: Rc<RefCell<Unpacker>>,
    /// What will be remembered of it, from when that is known.
    recent: Rc<RefCell<Option<Recent>>>,
    is_kept: Rc<Cell<bool>>,
}

impl Run {
    pub fn new(opening: Opening, wanted: Wanted) -> Self {
        let nth = opening.behind.with_value(|behind| behind.runs);
        let (unpacker, recent, is_kept) = Default::default();
        Self { opening, wanted, nth, unpacker, recent, is_kept }
    }

    /// Takes notice of what the reader says.
    pub fn hear(&self, said: Said, packed: Option<Vec<u8>>) {
        match (said, packed) {
            (Said::Progress(progress), _) => self.opening.progress(progress),
            (Said::Failed(failure), _) => self.opening.fail(failure),
            (Said::Ahead, packed) => {
                let unpacked = self.unpacker.borrow_mut().ahead(&packed.unwrap_or_default());
                if unpacked.is_err() {
                    self.opening.fail(Failure::NoReader);
                }
            }
            (Said::Read(outcome), Some(packed)) => self.unpack(outcome, packed),
            (Said::Read(outcome), None) => self.opening.refuse(outcome.problems),
            (Said::Kept(is_kept), _) => {
                self.is_kept.set(is_kept);
                self.remember();
                self.opening.end();
            }
        }
    }

    /// Unpacks the rest of the ladder in slices, and shows it.
    fn unpack(&self, outcome: Outcome, packed: Vec<u8>) {
        let run = self.clone();
        let mut unpacker = Some(self.unpacker.take());
        let mut outcome = Some(outcome);
        slices::run(move || {
            // Another attempt has begun, or the visitor has gone elsewhere.
            if !run.is_current() {
                return false;
            }
            let Some(going) = unpacker.as_mut() else { return false };
            match going.step(&packed, Unpacker::STRETCH) {
                Ok(true) => {
                    let percent = (going.progress() * 100.0) as u8;
                    run.opening.progress(Progress::Unpacking(percent));
                    true
                }
                Ok(false) => {
                    let ladder = unpacker.take().map(|unpacker| unpacker.finish(&packed));
                    outcome.take().into_iter().zip(ladder).for_each(|(outcome, ladder)| {
                        run.show(outcome, ladder);
                    });
                    false
                }
                Err(_) => {
                    run.opening.fail(Failure::NoReader);
                    false
                }
            }
        });
    }

    fn is_current(&self) -> bool {
        let is_underway = self.opening.attempt.with_untracked(is_underway);
        is_underway && self.opening.behind.with_value(|behind| behind.runs) == self.nth
    }

    fn show(&self, outcome: Outcome, ladder: Result<Ladder, NotPacked>) {
        let Ok(ladder) = ladder else { return self.opening.fail(Failure::NoReader) };
        let origin = self.wanted.origin.clone().or_else(|| Origin::read(&outcome.key));
        let Some(origin) = origin else { return self.opening.fail(Failure::NoReader) };
        let whose = match &outcome.answered {
            Some(address) => site::plain_host(address),
            None => self.wanted.whose.clone(),
        };
        if matches!(origin, Origin::At(_) | Origin::Kept(_)) {
            *self.recent.borrow_mut() = Some(Recent {
                origin: origin.clone(),
                title: ladder.title.clone(),
                whose: whose.clone(),
                opened_on: site::today(),
                bytes: outcome.bytes,
                is_kept: false,
            });
            self.remember();
        }
        let came = Provenance { whose, copy: outcome.copy, warnings: outcome.problems };
        self.opening.arrived(Arc::new(OpenLadder::new(ladder, origin).with_provenance(came)));
    }

    /// Remembers it once it is shown, and again once its text is kept.
    fn remember(&self) {
        if let Some(recent) = self.recent.borrow().as_ref() {
            self.opening.remember(Recent { is_kept: self.is_kept.get(), ..recent.clone() });
        }
    }
}
