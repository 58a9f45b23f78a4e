//! The app: the head and foot of every page, and between them the page of the route.

use crate::browser::event::Event;
use crate::browser::{focus, head, later::later, styles};
use crate::components::{
    drop_veil::DropVeil, open_banner::OpenBanner, site_footer::SiteFooter, site_header::SiteHeader,
};
use crate::markup::{Markup, on_change, outward, view};
use crate::opening::{self, Opening};
use crate::pages::{self, Page};
use crate::part::{Coming, together};
use crate::route::{Location, Origin, Route};
use crate::signal::{Memo, ReadSignal};
use crate::stores::{AnswerStore, SharedLadder};
use leptos::prelude::*;
use std::sync::Arc;

/// Shows the ladder that `opening` has open, as its navigation has it.
#[must_use]
pub fn app(opening: Opening) -> Markup {
    let navigation = opening.navigation();
    provide_context(navigation);
    provide_context(opening);
    let (route, attempt, ladder) = (navigation.route(), opening.attempt(), opening.ladder());
    // What comes of an attempt to open a ladder is told on the page for that, wherever one is.
    let is_opening = Memo::new(move || attempt.with(Option::is_some));
    let page = Memo::new(move || if is_opening.get() { Page::Open } else { route.with(Page::of) });
    outward(move || {
        let opening = is_opening.get().then_some(Route::Open);
        if opening.is_some() {
            pages::ask_beside_any_ladder();
        }
        head::set(&route.with(|route| {
            ladder.with(|ladder| pages::title(ladder, opening.as_ref().unwrap_or(route)))
        }));
    });
    let changed = move || {
        page.track();
        ladder.track();
    };
    // Once all of the page is there: the browser lays it out for the focus.
    on_change(changed, || later(async { focus::heading() }));
    view! {
        {move || frame(&ladder.get(), ladder, page, route)}
        <DropVeil />
    }
}

/// Everything that is of one ladder, as long as `open` gives that one.
fn frame(
    ladder: &SharedLadder,
    open: ReadSignal<SharedLadder>,
    page: Memo<Page>,
    route: ReadSignal<Route>,
) -> Markup {
    provide_context(AnswerStore::new(ladder));
    let skip = |event: Event| {
        // The address stays as it is, and the focus is not moved on to `main` after us.
        event.prevent_default();
        focus::on("main h1");
    };
    let main = {
        let ladder = ladder.clone();
        // Pages are of another language than our words where their ladder is.
        let is_english = language_of(&ladder) == "en";
        move || {
            let page = page.get();
            // All of this is about to make way for another ladder, with which the page changes.
            if !open.with_untracked(|open| Arc::ptr_eq(open, &ladder)) {
                return Markup::Nothing;
            }
            let page = pages::page(&ladder, page, route);
            if is_english { page } else { page.with_our_words_marked() }
        }
    };
    let (language, direction) = (ladder.language.clone(), ladder.direction());
    view! {
        <a class="skip" href="#content" on:click=skip>"Skip to the content"</a>
        <SiteHeader ladder=ladder.clone() />
        <OpenBanner ladder=ladder.clone() />
        <main id="content" lang=language dir=direction>{main}</main>
        <SiteFooter ladder=ladder.clone() />
    }
}

/// The language alone, without a country or a script.
fn language_of(ladder: &SharedLadder) -> &str {
    ladder.language.split('-').next().unwrap_or_default()
}

/// The parts of the program that `location` needs, on their way; see [`pages::part_of`].
#[must_use]
pub fn part(location: &Location) -> Coming {
    let page = pages::part_of(&Page::of(&location.route));
    // A page of another ladder, or of the attempt to open it.
    let is_other = location.origin != Origin::Default;
    let other = is_other.then(|| together(opening::load(), pages::part_of(&Page::Open)));
    let styles = styles::on_their_way();
    Box::pin(async {
        match other {
            Some(other) => together(other, page).await?,
            None => page.await?,
        }
        if let Some(styles) = styles {
            styles.await;
        }
        Ok(())
    })
}
