//! Answers about skills and resources that the ladder no longer has.

use crate::browser::focus;
use crate::messages::plan as messages;
use crate::stores::{AnswerStore, SharedLadder};
use leptos::prelude::*;
use plan::{CarriedAnswer, Orphan};

/// The list of orphaned answers, if there are any, with the offer to carry them over to skills of the same
/// name.
#[component]
pub fn OrphanedAnswers(
    /// The open ladder.
    ladder: SharedLadder,
    /// The visitor's answers.
    answers: AnswerStore,
) -> impl IntoView {
    let orphans = {
        let ladder = ladder.clone();
        Memo::new(move |_| answers.with(|state| state.answers.orphans(&ladder)))
    };
    move || {
        let orphans = orphans.get();
        (!orphans.is_empty()).then(|| {
            let items = orphans.iter().map(|orphan| item(&ladder, answers, orphan));
            let items: Vec<_> = items.collect();
            view! {
                <section class="plan-gone">
                    <h2 lang="en" id="plan-gone" tabindex="-1">"No longer on this ladder"</h2>
                    <p lang="en">"This ladder has changed. We kept these answers in case the skills return."</p>
                    <ul>{items}</ul>
                </section>
            }
        })
    }
}

/// The answers about one skill or resource.
fn item(ladder: &SharedLadder, answers: AnswerStore, orphan: &Orphan) -> impl IntoView + use<> {
    let (texts, carried) = answers.with(|state| {
        let values = orphan.kinds.iter().filter_map(|kind| state.answers.value(*kind, &orphan.id));
        let texts = values.map(|value| messages::answer(ladder, None, value));
        (texts.collect::<Vec<_>>().join("; "), orphan.carried_answers(ladder, &state.answers))
    });
    let name = match &orphan.name {
        Some(name) => view! { <strong><bdi>{name.clone()}</bdi></strong> }.into_any(),
        None => view! { <code>{orphan.id.to_string()}</code> }.into_any(),
    };
    view! { <li>{name} ": " {texts} " " {offer(answers, orphan.label(), carried)}</li> }
}

/// The offer to carry answers over; `None` if there are none.
fn offer(
    answers: AnswerStore,
    name: &str,
    carried: Vec<CarriedAnswer>,
) -> Option<impl IntoView + use<>> {
    let count = carried.len();
    let carry_over = move |_| {
        let values = carried.iter().cloned().flat_map(CarriedAnswer::into_answers);
        answers.set_answers(values.collect(), messages::carried_over(count));
        // The button is removed, and perhaps the whole list.
        focus::heading();
    };
    let note = messages::same_name(name);
    (count > 0).then(|| {
        view! {
            <span class="offer" lang="en">
                {note} " "
                <button type="button" class="quiet" on:click=carry_over>{messages::carry_over(count)}</button>
            </span>
        }
    })
}
