//! Deleting all data on the device: a button and a dialog to confirm. Can be undone.

use crate::browser::{dialog, focus, settings, tab};
use crate::messages::plan as messages;
use crate::stores::{AnswerStore, use_ladder_store};
use crate::ui::english;
use leptos::prelude::*;

/// The button, hidden while there is no data, and the dialog that lists what will be deleted.
#[component]
pub fn DeleteData(
    /// The visitor's answers.
    answers: AnswerStore,
    /// The title of the open ladder.
    ladder_title: String,
) -> impl IntoView {
    let store = use_ladder_store();
    Effect::new(move |_| untrack(|| store.refresh_recents()));
    let dialog_ref = NodeRef::<leptos::html::Dialog>::new();
    let other_ladders = RwSignal::new(0);
    let has_settings = RwSignal::new(false);
    let open = move |_| {
        other_ladders.set(answers.other_ladders());
        has_settings.set(settings::exist());
        if let Some(dialog) = dialog_ref.get_untracked() {
            dialog::show(&dialog);
        }
    };
    let close = move || {
        if let Some(dialog) = dialog_ref.get_untracked() {
            dialog.close();
        }
    };
    let delete = move |_| {
        close();
        answers.delete_all();
        store.delete_recents();
        // The button is hidden now, so that it cannot keep the focus.
        focus::heading();
    };
    Effect::new(move |_| {
        has_settings.set(settings::exist());
        tab::on_storage_change(String::new(), move || has_settings.set(settings::exist()));
    });
    let is_empty = move || {
        answers.with(|state| state.answers.is_blank() && state.unreadable.is_empty())
            && store.recents().with(|recents| recents.is_empty())
            && answers.other_ladders() == 0
            && !has_settings.get()
    };
    let deleted_answers = move || {
        let title = ladder_title.clone();
        let others = messages::and_other_ladders(other_ladders.get());
        english(view! {
            "Your answers for " <bdi>{title}</bdi> {others}
            ": your ratings, notes, dates and watched marks."
        })
    };
    let deleted_ladders = move || {
        let opened = store.recents().with(|recents| recents.iter().len());
        (opened > 0).then(|| view! { <li>{messages::opened_ladders(opened)}</li> })
    };
    view! {
        <div class="plan-forget" hidden=is_empty>
            <button type="button" lang="en" class="plain" on:click=open>"Delete my data"</button>
            <dialog class="question" node_ref=dialog_ref aria-labelledby="forget-question">
                <h2 lang="en" id="forget-question">"Delete everything?"</h2>
                <p lang="en">"This deletes from this device:"</p>
                <ul class="goes">
                    <li>{deleted_answers}</li>
                    {deleted_ladders}
                    <Show when=move || has_settings.get()>
                        <li lang="en">"Your settings: the theme and the search key."</li>
                    </Show>
                </ul>
                <p lang="en">"You can undo this until you leave the page. Files and links you’ve exported aren’t affected."</p>
                <p class="row">
                    <button type="button" lang="en" class="quiet" on:click=move |_| close()>"Cancel"</button>
                    <button type="button" lang="en" class="quiet danger" on:click=delete>"Delete"</button>
                </p>
            </dialog>
        </div>
    }
}
