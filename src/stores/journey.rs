//! Where the visitor is on the open ladder and where they want to go.
//!
//! Every page can read it. It is derived from the visitor's answers, which the device keeps. The code that
//! loads and saves these is in a chunk, which is loaded only if there are any or when the visitor chooses.

use super::{AnswerStore, SaveState, answers_chunk};
use crate::browser::local_storage::LocalStorage;
use crate::chunk::run;
use crate::subscription::end_with_subscriber;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{CurrentRole, Journey, Store};

/// The visitor's journey on the open ladder; see [`use_journey`].
#[derive(Clone, Copy)]
pub struct JourneyStore(AnswerStore);

impl JourneyStore {
    /// The journey that follows from `answers`.
    #[must_use]
    pub fn new(answers: AnswerStore) -> Self {
        Self(answers)
    }

    /// The journey; subscribes to it. While prerendering and until the answers are loaded, it is that of a
    /// visitor who has not said where they are.
    #[must_use]
    pub fn get(self) -> Journey {
        self.with(Journey::clone)
    }

    /// Reads the journey and subscribes to it.
    pub fn with<T>(self, read: impl FnOnce(&Journey) -> T) -> T {
        end_with_subscriber(&self.0.journey);
        self.0.journey.with(read)
    }

    /// Reads the journey once.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Journey) -> T) -> T {
        self.0.journey.with_untracked(read)
    }

    /// Whether saving failed; subscribes to it.
    #[must_use]
    pub fn is_unsaved(self) -> bool {
        self.0.with(|state| matches!(state.save_state, SaveState::Failed(_)))
    }

    /// Stores the current role; `None` clears it.
    pub fn set_current_role(self, role: Option<CurrentRole>) {
        run(answers_chunk::set_current_role(self.0, role));
    }

    /// Stores the role that the visitor wants to reach from the current one.
    pub fn set_goal(self, goal: ladder::Id) {
        run(answers_chunk::set_goal(self.0, goal));
    }

    /// Loads the answers after rendering, if the device keeps any for this ladder.
    pub fn load_if_stored(self) {
        Effect::new(move |_| {
            let prefix = self.0.storage_prefix();
            let keys = LocalStorage.keys().unwrap_or_default();
            if keys.iter().any(|key| key.starts_with(&prefix)) {
                // If loading fails, pages stay as they are for a visitor who has not said where they are.
                spawn_local(async move { _ = answers_chunk::start(self.0).await });
            }
        });
    }
}

/// The visitor's journey on the open ladder.
#[must_use]
pub fn use_journey() -> JourneyStore {
    JourneyStore(expect_context())
}
