//! A checkbox to mark a resource as watched, read or done.

use crate::stores::{AnswerStore, SharedLadder};
use ladder::{ResourceIx, ResourceType};
use leptos::prelude::*;
use plan::AnswerValue;

/// A checkbox whose accessible name includes the title of the resource.
#[component]
pub fn SeenCheckbox(
    /// The store with the visitor's answers.
    answers: AnswerStore,
    ladder: SharedLadder,
    /// The resource.
    resource: ResourceIx,
) -> impl IntoView {
    let title = ladder.distinct_resource_title(resource);
    let resource = &ladder[resource];
    let label = match resource.kind() {
        ResourceType::Video => "Watched",
        ResourceType::Article | ResourceType::Book => "Read",
        ResourceType::Course | ResourceType::Tool | ResourceType::Other => "Done",
    };
    let name = format!("{label}: {title}");
    let id = resource.id.clone();
    let is_seen = {
        let id = id.clone();
        move || answers.with(|state| state.answers.is_seen(&id))
    };
    view! {
        <label lang="en" class="seen">
            <input
                type="checkbox"
                aria-label=name
                disabled=move || !answers.with(|state| state.is_loaded)
                prop:checked=is_seen
                on:change=move |event| {
                    let is_seen = AnswerValue::Seen(event_target_checked(&event));
                    answers.set_answer_lazily(id.clone(), is_seen);
                }
            />
            {label}
        </label>
    }
}
