//! Forgetting everything that this device keeps: one button, one question, and a way back.

use crate::browser::{dialog, focus};
use crate::stores::AnswerStore;
use crate::stores::use_ladder_store;
use crate::ui::{count, english};
use leptos::prelude::*;

/// The button; there while there is anything to forget. The question says what goes.
#[must_use]
pub fn plan_forget(answers: AnswerStore, ladder: &str) -> AnyView {
    let store = use_ladder_store();
    Effect::new(move |_| untrack(|| store.refresh_recents()));
    let question = NodeRef::<leptos::html::Dialog>::new();
    let others = RwSignal::new(0);
    let ask = move |_| {
        others.set(answers.other_ladders());
        if let Some(question) = question.get_untracked() {
            dialog::show(&question);
        }
    };
    let close = move || {
        if let Some(question) = question.get_untracked() {
            question.close();
        }
    };
    let forget = move |_| {
        close();
        answers.delete_all();
        store.delete_recents();
        // There is nothing left to forget, and the button goes.
        focus::heading();
    };
    let is_nothing = move || {
        let is_own = answers.with(|state| state.answers.is_blank() && state.unreadable.is_empty());
        is_own && store.recents().with(|recents| recents.is_empty()) && answers.other_ladders() == 0
    };
    let answers = {
        let ladder = ladder.to_owned();
        move || {
            let others = match others.get() {
                0 => String::new(),
                n => format!(", and for {}", count(n, "other ladder", "other ladders")),
            };
            let ladder = ladder.clone();
            english(
                view! {
                    "Your answers to " <bdi>{ladder}</bdi> {others}
                    ": your ratings, notes, dates and watched marks."
                }
                .into_any(),
            )
        }
    };
    let opened = move || {
        let opened = store.recents().with(|recents| recents.iter().len());
        (opened > 0).then(|| {
            let counted = count(opened, "ladder", "ladders");
            view! { <li>{format!("The {counted} you opened, and their offline copies.")}</li> }
                .into_any()
        })
    };
    view! {
        <div class="plan-forget" hidden=is_nothing>
            <button lang="en" class="plain" on:click=ask>"Delete my data"</button>
            <dialog class="question" node_ref=question aria-labelledby="forget-question">
                <h2 lang="en" id="forget-question">"Delete everything?"</h2>
                <p lang="en">"This deletes from this device:"</p>
                <ul class="goes">
                    <li>{answers}</li>
                    {opened}
                </ul>
                <p lang="en">"You can undo this until you leave the page. Files and links you’ve exported aren’t affected."</p>
                <p class="row">
                    <button lang="en" class="quiet" on:click=move |_| close()>"Cancel"</button>
                    <button lang="en" class="quiet danger" on:click=forget>"Delete"</button>
                </p>
            </dialog>
        </div>
    }.into_any()
}
