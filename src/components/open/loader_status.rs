//! The state of loading another ladder: confirmation, progress, or failure.

use super::problem_list::ProblemList;
use crate::browser::focus;
use crate::messages::failures::failure_message;
use crate::messages::open::{announcement, problem_count, progress};
use crate::router::{Origin, Route};
use crate::stores::{LadderStore, LoadError, LoadRequest, LoaderState, use_ladder_store};
use ladder::Problem;
use leptos::prelude::*;
use reader::Failure;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

/// The state of the loader. Renders nothing visible if no ladder is being loaded.
#[component]
pub fn LoaderStatus() -> impl IntoView {
    let store = use_ladder_store();
    let loader = store.loader();
    // Progress updates do not replace the view, so that its button keeps the focus.
    let view_key = Memo::new(move |_| loader.with(view_key));
    Effect::new(move |_| {
        // The button that had the focus was replaced, or is about to be.
        if view_key.with(Option::is_some) {
            focus::on_next_frame(".load-status h2".to_owned());
        }
    });
    let status = move || {
        view_key.track();
        match loader.get_untracked() {
            LoaderState::Idle | LoaderState::Ready => ().into_any(),
            LoaderState::Confirm(request) => view! { <Confirmation request /> }.into_any(),
            LoaderState::Fetching { request, .. } | LoaderState::Parsing { request, .. } => {
                view! { <LoadProgress request /> }.into_any()
            }
            LoaderState::Failed(request, LoadError::NoDocument(failure)) => {
                view! { <LoadFailure request failure /> }.into_any()
            }
            LoaderState::Failed(request, LoadError::Problems(problems)) => {
                view! { <DocumentProblems request problems /> }.into_any()
            }
        }
    };
    // One live region for all states, so that screen readers announce each change.
    view! {
        <p class="visually-hidden" role="status" lang="en">{move || loader.with(announcement)}</p>
        {status}
    }
}

/// The same for all states that one view shows.
fn view_key(state: &LoaderState) -> Option<(Option<Discriminant<LoaderState>>, LoadRequest)> {
    let state_key = (!state.is_running()).then(|| discriminant(state));
    Some((state_key, state.request()?.clone()))
}

#[component]
fn Confirmation(request: LoadRequest) -> impl IntoView {
    let store = use_ladder_store();
    let LoadRequest { origin: Some(Origin::Url(address)), source } = request else {
        return ().into_any();
    };
    let url = address.as_str().to_owned();
    view! {
        <section class="load-status" data-kind="question">
            <h2 lang="en" tabindex="-1">"Open a ladder from " <span class="source-name">{source.clone()}</span> "?"</h2>
            <p lang="en">
                "This link opens a ladder from another site. We’ll request it from " {source}
                ", which will see your IP address and nothing else."
            </p>
            <p class="address"><code>{url}</code></p>
            <p class="actions">
                <button type="button" lang="en" class="primary" on:click=move |_| store.open_address(address.clone())>
                    "Open ladder"
                </button>
                {back_link(store)}
            </p>
        </section>
    }
    .into_any()
}

#[component]
fn LoadProgress(request: LoadRequest) -> impl IntoView {
    let store = use_ladder_store();
    let loader = store.loader();
    let value = move || loader.with(LoaderState::permille).map(|permille| permille.to_string());
    view! {
        <section class="load-status" data-kind="progress">
            <h2 lang="en" tabindex="-1">
                "Opening ladder from " <span class="source-name">{source_name(&request)}</span>
            </h2>
            <progress max="1000" value=value aria-label="Progress"></progress>
            <p class="progress-text" lang="en">{move || loader.with(progress)}</p>
            <p class="actions">
                <button type="button" lang="en" class="quiet" on:click=move |_| store.cancel()>"Cancel"</button>
            </p>
        </section>
    }
}

#[component]
fn LoadFailure(request: LoadRequest, failure: Failure) -> impl IntoView {
    let store = use_ladder_store();
    let message = failure_message(failure, &request.source);
    let heading =
        if failure == Failure::Cancelled { "Cancelled" } else { "Couldn’t open this ladder" };
    let retry = (message.may_retry && request.origin.is_some()).then(|| {
        view! { <button type="button" lang="en" class="primary" on:click=move |_| store.retry()>"Try again"</button> }
    });
    let url = match &request.origin {
        Some(Origin::Url(address)) => Some(address.as_str().to_owned()),
        _ => None,
    };
    view! {
        <section class="load-status" data-kind="failure">
            <h2 lang="en" tabindex="-1">{heading}</h2>
            <p lang="en">{message.what}</p>
            {url.map(|url| view! { <p class="address"><code>{url}</code></p> })}
            <p lang="en">{message.to_do}</p>
            <p class="actions">{retry} {back_link(store)}</p>
        </section>
    }
}

#[component]
fn DocumentProblems(request: LoadRequest, problems: Arc<[Problem]>) -> impl IntoView {
    let store = use_ladder_store();
    let summary =
        format!("Found {}. Fix the errors below, then open it again.", problem_count(&problems));
    view! {
        <section class="load-status" data-kind="problems">
            <h2 lang="en" tabindex="-1">
                "Errors in the ladder from " <span class="source-name">{source_name(&request)}</span>
            </h2>
            <p lang="en">{summary}</p>
            <ProblemList problems />
            <p class="actions">{back_link(store)}</p>
        </section>
    }
}

fn source_name(request: &LoadRequest) -> String {
    if request.source.is_empty() { "this site".to_owned() } else { request.source.clone() }
}

/// A link back to the ladder that is still open.
fn back_link(store: LadderStore) -> impl IntoView {
    let ladder = store.ladder().get_untracked();
    view! {
        <a class="quiet" href=ladder.href(&Route::default()) on:click=move |_| store.dismiss()>
            "Back to " {ladder.title.clone()}
        </a>
    }
}
