//! Forgetting what is kept of the ladders that are not open, and bringing it back.

use super::copies::Lane;
use super::lanes::{take_lane, when_free};
use super::local::Local;
use super::shelf::{Forgotten, Shelf};
use plan::{Answers, Writer};
use std::cell::RefCell;
use std::rc::Rc;

/// What was forgotten of other ladders.
#[derive(Clone, Debug, Default)]
pub struct Others {
    forgotten: Vec<(Shelf, Lane, Forgotten)>,
    /// How many ladders' answers could not be forgotten.
    pub kept: usize,
}

/// The shelves of other ladders with something on them that a visitor would miss.
#[must_use]
pub fn others(own: &Shelf) -> Vec<Shelf> {
    let mut others = Shelf::all(&Local).unwrap_or_default();
    others.retain(|shelf| shelf.prefix() != own.prefix() && shelf.is_missed(&Local));
    others
}

/// Forgets them, each in a lane of this tab's own, and tells what was there once all are done. Tabs
/// that have one of them open hear of it and forget it too.
pub fn forget_others(others: Vec<Shelf>, told: impl Fn(Others) + 'static) {
    let (outcome, left) = (Rc::new(RefCell::new(Others::default())), others.len());
    let (left, told) = (Rc::new(RefCell::new(left)), Rc::new(told));
    for shelf in others {
        let (outcome, left, told) = (outcome.clone(), left.clone(), told.clone());
        let place = shelf.clone();
        take_lane(&shelf, move |lane| {
            match place.forget(&Local, lane, &mut Answers::default()) {
                Ok(forgotten) => {
                    let mut outcome = outcome.borrow_mut();
                    outcome.forgotten.push((place.clone(), lane, forgotten));
                }
                Err(_) => outcome.borrow_mut().kept += 1,
            }
            sweep(&place, lane);
            *left.borrow_mut() -= 1;
            if *left.borrow() == 0 {
                told(outcome.take());
            }
        });
    }
}

/// Takes over the lanes of tabs that are gone, so that nothing forgotten lies there.
fn sweep(shelf: &Shelf, lane: Lane) {
    for other in shelf.other_lanes(&Local, lane).unwrap_or_default() {
        let place = shelf.clone();
        when_free(shelf, other, move || {
            // What cannot be taken over is known to be forgotten by what stands in our own lane.
            let _ = place.adopt(&Local, lane, other, &mut Answers::default());
        });
    }
}

impl Others {
    /// Takes in what was forgotten later.
    pub fn add(&mut self, more: Self) {
        self.forgotten.extend(more.forgotten);
        self.kept += more.kept;
    }

    /// Brings everything back. Says whether all of it is saved.
    #[must_use]
    pub fn recall(&self, writer: Writer) -> bool {
        let recall = |(shelf, lane, forgotten): &(Shelf, Lane, Forgotten)| {
            shelf.recall(&Local, *lane, forgotten, writer).is_ok()
        };
        // Each is tried, whatever becomes of the others.
        self.forgotten.iter().filter(|one| !recall(one)).count() == 0
    }
}
