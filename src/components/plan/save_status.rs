//! Whether the answers are saved, and what to do where they are not.

use crate::browser::download::download;
use crate::browser::focus;
use crate::messages::plan as messages;
use crate::stores::use_ladder_store;
use crate::stores::{AnswerStore, SaveState};
use leptos::prelude::*;

/// "Saved" or "Not saved".
#[must_use]
pub fn keeping_status(answers: AnswerStore) -> AnyView {
    let word = move || match answers.with(|state| state.save_state) {
        SaveState::Empty => "",
        SaveState::Saving => "Saving…",
        SaveState::Saved => "Saved",
        SaveState::Failed(_) => "Not saved",
    };
    let is_not = move || {
        answers.with(|state| matches!(state.save_state, SaveState::Failed(_))).then_some("no")
    };
    view! { <p class="keeping" role="status" data-saved=is_not>{word}</p> }.into_any()
}

/// Why the answers are not saved, with the file that keeps them; what can be undone; and what lies on
/// the device and cannot be read.
#[must_use]
pub fn keeping_notices(answers: AnswerStore, ladder: &str) -> AnyView {
    let name = format!("{ladder}-answers.json");
    let why = move || {
        let SaveState::Failed(why) = answers.with(|state| state.save_state) else { return None };
        let name = name.clone();
        let save = move |_| drop(download(&name, "application/json", &answers.backup()));
        Some(
            view! {
                <div class="notice">
                    <p>{messages::save_error(why)}</p>
                    <button lang="en" class="quiet" on:click=save>"Download a backup"</button>
                </div>
            }
            .into_any(),
        )
    };
    let store = use_ladder_store();
    let undo = move || {
        let done = answers.with(|state| state.undo.last().map(|undo| undo.message.clone()))?;
        let undo = move |_| {
            if answers.undo() {
                store.restore_recents();
            }
            // The button goes; the focus is not to be lost with it.
            focus::heading();
        };
        Some(
            view! {
                <div class="undo">
                    <p>{done}</p>
                    <button lang="en" class="quiet" on:click=undo>"Undo"</button>
                </div>
            }
            .into_any(),
        )
    };
    let name = format!("{ladder}-unreadable.txt");
    let unreadable = move || unreadable(answers, &name);
    view! { {why} <div aria-live="polite">{undo}</div> {unreadable} }.into_any()
}

fn unreadable(answers: AnswerStore, name: &str) -> Option<AnyView> {
    let texts = answers.with(|state| state.unreadable.join("\n\n"));
    let name = name.to_owned();
    (!texts.is_empty()).then(|| {
        let save = move |_| drop(download(&name, "text/plain", &texts));
        view! {
            <div class="notice">
                <p>
                    "Some saved answers couldn’t be read. We kept them safe; everything readable is shown here."
                </p>
                <button lang="en" class="quiet" on:click=save>"Download unreadable data"</button>
            </div>
        }.into_any()
    })
}
