//! What the visitor answered, in memory and on their device, and whether it is saved.

mod device;
mod forget;

use super::OpenLadder;
use crate::browser::answers::{Forgotten, Lane, NotSaved, Others, Shelf, after_a_pause};
use crate::route::{BASE, Origin};
use ladder::Id;
use leptos::prelude::*;
use plan::{Answers, Said, Writer};
use std::sync::Arc;

/// The visitor's answers of the open ladder. Copied freely; found in the context.
///
/// What is shown is one signal, given out whole and never looked at under a lock: a further signal, and
/// each place that borrows from one, costs more bytes than the little that is looked at anew.
#[derive(Clone, Copy)]
pub struct Mine {
    state: RwSignal<Arc<State>>,
    desk: StoredValue<Desk>,
}

/// What a page shows of them.
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
    /// What can be undone, the last first to be.
    pub undo: Vec<Undo>,
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
#[derive(Clone, Debug, Default)]
pub struct Undo {
    /// What was done, in words.
    pub done: String,
    before: Vec<(Id, Said)>,
    forgotten: Option<AllForgotten>,
}

/// Everything that was forgotten.
#[derive(Clone, Debug, Default)]
struct AllForgotten {
    own: Forgotten,
    others: Others,
}

/// What is needed to save.
#[derive(Clone)]
struct Desk {
    shelf: Shelf,
    writer: Writer,
    /// None until it is known which lane is this tab's.
    lane: Option<Lane>,
    /// Of the open ladder, which lasts longer than a page; none once the device is looked at.
    owner: Option<Owner>,
}

impl Mine {
    /// The answers of a ladder, not looked at before someone uses them; see [`use_mine`].
    #[must_use]
    pub fn of(ladder: &OpenLadder) -> Self {
        let shelf = Shelf::new(&ladder.id, &source(ladder.origin()));
        let owner = Owner::current();
        let desk = Desk { shelf, writer: Writer(0), lane: None, owner };
        Self { state: RwSignal::default(), desk: StoredValue::new(desk) }
    }

    /// Looks at them, and again when they change.
    pub fn with<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.now())
    }

    /// Looks at them once.
    pub fn with_untracked<T>(self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state())
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
        let (mut state, writer) = (self.state(), self.desk().writer);
        let before = all.iter().filter_map(|(id, said)| {
            let before = state.answers.said(said.about(), id).cloned();
            before.or(said.about().blank()).map(|before| (id.clone(), before))
        });
        let before = before.collect();
        state.undo.push(Undo { done, before, forgotten: None });
        for (id, said) in all {
            state.answers.say(&id, said, writer);
        }
        self.show(state);
        self.save();
    }

    /// The answers as a file that can be opened again, here or on another device.
    #[must_use]
    pub fn file(self) -> String {
        self.desk().shelf.record(0, self.state().answers).write()
    }

    fn answer(self, id: &Id, said: Said) -> bool {
        let mut state = self.state();
        let is_new = state.answers.say(id, said, self.desk().writer);
        if is_new {
            state.keeping = Keeping::Saving;
            self.show(state);
        }
        is_new
    }

    /// What is shown, followed by whoever draws it.
    #[inline(never)]
    fn now(self) -> Arc<State> {
        self.state.get()
    }

    /// A copy of what is shown, to be changed and shown again; blank once the page is another.
    #[inline(never)]
    fn state(self) -> State {
        let state = self.state.try_get_untracked().unwrap_or_default();
        Arc::unwrap_or_clone(state)
    }

    #[inline(never)]
    fn show(self, state: State) {
        // Refused once the page is another; then nobody looks.
        self.state.try_set(Arc::new(state));
    }

    #[inline(never)]
    fn desk(self) -> Desk {
        self.desk.get_value()
    }
}

/// The answers of the open ladder; provided by the app. From the first use on they are read from the
/// device, once the page is drawn, and kept in step with other tabs. Where a page is written natively,
/// there are none.
#[must_use]
pub fn use_mine() -> Mine {
    let mine: Mine = expect_context();
    let mut owner = None;
    mine.desk.update_value(|desk| owner = desk.owner.take());
    if let Some(owner) = owner {
        owner.with(|| Effect::new(move |_| mine.begin()));
    }
    mine
}

/// Tells ladders of one id apart by where they come from. The site's own are told apart by the path
/// of the site: sites on one host share its storage.
fn source(origin: &Origin) -> String {
    match origin {
        Origin::Default | Origin::Bundled(_) => BASE.to_owned(),
        Origin::At(_) | Origin::Kept(_) => origin.value(),
    }
}
