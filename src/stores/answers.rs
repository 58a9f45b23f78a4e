//! The visitor's answers: in memory, saved on the device, and synced between tabs.

mod delete;
mod other_ladders;
mod sync;
#[cfg(test)]
mod tests;

use super::{SharedLadder, answers_chunk};
use crate::browser::site;
use crate::chunk::run;
use crate::router::{self, Origin};
use crate::subscription::end_with_subscriber;
use ladder::Id;
use leptos::prelude::*;
use other_ladders::Deleted;
use plan::{
    AnswerKind, AnswerRepository, AnswerValue, Answers, ClientId, CurrentRole, Journey, Renames,
    SaveError, TabSlot,
};
use std::time::Duration;

/// The visitor's answers to the open ladder; see [`use_answers`].
#[derive(Clone, Copy)]
pub struct AnswerStore {
    state: RwSignal<AnswerState>,
    /// Derived from the answers; see [`JourneyStore`](super::JourneyStore).
    pub(super) journey: RwSignal<Journey>,
    session: StoredValue<Session>,
}

/// The state that pages show.
#[derive(Clone, Debug, Default)]
pub struct AnswerState {
    /// The answers.
    pub answers: Answers,
    /// Whether the stored answers are loaded, so that the visitor can answer. `false` while prerendering:
    /// answers given before the app starts would be lost.
    pub is_loaded: bool,
    /// Whether the answers are saved.
    pub save_state: SaveState,
    /// Stored text that could not be read.
    pub unreadable: Vec<String>,
    /// The steps that can be undone, latest last.
    pub undo: Vec<UndoStep>,
}

/// Whether the answers are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing to save.
    #[default]
    Empty,
    /// About to be saved.
    Saving,
    /// Saved and verified by reading back.
    Saved,
    /// Saving failed.
    Failed(SaveError),
}

/// A change of several answers that can be undone.
#[derive(Clone, Debug, Default)]
pub struct UndoStep {
    /// What was done, as shown to the visitor.
    pub message: String,
    before: Vec<(Id, AnswerValue)>,
    deleted: Option<Deleted>,
}

/// Internal state needed for saving.
#[derive(Clone)]
struct Session {
    ladder: SharedLadder,
    repository: AnswerRepository,
    client: ClientId,
    /// `None` until the tab has claimed a slot.
    slot: Option<TabSlot>,
    /// Whether answers to this ladder are stored, as far as this tab knows.
    is_stored: bool,
    /// What the visitor has answered since this tab saved last.
    unsaved: Vec<(AnswerKind, Id)>,
    /// The owner of the open ladder, which outlives pages. Taken when the answers are first used.
    owner: Option<Owner>,
}

impl AnswerStore {
    /// Creates the store for a ladder. Nothing is loaded before [`use_answers`] is called.
    #[must_use]
    pub fn new(ladder: &SharedLadder) -> Self {
        let session = Session {
            ladder: ladder.clone(),
            repository: AnswerRepository::new(&ladder.id, &source(ladder.origin()))
                .with_renames(Renames::new(ladder)),
            client: ClientId(0),
            slot: None,
            is_stored: false,
            unsaved: Vec::new(),
            owner: Owner::current(),
        };
        Self {
            state: RwSignal::default(),
            journey: RwSignal::default(),
            session: StoredValue::new(session),
        }
    }

    /// Reads the state and subscribes to it.
    pub fn with<T>(self, read: impl FnOnce(&AnswerState) -> T) -> T {
        end_with_subscriber(&self.state);
        self.state.with(read)
    }

    /// Reads the state once; the default state if the ladder was closed in the meantime.
    pub fn with_untracked<T>(self, read: impl FnOnce(&AnswerState) -> T) -> T {
        match self.state.try_read_untracked() {
            Some(state) => read(&state),
            None => read(&AnswerState::default()),
        }
    }

    /// Sets an answer and saves, once the code for it is loaded.
    pub fn set_answer_lazily(self, id: Id, value: AnswerValue) {
        run(answers_chunk::set_answer(self, id, value));
    }

    /// Sets an answer and saves.
    pub fn set_answer(self, id: &Id, value: AnswerValue) {
        if self.change(id, value) {
            self.save();
        }
    }

    /// Sets the current role and saves; `None` clears it.
    pub fn set_current_role(self, role: Option<CurrentRole>) {
        if let Some(session) = self.session() {
            self.set_answer(&session.ladder.id, AnswerValue::CurrentRole(role));
        }
    }

