//! The app: the head and foot of every page, and between them the page of the route.

use crate::browser::event::Event;
use crate::browser::navigation::Navigation;
use crate::browser::{focus, head};
use crate::components::{site_footer::SiteFooter, site_header::SiteHeader};
use crate::markup::{Markup, outward, view};
use crate::pages::{self, Page};
use crate::state::{Mine, Shared};
use leptos::prelude::*;

/// Shows `ladder` as `navigation` has it.
#[must_use]
pub fn app(ladder: &Shared, navigation: Navigation) -> Markup {
    provide_context(navigation);
    provide_context(Mine::of(ladder));
    let route = navigation.route();
    let page = Memo::new(move |_| route.with(Page::of));
    keep_head(ladder, navigation);
    Effect::new(move |before: Option<()>| {
        page.track();
        if before.is_some() {
            focus::heading();
        }
    });
    let skip = |event: Event| {
        // The address stays as it is, and the focus is not moved on to `main` after us.
        event.prevent_default();
        focus::on("main h1");
    };
    let main = {
        let ladder = ladder.clone();
        move || pages::page(&ladder, page.get(), route)
    };
    let (language, direction) = (ladder.language.clone(), ladder.direction());
    view! {
        <a class="skip" href="#content" on:click=skip>"Skip to the content"</a>
        <SiteHeader ladder=ladder.clone() />
        <main id="content" lang=language dir=direction>{main}</main>
        <SiteFooter ladder=ladder.clone() />
    }
}

/// Keeps the document's title and description in step with the route.
fn keep_head(ladder: &Shared, navigation: Navigation) {
    let ladder = ladder.clone();
    outward(move || {
        let head = navigation.route().with(|route| pages::head(&ladder, route));
        head::set(&head.title, &head.description);
    });
}
