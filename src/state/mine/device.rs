//! How the answers in memory and those on the device are kept in step.

use super::{Keeping, Mine};
use crate::browser::answers::{self, Lane, Local, NotSaved};
use leptos::prelude::*;

impl Mine {
    /// Reads what there is, and follows what happens to it from here on.
    pub(super) fn begin(self) {
        let (found, prefix) =
            self.desk.with_value(|desk| (desk.shelf.look(&Local), desk.shelf.prefix().to_owned()));
        self.desk.update_value(|desk| desk.writer = answers::writer());
        self.state.update(|state| state.is_open = true);
        self.state.update(|state| match found {
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
        });
        self.take_lane();
        answers::on_change(prefix, move || self.hear());
        answers::on_leave(move || self.save_what_waits());
        answers::on_return(move || self.take_lane());
    }

    fn take_lane(self) {
        // Without locks the lane is told at once, so the desk must be free by then.
        let shelf = self.desk.with_value(|desk| desk.shelf.clone());
        answers::take_lane(&shelf, move |lane| {
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
        let lane = self.lane();
        self.desk.with_value(|desk| {
            for other in desk.shelf.other_lanes(&Local, lane).unwrap_or_default() {
                answers::when_free(&desk.shelf, other, move || self.adopt(lane, other));
            }
        });
    }

    fn adopt(self, lane: Lane, other: Lane) {
        let Some(mut kept) = self.state.try_with_untracked(|state| state.answers.clone()) else {
            return;
        };
        // What cannot be taken over stays where it is, and is read from there.
        let _ = self.desk.with_value(|desk| desk.shelf.adopt(&Local, lane, other, &mut kept));
    }

    /// Takes in what another tab wrote; writes again what it wrote over or should have forgotten.
    fn hear(self) {
        let lane = self.lane();
        let heard = self.desk.with_value(|desk| {
            let found = desk.shelf.look(&Local).ok()?;
            Some((found, desk.shelf.holds_forgotten(&Local, lane).unwrap_or(false)))
        });
        let Some((found, holds_forgotten)) = heard else { return };
        let is_whole = self.state.with_untracked(|state| found.answers.covers(&state.answers));
        self.state.update(|state| {
            state.answers.merge(found.answers);
            match state.keeping {
                _ if found.newer => state.keeping = Keeping::Not(NotSaved::Newer),
                Keeping::Nothing if !state.answers.is_blank() => state.keeping = Keeping::Saved,
                _ => {}
            }
        });
        if holds_forgotten || !is_whole {
            self.save();
        }
    }

    /// Saves what was answered since the last time.
    pub(super) fn save_what_waits(self) {
        if self.state.try_with_untracked(|state| state.keeping) == Some(Keeping::Saving) {
            self.save();
        }
    }

    /// Saves, and says what came of it.
    pub(super) fn save(self) {
        let mut kept = self.state.with_untracked(|state| state.answers.clone());
        let outcome = self
            .desk
            .with_value(|desk| desk.lane.map(|lane| desk.shelf.save(&Local, lane, &mut kept)));
        self.state.update(|state| {
            state.answers.merge(kept);
            state.keeping = match outcome {
                // Saved as soon as it is known where.
                None => Keeping::Saving,
                Some(Ok(())) => Keeping::Saved,
                Some(Err(why)) => Keeping::Not(why),
            };
        });
    }
}
