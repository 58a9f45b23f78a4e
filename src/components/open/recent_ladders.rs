//! The recently opened ladders, stored on this device.

use crate::browser::focus;
use crate::messages::open::{last_opened, storage_used};
use crate::router::{Location, Route};
use crate::stores::recents::Recent;
use crate::stores::{LadderStore, use_ladder_store};
use leptos::prelude::*;

/// The ladders, each with a link to open it and a button to remove it.
#[component]
pub fn RecentLadders() -> impl IntoView {
    let store = use_ladder_store();
    Effect::new(move |_| untrack(|| store.refresh_recents()));
    let list = move || {
        let recents = store.recents().get();
        if recents.is_empty() {
            return view! { <p lang="en" class="none">"Nothing here yet."</p> }.into_any();
        }
        let items: Vec<_> = recents.iter().map(|recent| recent_item(store, recent)).collect();
        let remove_all = move |_| {
            store.delete_recents();
            focus::on("#recently-opened");
        };
        view! {
            <ul>{items}</ul>
            <p class="kept-bytes">{storage_used(&recents)}</p>
            <button type="button" lang="en" class="quiet" on:click=remove_all>"Remove all"</button>
        }
        .into_any()
    };
    view! {
        <section class="recent">
            <h2 lang="en" id="recently-opened" tabindex="-1">"Recently opened"</h2>
            <p lang="en">
                "Ladders you open are saved on this device so they work offline. Above 32 MB, the oldest is removed."
            </p>
            {list}
        </section>
    }
}

fn recent_item(store: LadderStore, recent: &Recent) -> impl IntoView + use<> {
    let href = Location { origin: recent.origin.clone(), route: Route::default() }.href();
    let origin = recent.origin.clone();
    let remove = move |_| {
        store.delete_recent(&origin);
        focus::on("#recently-opened");
    };
    view! {
        <li>
            <a href=href>{recent.title.clone()}</a>
            <p><span class="source-name">{recent.source.clone()}</span> " · " {last_opened(recent)}</p>
            <button type="button" lang="en" class="quiet" aria-label=format!("Remove {}", recent.title) on:click=remove>"Remove"</button>
        </li>
    }
}
