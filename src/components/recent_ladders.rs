//! The ladders opened before, as this device remembers them.

use super::opening_state::megabytes;
use crate::browser::focus;
use crate::messages::date::format_date;
use crate::opening::{Opening, use_opening};
use crate::recents::{KEPT_BYTES, Recent};
use crate::route::{Location, Route};

use leptos::prelude::*;

/// The ladders, each to be opened again or forgotten, and all to be forgotten.
#[component]
pub fn RecentLadders() -> impl IntoView {
    let opening = use_opening();
    Effect::new(move |_| untrack(|| opening.refresh_recents()));
    let list = move || {
        let recents = opening.recents().get();
        if recents.is_empty() {
            return view! { <p lang="en" class="none">"None yet."</p> }.into_any();
        }
        let entries: Vec<_> = recents.iter().map(|recent| entry(opening, recent)).collect();
        let most = KEPT_BYTES / 1_000_000;
        let told = format!("{} kept, of at most {most} MB.", megabytes(recents.kept_bytes()));
        let forget_all = move |_| {
            opening.forget_all();
            focus::on("#opened-before");
        };
        view! {
            <ul>{entries}</ul>
            <p class="kept-bytes">{told}</p>
            <button lang="en" class="quiet" on:click=forget_all>"Forget all"</button>
        }
        .into_any()
    };
    view! {
        <section class="recent">
            <h2 lang="en" id="opened-before" tabindex="-1">"Opened before"</h2>
            <p lang="en">
                "This device remembers ladders opened from a file or an address, and keeps them for when there is no network. Where they take more than 32 MB, the one opened longest ago goes first."
            </p>
            {list}
        </section>
    }
}

fn entry(opening: Opening, recent: &Recent) -> AnyView {
    let link = Location { origin: recent.origin.clone(), route: Route::default() }.href();
    let kept = if recent.is_kept { " · kept for offline use" } else { "" };
    let told = format!("opened {}{kept}", format_date(&recent.opened_on));
    let origin = recent.origin.clone();
    let forget = move |_| {
        opening.forget(&origin);
        focus::on("#opened-before");
    };
    view! {
        <li>
            <a href=link>{recent.title.clone()}</a>
            <p><span class="whose">{recent.whose.clone()}</span> " · " {told}</p>
            <button lang="en" class="quiet" aria-label=format!("Forget {}", recent.title) on:click=forget>"Forget"</button>
        </li>
    }.into_any()
}
