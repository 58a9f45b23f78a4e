//! Search over the whole ladder, in a dialog.

use super::search_panel::SearchPanel;
use crate::browser::event::Event;
use crate::browser::navigation::use_navigation;
use crate::browser::reference::Reference;
use crate::browser::{dialog, focus, later::later, styles};
use crate::markup::{Markup, outward, view};
use crate::part::{drawn, part, when_there_or};
use crate::signal::RwSignal;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape};
use leptos::prelude::*;

/// The dialog; shown while `open`.
#[component]
pub fn SearchDialog(
    /// The open ladder.
    ladder: SharedLadder,
    /// Whether it is shown.
    open: RwSignal<bool>,
) -> Markup {
    let element = Reference::new();
    outward(move || {
        if !open.get() {
            return element.with(dialog::close);
        }
        match styles::on_their_way() {
            None => element.with(dialog::show),
            // Without them it would stand at the foot of the page for a moment.
            Some(styles) => later(async move {
                styles.await;
                if open.get_if_there() == Some(true) {
                    element.with_untracked(dialog::show);
                }
            }),
        }
    });
    let route = use_navigation().route();
    outward(move || {
        route.track();
        open.set(false);
    });
    let close_from_outside = move |event: Event| {
        // A press on the dialog itself is one on its backdrop: its content covers the rest.
        if event.is_on_itself() {
            open.set(false);
        }
    };
    view! {
        <dialog
            class="search"
            aria-label="Search"
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=close_from_outside
        >
            <Show when=move || open.get()>{panel(&ladder, open)}</Show>
        </dialog>
    }
}

/// The field and the answers; made anew each time the dialog opens. The first time it is a plain field
/// until that part of the program has come; what is typed there is kept.
fn panel(ladder: &SharedLadder, open: RwSignal<bool>) -> Markup {
    let (ladder, typed) = (ladder.clone(), RwSignal::new(String::new()));
    let input = Reference::new();
    let meanwhile = move || {
        outward(move || input.with(focus::quietly));
        view! {
            <div class="panel">
                <div class="field">
                    <Icon shape=Shape::Search />
                    <input
                        node_ref=input
                        type="search"
                        aria-label="Search"
                        on:input=move |event| typed.set(event.value())
                    />
                </div>
            </div>
        }
    };
    let draw = move || drawn(draw_search(ladder.clone(), open, typed));
    when_there_or(|| Box::pin(load_search()), meanwhile, draw)
}

part!(
    browse,
    load_search,
    fn draw_search(ladder: SharedLadder, open: RwSignal<bool>, typed: RwSignal<String>) -> Markup {
        view! { <SearchPanel ladder open typed /> }
    }
);
