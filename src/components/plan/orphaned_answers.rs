//! Answers for skills, roles and resources that the ladder no longer has.

use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SharedLadder};
use leptos::prelude::*;
use plan::OrphanedAnswer;

/// The list of orphaned answers, if there are any.
#[component]
pub fn OrphanedAnswers(
    /// The open ladder.
    ladder: SharedLadder,
    /// The visitor's answers.
    answers: AnswerStore,
) -> impl IntoView {
    let items = move || {
        answers.with(|state| {
            let item = |orphan: OrphanedAnswer| {
                let value = state.answers.value(orphan.kind, &orphan.id)?;
                let text = messages::answer(&ladder, None, value);
                Some(view! { <li><code>{orphan.id.to_string()}</code> ": " {text}</li> })
            };
            let orphans = state.answers.orphaned(&ladder).into_iter();
            orphans.filter_map(item).collect::<Vec<_>>()
        })
    };
    move || {
        let items = items();
        (!items.is_empty()).then(|| {
            view! {
                <section class="plan-gone">
                    <h2 lang="en">"No longer on this ladder"</h2>
                    <p lang="en">"This ladder has changed. We kept these answers in case the skills return."</p>
                    <ul>{items}</ul>
                </section>
            }
        })
    }
}
