//! How the answers in memory and those on the device are kept in step.

use super::{Keeping, Mine};
use crate::browser::answers::{self, Lane, Local, NotSaved};
use leptos::prelude::*;

impl Mine {
    /// Reads what there is, and follows what happens to it from here on.
    pub(super) fn begin(self) {
        let (mut state, mut desk) = (self.state(), self.desk());
        desk.writer = answers::writer();
        let (shelf, prefix) = (desk.shelf.clone(), desk.shelf.prefix().to_owned());
        self.desk.set_value(desk);
        state.is_open = true;
        match shelf.look(&Local) {
            Ok(found) => {
                state.keeping = match (found.newer, found.answers.is_blank()) {
                    (true, _) => Keeping::Not(NotSaved::Newer),
                    (false, true) => Keeping::Nothing,
                    (false, false) => Keeping::Saved,
                };
                state.answers.merge(found.answers);
                state.unreadable = found.unreadable;
            }
            Err(fault) => state.keeping = Keeping::Not(fault.into()),
        }
        self.show(state);
        self.take_lane();
        answers::on_change(prefix, move || self.hear());
        answers::on_leave(move || self.save_what_waits());
        answers::on_return(move || self.take_lane());
    }

    fn take_lane(self) {
        answers::take_lane(&self.desk().shelf, move |lane| {
            // The ladder may be another by now.
            if self.desk.try_update_value(|desk| desk.lane = Some(lane)).is_some() {
                self.hear();
                self.save_what_waits();
                self.sweep();
            }
        });
    }

    /// Takes over the lanes of tabs that are gone.
    pub(super) fn sweep(self) {
        let desk = self.desk();
        let Some(lane) = desk.lane else { return };
        for other in desk.shelf.other_lanes(&Local, lane).unwrap_or_default() {
            let shelf = desk.shelf.clone();
            answers::when_free(&desk.shelf, other, move || {
                let mut kept = self.state().answers;
                // What cannot be taken over stays where it is, and is read from there.
                let _ = shelf.adopt(&Local, lane, other, &mut kept);
            });
        }
    }

    /// Takes in what another tab wrote; writes again what it wrote over or should have forgotten.
    fn hear(self) {
        let (mut state, desk) = (self.state(), self.desk());
        let Ok(found) = desk.shelf.look(&Local) else { return };
        let is_whole = found.answers.covers(&state.answers);
        // Before a lane is known nothing of ours can be wrong there.
        let lane = desk.lane.unwrap_or(Lane(u32::MAX));
        let holds_forgotten = desk.shelf.holds_forgotten(&Local, lane).unwrap_or(false);
        state.answers.merge(found.answers);
        match state.keeping {
            _ if found.newer => state.keeping = Keeping::Not(NotSaved::Newer),
            Keeping::Nothing if !state.answers.is_blank() => state.keeping = Keeping::Saved,
            _ => {}
        }
        self.show(state);
        if holds_forgotten || !is_whole {
            self.save();
        }
    }

    /// Saves what was answered since the last time.
    pub(super) fn save_what_waits(self) {
        if self.state().keeping == Keeping::Saving {
            self.save();
        }
    }

    /// Saves, and says what came of it.
    pub(super) fn save(self) {
        let (mut state, desk) = (self.state(), self.desk());
        state.keeping = match desk.lane {
            // Saved as soon as it is known where.
            None => Keeping::Saving,
            Some(lane) => match desk.shelf.save(&Local, lane, &mut state.answers) {
                Ok(()) => Keeping::Saved,
                Err(why) => Keeping::Not(why),
            },
        };
        self.show(state);
    }
}
