//! Whether the answers are saved, and what to do if they are not.

use crate::browser::download::download;
use crate::browser::focus;
use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SaveState, use_ladder_store};
use leptos::prelude::*;

/// "Saved" or "Not saved".
#[component]
pub fn SaveStatus(
    /// The visitor's answers.
    answers: AnswerStore,
) -> impl IntoView {
    let status = move || match answers.with(|state| state.save_state) {
        SaveState::Empty => "",
        SaveState::Saving => "Saving…",
        SaveState::Saved => "Saved",
        SaveState::Failed(_) => "Not saved",
    };
    let is_failed = move || {
        answers.with(|state| matches!(state.save_state, SaveState::Failed(_))).then_some("no")
    };
    view! { <p class="keeping" role="status" data-saved=is_failed>{status}</p> }
}

/// Notices: why the answers are not saved, what can be undone, and saved answers that are unreadable.
#[component]
pub fn SaveNotices(
    /// The visitor's answers.
    answers: AnswerStore,
    /// The id of the open ladder, for the names of downloaded files.
    ladder: String,
) -> impl IntoView {
    let backup_name = format!("{ladder}-answers.json");
    let failure = move || {
        let SaveState::Failed(error) = answers.with(|state| state.save_state) else { return None };
        let name = backup_name.clone();
        let save = move |_| drop(download(&name, "application/json", &answers.backup()));
        Some(view! {
            <div class="notice">
                <p>{messages::save_error(error)}</p>
                <button type="button" lang="en" class="quiet" on:click=save>"Download a backup"</button>
            </div>
        })
    };
    let store = use_ladder_store();
    let undo = move || {
        let message = answers.with(|state| state.undo.last().map(|undo| undo.message.clone()))?;
        let undo = move |_| {
            if answers.undo() {
                store.restore_recents();
            }
            // The button may be removed now, so that it cannot keep the focus.
            focus::heading();
        };
        Some(view! {
            <div class="undo">
                <p>{message}</p>
                <button type="button" lang="en" class="quiet" on:click=undo>"Undo"</button>
            </div>
        })
    };
    let unreadable_name = format!("{ladder}-unreadable.txt");
    let unreadable = move || {
        let unreadable = answers.with(|state| state.unreadable.join("\n\n"));
        let name = unreadable_name.clone();
        (!unreadable.is_empty()).then(|| {
            let save = move |_| drop(download(&name, "text/plain", &unreadable));
            view! {
                <div class="notice">
                    <p>
                        "Some saved answers couldn’t be read. We kept them safe; everything readable is shown here."
                    </p>
                    <button type="button" lang="en" class="quiet" on:click=save>"Download unreadable data"</button>
                </div>
            }
        })
    };
    view! { {failure} <div aria-live="polite">{undo}</div> {unreadable} }
}
