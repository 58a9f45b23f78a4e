//! The app: header, footer, and between them the page for the current route.

use crate::browser::{focus, head, idle, offscreen, styles};
use crate::chunk::{LoadFuture, join};
use crate::components::open::banner::OpenBanner;
use crate::components::open::drop_target::DropOverlay;
use crate::components::shell::footer::SiteFooter;
use crate::components::shell::header::SiteHeader;
use crate::components::video::now_playing::NowPlaying;
use crate::pages::{self, Page};
use crate::router::{Location, Origin, Route};
use crate::stores::{
    AnswerStore, JourneyStore, LadderStore, LoaderState, SharedLadder, load_chunk,
};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole page. Provides [`LadderStore`], its navigation and [`NowPlaying`] as context.
#[component]
pub fn App(
    /// The open ladder and how another one is opened.
    store: LadderStore,
) -> impl IntoView {
    let navigation = store.navigation();
    provide_contexts(store);
    let (route, loader, ladder) = (navigation.route(), store.loader(), store.ladder());
    // While a ladder is being opened, `/open` is shown whatever the route.
    let is_opening = Memo::new(move |_| loader.with(LoaderState::is_visible));
    let page = Memo::new(move |_| if is_opening.get() { Page::Open } else { route.with(Page::of) });
    Effect::new(move |_| {
        let open_route = is_opening.get().then_some(Route::Open);
        if open_route.is_some() {
            pages::preload_any_ladder();
        }
        head::set_title(&route.with(|route| {
            ladder.with(|ladder| pages::title(ladder, open_route.as_ref().unwrap_or(route)))
        }));
    });
    Effect::watch(
        move || {
            page.track();
            ladder.track();
        },
        // After the page is rendered, and in the frame that lays it out anyway.
        |(), _, _| request_animation_frame(focus::page),
        false,
    );
    view! {
        {move || view! { <Frame ladder=ladder.get() open=ladder page route /> }}
        <DropOverlay />
    }
}

fn provide_contexts(store: LadderStore) {
    provide_context(store.navigation());
    provide_context(store);
    NowPlaying::provide();
}

/// Prepares the app, so that showing it does not keep the browser from answering to input; see
/// [`pages::prepare_first`].
pub async fn prepare(store: LadderStore) {
    let owner = Owner::new();
    let ladder = store.ladder().get_untracked();
    let page = store.navigation().route().with_untracked(Page::of);
    owner.with(|| {
        provide_contexts(store);
        provide_context(AnswerStore::new(&ladder));
        let ladder = ladder.clone();
        offscreen::render_once(move || {
            view! { <SiteHeader ladder=ladder.clone() /> <SiteFooter ladder /> }.into_any()
        });
    });
    idle::next_task().await;
    pages::prepare_first(&page, &ladder, &owner).await;
    owner.cleanup();
}

/// Everything that belongs to one ladder. Rendered anew when another one is opened.
#[component]
fn Frame(
    ladder: SharedLadder,
    /// The ladder that is open; during an update it may already be another one.
    open: ReadSignal<SharedLadder>,
    page: Memo<Page>,
    route: ReadSignal<Route>,
) -> impl IntoView {
    let answers = AnswerStore::new(&ladder);
    provide_context(answers);
    JourneyStore::new(answers).load_if_stored();
    let prefetched = ladder.clone();
    Effect::new(move |_| {
        if !idle::saves_data() {
            pages::prefetch(prefetched.clone());
        }
    });
    let skip = |event: MouseEvent| {
        // Keeps the address, and focuses the heading rather than `main`.
        event.prevent_default();
        focus::on("main h1");
    };
    let main = {
        let ladder = ladder.clone();
        move || {
            let page = page.get();
            focus::leave_main();
            // If another ladder is open already, this frame is about to be replaced.
            open.with_untracked(|open| Arc::ptr_eq(open, &ladder))
                .then(|| pages::page(&ladder, page, route))
        }
    };
    let (language, direction) = (ladder.language.clone(), ladder.direction());
    view! {
        <a class="skip" href="#content" on:click=skip>"Skip to content"</a>
        <SiteHeader ladder=ladder.clone() />
        <OpenBanner ladder=ladder.clone() />
        <main id="content" lang=language dir=direction>{main}</main>
        <SiteFooter ladder />
    }
}

/// Loads the chunks that `location` needs; see [`pages::chunk_of`].
#[must_use]
pub fn load(location: &Location) -> LoadFuture {
    let page = pages::chunk_of(&Page::of(&location.route));
    // Another ladder needs the code that opens it and the page that shows how that goes.
    let is_other = location.origin != Origin::Default;
    let other = is_other.then(|| join(load_chunk(), pages::chunk_of(&Page::Open)));
    let styles = styles::pending();
    Box::pin(async {
        match other {
            Some(other) => join(other, page).await?,
            None => page.await?,
        }
        if let Some(styles) = styles {
            styles.await;
        }
        Ok(())
    })
}
