//! The menu of ladders in the header.

use crate::browser::disclosure;
use crate::components::open::banner::OpenNotice;
use crate::router::{Location, Origin, Route};
use crate::stores::{SharedLadder, use_ladder_store};
use crate::ui::{Icon, IconShape};
use leptos::prelude::*;

/// The most recent ladders that the menu lists. `/open` lists all.
const MAX_RECENTS: usize = 5;

/// The name of the open ladder if it is not the site's own; the ladders of the site, the recently opened
/// ones, and a link to open another.
#[component]
pub fn LadderMenu(ladder: SharedLadder) -> impl IntoView {
    let store = use_ladder_store();
    let menu = NodeRef::<leptos::html::Details>::new();
    disclosure::close_from_outside(menu);
    let catalog: Vec<_> = store
        .catalog()
        .into_iter()
        .map(|entry| ladder_link(&ladder, store.origin_of(&entry), entry.title, None))
        .collect();
    let recents = {
        let ladder = ladder.clone();
        move || {
            let recents = store.recents().get();
            let links: Vec<_> = recents
                .iter()
                .take(MAX_RECENTS)
                .cloned()
                .map(|recent| {
                    ladder_link(&ladder, recent.origin, recent.title, Some(recent.source))
                })
                .collect();
            (!links.is_empty()).then(|| view! { <p>"Recent"</p> <ul>{links}</ul> })
        }
    };
    let label = match ladder.origin() {
        Origin::Default => view! { <span>"Switch ladder"</span> }.into_any(),
        _ => view! {
            <span class="visually-hidden">"Switch ladder, open: "</span>
            <b class="open-title">{ladder.title.clone()}</b>
        }
        .into_any(),
    };
    view! {
        <details class="ladders-menu" node_ref=menu on:toggle=move |_| store.load_recents()>
            <summary><Icon shape=IconShape::Folder /> {label}</summary>
            <div class="panel">
                <OpenNotice ladder=ladder.clone() />
                <p>"On this site"</p>
                <ul>{catalog}</ul>
                {recents}
                <a class="more" href=ladder.href(&Route::Open)>"Open a file or URL…"</a>
            </div>
        </details>
    }
}

fn ladder_link(
    open: &SharedLadder,
    origin: Origin,
    title: String,
    source: Option<String>,
) -> impl IntoView + use<> {
    let current = (*open.origin() == origin).then_some("true");
    let source = source.map(|source| view! { <span class="source-name">{source}</span> });
    let href = Location { origin, route: Route::default() }.href();
    view! { <li><a href=href aria-current=current>{title} {source}</a></li> }
}
