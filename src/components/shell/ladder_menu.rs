//! The menu of ladders in the head of every page.

use crate::browser::disclosure;
use crate::router::{Location, Origin, Route};
use crate::stores::SharedLadder;
use crate::stores::recents::Recent;
use crate::stores::use_ladder_store;
use crate::ui::{Icon, Shape};
use ladder::CatalogEntry;
use leptos::prelude::*;

/// So many of those opened before stand in the menu; the page has them all.
const RECENT: usize = 5;

/// The ladders that come with the site, those opened before, and the way to any other.
#[component]
pub fn LaddersMenu(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let store = use_ladder_store();
    let menu = NodeRef::<leptos::html::Details>::new();
    disclosure::close_from_outside(menu);
    let listed: Vec<_> =
        store.catalog().iter().map(|listed| listed_link(&ladder, listed)).collect();
    let recents = {
        let ladder = ladder.clone();
        move || {
            let recents = store.recents().get();
            let links: Vec<_> =
                recents.iter().take(RECENT).map(|recent| recent_link(&ladder, recent)).collect();
            (!links.is_empty()).then(|| view! { <p>"Recent"</p> <ul>{links}</ul> })
        }
    };
    view! {
        <details class="ladders-menu" node_ref=menu on:toggle=move |_| store.load_recents()>
            <summary><Icon shape=Shape::Ladder /> <span>"Switch ladder"</span></summary>
            <div class="panel">
                <p>"On this site"</p>
                <ul>{listed}</ul>
                {recents}
                <a class="more" href=ladder.href(&Route::Open)>"Open a file or URL…"</a>
            </div>
        </details>
    }
}

fn listed_link(open: &SharedLadder, listed: &CatalogEntry) -> AnyView {
    let origin = use_ladder_store().origin_of(listed);
    link(open, origin, listed.title.clone(), None)
}

fn recent_link(open: &SharedLadder, recent: &Recent) -> AnyView {
    link(open, recent.origin.clone(), recent.title.clone(), Some(recent.source.clone()))
}

fn link(open: &SharedLadder, origin: Origin, title: String, whose: Option<String>) -> AnyView {
    let current = (*open.origin() == origin).then_some("true");
    let whose = whose.map(|whose| view! { <span class="whose">{whose}</span> }.into_any());
    let href = Location { origin, route: Route::default() }.href();
    view! { <li><a href=href aria-current=current>{title} {whose}</a></li> }.into_any()
}
