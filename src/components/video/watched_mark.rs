//! A mark for what one has watched, read or done.

use crate::stores::AnswerStore;
use ladder::{Resource, ResourceType};
use leptos::prelude::*;
use plan::AnswerValue;

/// A box to tick, named by what it is about.
#[must_use]
pub fn seen_mark(answers: AnswerStore, resource: &Resource) -> AnyView {
    let id = resource.id.clone();
    let word = match resource.kind() {
        ResourceType::Video => "Watched",
        ResourceType::Article | ResourceType::Book => "Read",
        ResourceType::Course | ResourceType::Tool | ResourceType::Other => "Done",
    };
    let is_seen = {
        let id = id.clone();
        move || answers.with(|state| state.answers.is_seen(&id))
    };
    let name = format!("{word}: {}", resource.title);
    view! {
        <label class="seen">
            <input
                type="checkbox"
                aria-label=name
                disabled=move || !answers.with(|state| state.is_loaded)
                prop:checked=is_seen
                on:change=move |event| answers.set_answer(&id, AnswerValue::Seen(event_target_checked(&event)))
            />
            {word}
        </label>
    }
    .into_any()
}
