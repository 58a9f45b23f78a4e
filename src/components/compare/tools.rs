//! Buttons to copy the link of a comparison, copy it as Markdown, and print it.

use crate::browser::{clipboard, focus, history, print};
use crate::components::device_only_note::DeviceOnlyNote;
use crate::messages::compare_markdown::compare_markdown;
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use ladder::Comparison;
use leptos::prelude::*;
use std::sync::Arc;

/// The result of copying.
#[derive(Clone, PartialEq)]
enum CopyState {
    /// Nothing was copied yet, or the roles changed since.
    Idle,
    /// The text is in the clipboard; a message for the visitor.
    Copied(&'static str),
    /// The browser blocked the clipboard; the text to copy by hand.
    Blocked(String),
}

/// The buttons, and the result of copying. Hidden until two different roles are selected.
#[component]
pub fn CompareTools(
    ladder: SharedLadder,
    /// The comparison; `None` until both roles are chosen.
    comparison: Memo<Option<Arc<Comparison>>>,
) -> impl IntoView {
    let state = RwSignal::new(CopyState::Idle);
    Effect::new(move |_| {
        comparison.track();
        state.set(CopyState::Idle);
    });
    let copy = move |text: String, message: &'static str| {
        let fallback = text.clone();
        clipboard::copy(&text, move |is_copied| {
            // The page may be closed by now.
            state.try_set(if is_copied {
                CopyState::Copied(message)
            } else {
                CopyState::Blocked(fallback)
            });
        });
    };
    let is_hidden = move || comparison.with(|it| it.as_ref().is_none_or(|it| it.from == it.to));
    let shared_ladder = ladder.clone();
    let copy_link = move |_| copy(history::current_url(), "Link copied.");
    let copy_markdown = move |_| {
        if let Some(comparison) = comparison.get_untracked() {
            let markdown = compare_markdown(&ladder, &comparison, &history::current_url());
            copy(markdown, "Markdown copied.");
        }
    };
    view! {
        <div class="compare-tools" hidden=is_hidden>
            <button type="button" lang="en" class="quiet" on:click=copy_link><Icon shape=IconShape::Link /> "Copy link"</button>
            <button type="button" lang="en" class="quiet" on:click=copy_markdown><Icon shape=IconShape::Copy /> "Copy as Markdown"</button>
            <button type="button" lang="en" class="quiet" on:click=|_| print::open_dialog()><Icon shape=IconShape::Print /> "Print"</button>
            <p class="outcome" role="status">{move || status(&state.get())}</p>
            {move || fallback_field(&state.get())}
            <Show when=move || state.with(|state| *state != CopyState::Idle)>
                <DeviceOnlyNote ladder=shared_ladder.clone() />
            </Show>
        </div>
    }
}

fn status(state: &CopyState) -> &'static str {
    match state {
        CopyState::Idle => "",
        CopyState::Copied(message) => message,
        CopyState::Blocked(_) => {
            "Your browser blocked copying. The text is selected below; copy it from there."
        }
    }
}

/// A text area with the text selected, if the clipboard is blocked.
fn fallback_field(state: &CopyState) -> Option<impl IntoView + use<>> {
    let CopyState::Blocked(text) = state else { return None };
    let text = text.clone();
    let field = NodeRef::<leptos::html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            focus::and_select(&field);
        }
    });
    Some(view! {
        <label class="by-hand">
            "Copy this text"
            <textarea readonly rows="8" node_ref=field>{text}</textarea>
        </label>
    })
}
