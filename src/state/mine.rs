//! What the visitor answered, in memory and on their device, and whether it is saved.

mod device;

use super::OpenLadder;
use crate::browser::answers::{Lane, Local, NotSaved, Shelf, after_a_pause};
use crate::ladder::Id;
use crate::markup::outward;
use crate::plan::{Answers, Said, Writer};
use crate::route::{BASE, Origin};
use leptos::prelude::*;

/// The visitor's answers of the open ladder. Copied freely; found in the context.
#[derive(Clone, Copy)]
pub struct Mine {
    state: RwSignal<State>,
    desk: StoredValue<Desk>,
}

/// What a page shows of them. One signal for all of it: a further one costs more bytes than the
/// little that is looked at anew with each answer.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The answers.
    pub answers: Answers,
    /// Whether the device was looked at, so that answers can be given. Never where a page is written
    /// natively: what is ticked before the program has come would be lost.
    pub is_open: bool,
    /// Whether they are saved.
    pub keeping: Keeping,
    /// Texts on the device that should be answers and cannot be read.
    pub unreadable: Vec<String>,
    /// What can be undone.
    pub undo: Option<Undo>,
}

/// Whether the answers are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// There is nothing to save.
    #[default]
    Nothing,
    /// They will be in a moment.
    Saving,
    /// They are, and were read back.
    Saved,
    /// They are not.
    Not(NotSaved),
}

/// A change of many answers that can be taken back.
#[derive(Clone, Debug)]
pub struct Undo {
    /// What was done, in words.
    pub done: String,
    before: Vec<(Id, Said)>,
    unreadable: Vec<String>,
}

/// What is needed to save.
struct Desk {
    shelf: Shelf,
    writer: Writer,
    /// None until it is known which lane is this tab's.
    lane: Option<Lane>,
}

impl Mine {
    /// The answers of a ladder: read from the device once the page is drawn, and kept in step with
    /// other tabs from then on. Where a page is written natively, there are none.
    #[must_use]
    pub fn of(ladder: &OpenLadder) -> Self {
        let shelf = Shelf::new(&ladder.id, &source(ladder.origin()));
        let desk = Desk { shelf, writer: Writer(0), lane: None };
        let mine = Self { state: RwSignal::default(), desk: StoredValue::new(desk) };
        outward(move || mine.begin());
        mine
    }

    /// Looks at them, and again when they change.
    pub fn with<T>(self, look: impl FnOnce(&State) -> T) -> T {
        self.state.with(look)
    }

    /// Looks at them once.
    pub fn with_untracked<T>(self, look: impl FnOnce(&State) -> T) -> T {
        self.state.with_untracked(look)
    }

    /// Answers, and saves.
    pub fn say(self, id: &Id, said: Said) {
        if self.answer(id, said) {
            self.save();
        }
    }

    /// Answers, and saves when the visitor pauses: for what is typed.
    pub fn say_while_typing(self, id: &Id, said: Said) {
        if self.answer(id, said) {
            after_a_pause(move || self.save_what_waits());
        }
    }

    /// Answers many things at once, and lets the visitor take that back. `done` says what was done.
    pub fn say_all(self, all: Vec<(Id, Said)>, done: String) {
        let writer = self.writer();
        self.state.update(|state| {
            let before = |(id, said): &(Id, Said)| {
                let before = state.answers.said(said.about(), id).cloned();
                before.or(said.about().blank()).map(|before| (id.clone(), before))
            };
            let before = all.iter().filter_map(before).collect();
            state.undo = Some(Undo { done, before, unreadable: Vec::new() });
            for (id, said) in all {
                state.answers.say(&id, said, writer);
            }
        });
        self.save();
    }

    /// Takes back what was done last to many answers.
    pub fn undo(self) {
        let Some(undo) = self.state.try_update(|state| state.undo.take()).flatten() else { return };
        let writer = self.writer();
        self.desk.with_value(|desk| {
            for text in &undo.unreadable {
                // Where it cannot be kept again it is still offered below, as long as the page is open.
                let _ = desk.shelf.keep(&Local, text);
            }
        });
        self.state.update(|state| {
            state.unreadable.extend(undo.unreadable);
            for (id, said) in undo.before {
                state.answers.say(&id, said, writer);
            }
        });
        self.save();
    }

    /// Forgets everything, here, on the device and in other tabs; it can be undone.
    pub fn forget(self) {
        let Some(lane) = self.desk.with_value(|desk| desk.lane) else { return };
        let mut kept = self.state.with_untracked(|state| state.answers.clone());
        let before = kept.all().iter().map(|answer| (answer.id.clone(), answer.said.clone()));
        let before: Vec<_> = before.filter(|(_, said)| !said.is_blank()).collect();
        let outcome = self.desk.with_value(|desk| desk.shelf.forget(&Local, lane, &mut kept));
        self.state.update(|state| {
            let unreadable = std::mem::take(&mut state.unreadable);
            let done = "Everything is forgotten.".to_owned();
            state.undo = Some(Undo { done, before, unreadable });
            kept.forget();
            state.answers = kept;
            state.keeping = outcome.map_or_else(Keeping::Not, |_| Keeping::Nothing);
        });
        self.sweep();
    }

    /// The answers as a file that can be opened again, here or on another device.
    #[must_use]
    pub fn file(self) -> String {
        let answers = self.state.with_untracked(|state| state.answers.clone());
        self.desk.with_value(|desk| desk.shelf.record(0, answers).write())
    }

    fn answer(self, id: &Id, said: Said) -> bool {
        let writer = self.writer();
        let is_new =
            self.state.with_untracked(|state| state.answers.clone()).say(id, said.clone(), writer);
        if is_new {
            self.state.update(|state| {
                state.answers.say(id, said, writer);
                state.keeping = Keeping::Saving;
            });
        }
        is_new
    }

    fn writer(self) -> Writer {
        self.desk.with_value(|desk| desk.writer)
    }

    /// This tab's lane; the first as long as it is not known, which is then only read.
    fn lane(self) -> Lane {
        self.desk.with_value(|desk| desk.lane).unwrap_or(Lane(0))
    }
}

/// The answers of the open ladder; provided by the app.
#[must_use]
pub fn use_mine() -> Mine {
    expect_context()
}

/// Tells ladders of one id apart by where they come from. The site's own are told apart by the path
/// of the site: sites on one host share its storage.
fn source(origin: &Origin) -> String {
    match origin {
        Origin::Default | Origin::Bundled(_) => BASE.to_owned(),
        Origin::At(_) | Origin::Kept(_) => origin.value(),
    }
}
