//! Answers to what the ladder does not have any more: kept, and shown as such.

use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SharedLadder};
use ladder::Ladder;
use leptos::prelude::*;

/// The list; nothing where nothing is gone.
#[must_use]
pub fn plan_gone(ladder: &SharedLadder, answers: AnswerStore) -> AnyView {
    let ladder = ladder.clone();
    let list = move || {
        let items = answers.with(|state| items(&ladder, &state.answers));
        (!items.is_empty()).then(|| {
            view! {
                <section class="plan-gone">
                    <h2 lang="en">"No longer on this ladder"</h2>
                    <p lang="en">"This ladder has changed. We kept these answers in case the skills return."</p>
                    <ul>{items}</ul>
                </section>
            }.into_any()
        })
    };
    view! { {list} }.into_any()
}

fn items(ladder: &Ladder, answers: &plan::Answers) -> Vec<AnyView> {
    let item = |gone: plan::OrphanedAnswer| {
        let said = answers.value(gone.kind, &gone.id)?;
        let said = messages::answer(ladder, None, said);
        Some(view! { <li><code>{gone.id.to_string()}</code> ": " {said}</li> }.into_any())
    };
    answers.orphaned(ladder).into_iter().filter_map(item).collect()
}
