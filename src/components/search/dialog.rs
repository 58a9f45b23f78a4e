//! Search over the whole ladder, in a dialog.

use super::index::IndexSlot;
use super::panel::SearchPanel;
use crate::browser::navigation::use_navigation;
use crate::browser::{dialog, focus, idle, styles};
use crate::chunk::{lazy_chunk, lazy_or_failed, render_loaded};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The search dialog.
#[component]
pub fn SearchDialog(
    ladder: SharedLadder,
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Whether `/` opens it.
    has_key: RwSignal<bool>,
) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        if !open.get() {
            return element.close();
        }
        match styles::pending() {
            None => dialog::show(&element),
            // Unstyled, the dialog would appear at the end of the page.
            Some(styles) => spawn_local(async move {
                styles.await;
                if open.try_get_untracked() == Some(true) {
                    dialog::show(&element);
                }
            }),
        }
    });
    // Counts the times that the visitor asked for the search again after it did not load.
    let attempts = RwSignal::new(0_u32);
    let index = IndexSlot::default();
    let ladder_to_index = ladder.clone();
    Effect::new(move |_| {
        let ladder = ladder_to_index.clone();
        // If the chunk does not load, the dialog says so once it is opened.
        spawn_local(async move {
            idle::wait().await;
            _ = build_index(ladder, index).await;
        });
    });
    let route = use_navigation().route();
    Effect::new(move |_| {
        route.track();
        open.set(false);
    });
    let close_from_outside = move |event: MouseEvent| {
        // The content covers the dialog, so a click on the dialog itself is on its backdrop.
        if event.target() == event.current_target() {
            open.set(false);
        }
    };
    view! {
        <dialog
            class="search"
            aria-label="Search"
            node_ref=dialog
            on:close=move |_| {
                open.set(false);
                focus::heading_if_lost();
            }
            on:click=close_from_outside
        >
            <Show when=move || open.get()>
                {
                    let ladder = ladder.clone();
                    move || panel(&ladder, index, open, has_key, attempts)
                }
            </Show>
        </dialog>
    }
}

/// The field and the results, rendered anew each time the dialog opens. Until their chunk is loaded, a
/// plain field is shown; its text is kept. If the chunk does not load, the visitor can ask for it again.
fn panel(
    ladder: &SharedLadder,
    index: IndexSlot,
    open: RwSignal<bool>,
    has_key: RwSignal<bool>,
    attempts: RwSignal<u32>,
) -> AnyView {
    attempts.track();
    let (ladder, text) = (ladder.clone(), RwSignal::new(String::new()));
    let input = NodeRef::<leptos::html::Input>::new();
    let fallback = move || {
        Effect::new(move |_| {
            if let Some(input) = input.get() {
                focus::without_scrolling(&input);
            }
        });
        view! {
            <div class="panel">
                <div class="field">
                    <Icon shape=IconShape::Search />
                    <input
                        node_ref=input
                        type="search"
                        aria-label="Search"
                        on:input=move |event| text.set(event_target_value(&event))
                    />
                    {close_button(open)}
                </div>
            </div>
        }
        .into_any()
    };
    let panel = move || render_loaded(render_search(ladder.clone(), index, open, has_key, text));
    let failed = move || failure(open, attempts);
    lazy_or_failed(Box::pin(load_search()), fallback.into(), failed.into(), panel.into())
}

fn failure(open: RwSignal<bool>, attempts: RwSignal<u32>) -> AnyView {
    let retry = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(retry) = retry.get() {
            focus::without_scrolling(&retry);
        }
    });
    view! {
        <div class="panel">
            <div class="field">
                <p role="alert">"Search didn’t load. Check your connection."</p>
                {close_button(open)}
            </div>
            <button type="button" class="quiet" node_ref=retry on:click=move |_| attempts.update(|n| *n += 1)>
                "Try again"
            </button>
        </div>
    }
    .into_any()
}

fn close_button(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button type="button" class="round" aria-label="Close search" on:click=move |_| open.set(false)>
            <Icon shape=IconShape::Close />
        </button>
    }
}

lazy_chunk!(
    browse,
    load_search,
    fn render_search(
        ladder: SharedLadder,
        index: IndexSlot,
        open: RwSignal<bool>,
        has_key: RwSignal<bool>,
        text: RwSignal<String>,
    ) -> AnyView {
        view! { <SearchPanel ladder index open has_key text /> }.into_any()
    }
);

lazy_chunk!(
    browse,
    fn build_index(ladder: SharedLadder, index: IndexSlot) -> () {
        index.build_in_slices(ladder);
    }
);
