//! The recently opened ladders, stored on this device.

use crate::browser::focus;
use crate::messages::date::format_date;
use crate::messages::open::file_size;
use crate::router::{Location, Route};
use crate::stores::recents::{KEPT_BYTES, Recent};
use crate::stores::{LadderStore, use_ladder_store};

use leptos::prelude::*;

/// The ladders, each with buttons to open or remove it.
#[component]
pub fn RecentLadders() -> impl IntoView {
    let store = use_ladder_store();
    Effect::new(move |_| untrack(|| store.refresh_recents()));
    let list = move || {
        let recents = store.recents().get();
        if recents.is_empty() {
            return view! { <p lang="en" class="none">"Nothing here yet."</p> }.into_any();
        }
        let entries: Vec<_> = recents.iter().map(|recent| entry(store, recent)).collect();
        let most = KEPT_BYTES / 1_000_000;
        let told = format!("Using {} of {most} MB.", file_size(recents.kept_bytes()));
        let remove_all = move |_| {
            store.delete_recents();
            focus::on("#recently-opened");
        };
        view! {
            <ul>{entries}</ul>
            <p class="kept-bytes">{told}</p>
            <button lang="en" class="quiet" on:click=remove_all>"Remove all"</button>
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

fn entry(store: LadderStore, recent: &Recent) -> AnyView {
    let link = Location { origin: recent.origin.clone(), route: Route::default() }.href();
    let kept = if recent.is_kept { " · available offline" } else { "" };
    let told = format!("opened {}{kept}", format_date(&recent.opened_on));
    let origin = recent.origin.clone();
    let remove = move |_| {
        store.delete_recent(&origin);
        focus::on("#recently-opened");
    };
    view! {
        <li>
            <a href=link>{recent.title.clone()}</a>
            <p><span class="whose">{recent.source.clone()}</span> " · " {told}</p>
            <button lang="en" class="quiet" aria-label=format!("Remove {}", recent.title) on:click=remove>"Remove"</button>
        </li>
    }.into_any()
}