    /// Sets the role to reach from where the visitor is now and saves.
    pub fn set_goal(self, goal: &Id) {
        let Some(Session { ladder, .. }) = self.session() else { return };
        let from = self.with_untracked(|state| match state.answers.current_role(&ladder.id) {
            Some(CurrentRole::Role(id)) => Some(id.clone()),
            _ => None,
        });
        self.set_answer(goal, AnswerValue::Goal(from));
    }

    /// Sets an answer and saves a moment later; for text fields.
    pub fn set_answer_while_typing(self, id: &Id, value: AnswerValue) {
        const DELAY: Duration = Duration::from_millis(400);
        if self.change(id, value) {
            set_timeout(move || self.save_pending(), DELAY);
        }
    }

    /// Sets several answers and saves. The visitor can undo this; `message` describes what was done.
    pub fn set_answers(self, values: Vec<(Id, AnswerValue)>, message: String) {
        let Some(Session { client, ladder, .. }) = self.session() else { return };
        self.update(|state| {
            let before = values.iter().filter_map(|(id, value)| {
                let before = state.answers.value(value.kind(), id).cloned();
                Some((id.clone(), before.or(value.kind().blank())?))
            });
            let before = before.collect();
            state.undo.push(UndoStep { message, before, deleted: None });
            for (id, value) in values {
                let kind = value.kind();
                if state.answers.set(&id, value, client) {
                    self.mark_unsaved(kind, &id);
                }
            }
            state.answers.add_names(&ladder);
        });
        self.save();
    }

    /// Adds names to answers about skills and resources that the ladder no longer has; for imported answers.
    pub fn add_names<'a>(self, names: impl Iterator<Item = (AnswerKind, &'a Id, &'a str)>) {
        self.update(|state| {
            names.for_each(|(kind, id, name)| state.answers.add_name(kind, id, name))
        });
        self.save();
    }

    /// The answers as a backup file.
    #[must_use]
    pub fn backup(self) -> String {
        let answers = self.with_untracked(|state| state.answers.clone());
        let session = self.session();
        session.map_or_else(String::new, |session| session.repository.record(0, answers).write())
    }

    fn change(self, id: &Id, value: AnswerValue) -> bool {
        let Some(Session { client, ladder, .. }) = self.session() else { return false };
        let mut has_changed = false;
        let kind = value.kind();
        self.update(|state| {
            has_changed = state.answers.set(id, value, client);
            if has_changed {
                self.mark_unsaved(kind, id);
                state.answers.add_names(&ladder);
                state.save_state = SaveState::Saving;
            }
        });
        has_changed
    }

    fn mark_unsaved(self, kind: AnswerKind, id: &Id) {
        self.session.try_update_value(|session| {
            let answer = (kind, id.clone());
            if !session.unsaved.contains(&answer) {
                session.unsaved.push(answer);
            }
        });
    }

    /// Changes the state; does nothing if the ladder was closed in the meantime.
    fn update(self, change: impl FnOnce(&mut AnswerState)) {
        let _ = self.state.try_update(change);
    }

    /// `None` if the ladder was closed in the meantime.
    fn session(self) -> Option<Session> {
        self.session.try_get_value()
    }
}

impl AnswerStore {
    /// Loads the answers now, unless that has happened or is about to.
    pub(super) fn start_once(self) {
        if let Some(owner) = self.take_owner() {
            owner.with(|| self.start());
        }
    }

    /// The prefix of the keys under which the device keeps the answers.
    pub(super) fn storage_prefix(self) -> String {
        self.session().map_or_else(String::new, |session| session.repository.prefix().to_owned())
    }

    fn is_started(self) -> bool {
        self.session.try_with_value(|session| session.owner.is_none()).unwrap_or(true)
    }

    fn take_owner(self) -> Option<Owner> {
        let mut owner = None;
        self.session.try_update_value(|session| owner = session.owner.take());
        owner
    }
}

/// The answers to the open ladder. The first use loads them from the device, after rendering, and
/// keeps them in sync with other tabs. While prerendering, there are none.
#[must_use]
pub fn use_answers() -> AnswerStore {
    let answers: AnswerStore = expect_context();
    if !answers.is_started() {
        Effect::new(move |_| run(answers_chunk::start(answers)));
    }
    answers
}

/// Distinguishes ladders with the same id by where they come from. For ladders of this site, this is the
/// path of the site, because all sites on one host share their storage.
fn source(origin: &Origin) -> String {
    match origin {
        Origin::Default | Origin::Bundled(_) => router::base().to_owned(),
        Origin::Url(_) | Origin::StoredFile(_) => origin.value(),
        Origin::OnSite(path) => site::file_url(path.under_base()),
    }
}
