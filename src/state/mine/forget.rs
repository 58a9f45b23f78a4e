//! Forgetting everything on the device, and taking back what was done last.

use super::{AllForgotten, Keeping, Mine, Undo};
use crate::browser::answers::{self, Forgotten, Local, NotSaved, Others};
use crate::ui::count;

impl Mine {
    /// How many other ladders there are answers to on the device.
    #[must_use]
    pub fn others(self) -> usize {
        // Where a page is written natively, there is no device.
        if self.state().is_open { answers::others(&self.desk().shelf).len() } else { 0 }
    }

    /// Forgets the answers to every ladder, here, on the device and in other tabs; it can be undone
    /// until the page is left. What the device does not let go of stays, and the page says so.
    pub fn forget(self) {
        let (mut state, desk) = (self.state(), self.desk());
        let Some(lane) = desk.lane else { return };
        let mut kept = state.answers.clone();
        let mut all = AllForgotten::default();
        match desk.shelf.forget(&Local, lane, &mut kept) {
            Ok(forgotten) => {
                all.own = forgotten;
                state.unreadable = Vec::new();
                state.answers = kept;
                state.keeping = Keeping::Nothing;
            }
            // Nothing is kept where nothing can be: then what is in memory is all there is.
            Err(NotSaved::Blocked) => {
                all.own = Forgotten::of(&state.answers);
                state.answers.forget();
            }
            Err(why) => {
                all.others.kept = 1;
                state.keeping = Keeping::Not(why);
            }
        }
        let done = all.in_words();
        state.undo.push(Undo { done, before: Vec::new(), forgotten: Some(all) });
        self.show(state);
        self.sweep();
        let others = answers::others(&desk.shelf);
        answers::forget_others(others, move |others| self.others_are_forgotten(others));
    }

    fn others_are_forgotten(self, others: Others) {
        let (mut state, writer) = (self.state(), self.desk().writer);
        let last = state.undo.iter_mut().rev().find(|undo| undo.forgotten.is_some());
        match last.and_then(|undo| Some((&mut undo.done, undo.forgotten.as_mut()?))) {
            Some((done, all)) => {
                all.others.add(others);
                *done = all.in_words();
                self.show(state);
            }
            // It was undone in the meantime.
            None => drop(others.recall(writer)),
        }
    }

    /// Takes back what was done last to many answers. Says whether that was forgetting them all.
    pub fn undo(self) -> bool {
        let (mut state, desk) = (self.state(), self.desk());
        let Some(undo) = state.undo.pop() else { return false };
        for (id, said) in undo.before {
            state.answers.say(&id, said, desk.writer);
        }
        let is_forgetting = undo.forgotten.is_some();
        if let Some(all) = undo.forgotten {
            for text in &all.own.unreadable {
                // Where it cannot be kept again it is still offered, as long as the page is open.
                let _ = desk.shelf.keep(&Local, text);
            }
            all.own.say_again(&mut state.answers, desk.writer);
            state.unreadable.extend(all.own.unreadable);
            if !all.others.recall(desk.writer) {
                let done = "Some answers to other ladders could not be put back yet.".to_owned();
                let all = AllForgotten { others: all.others, ..AllForgotten::default() };
                state.undo.push(Undo { done, before: Vec::new(), forgotten: Some(all) });
            }
        }
        self.show(state);
        self.save();
        is_forgetting
    }
}

impl AllForgotten {
    fn in_words(&self) -> String {
        match self.others.kept {
            0 => "Everything is forgotten.".to_owned(),
            n => format!(
                "The answers to {} could not be forgotten; everything else is.",
                count(n, "ladder", "ladders")
            ),
        }
    }
}
