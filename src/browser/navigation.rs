//! Navigation between pages of this site.
//!
//! Links are plain `<a href>`; one listener on the window turns a click on a link of this site into
//! a change of route.

use super::history::{self, HistoryEntry, current_location, current_url};
use super::title_motion::PressedTitle;
use super::{focus, on_window_event};
use crate::chunk::{self, LoadFuture};
use crate::router::{self, Location, Origin, Route};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// The current location and methods to change it. Provided as a context; cheap to copy.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: ReadSignal<Route>,
    set_route: WriteSignal<Route>,
    origin: ReadSignal<Origin>,
    set_origin: WriteSignal<Origin>,
    load: PageLoader,
    starts_at_top: StoredValue<bool>,
}

/// Loads what a location needs.
pub type PageLoader = fn(&Location) -> LoadFuture;

impl Navigation {
    /// A location that never changes, for prerendering.
    #[must_use]
    pub fn fixed(Location { origin, route }: Location) -> Self {
        let (route, set_route) = signal(route);
        let (origin, set_origin) = signal(origin);
        Self {
            route,
            set_route,
            origin,
            set_origin,
            starts_at_top: StoredValue::new(false),
            load: |_| Box::pin(async { Ok(()) }),
        }
    }

    /// Reads the address bar and follows it from now on. The first location must be loaded already.
    #[must_use]
    pub fn follow_address_bar(load: PageLoader) -> Self {
        let navigation = Self { load, ..Self::fixed(current_location()) };
        history::disable_scroll_restoration();
        let state = history::state().unwrap_or_default();
        request_animation_frame(move || {
            // Visitors may have scrolled the prerendered page already.
            if history::scroll_position() == 0.0 {
                history::restore_scroll(&state);
            }
        });
        on_window_event(ev::click, move |event| navigation.follow_link(&event));
        on_window_event(ev::pointerdown, move |event| navigation.prefetch(&event));
        on_window_event(ev::focusin, move |event| navigation.prefetch(&event));
        on_window_event(ev::popstate, move |_| {
            navigation.show(current_location(), Some(history::state().unwrap_or_default()));
        });
        history::follow_scrolling();
        navigation
    }

    /// The current route.
    #[must_use]
    pub fn route(self) -> ReadSignal<Route> {
        self.route
    }

    /// The ladder named in the address.
    #[must_use]
    pub fn origin(self) -> ReadSignal<Origin> {
        self.origin
    }

    /// Whether the page was opened at its top, by a link. Then what is below the first view can follow a frame
    /// later. Not at the start, when the app replaces a page that is complete, nor when an earlier scroll
    /// position is restored.
    #[must_use]
    pub fn starts_at_top(self) -> bool {
        self.starts_at_top.get_value()
    }

    /// Shows a location. Until it has loaded, its page shows only a title. If loading fails, the browser
    /// reloads the prerendered page. `scroll` is the scroll position to restore; without one, it stays.
    fn show(self, location: Location, scroll: Option<JsValue>) {
        let mut loading = (self.load)(&location);
        if !chunk::is_loaded(&mut loading) {
            let location = location.clone();
            spawn_local(async move {
                // The visitor may have gone elsewhere in the meantime.
                if loading.await.is_err() && current_location() == location {
                    let _ = window().location().reload();
                }
            });
        }
        self.show_now(location, scroll);
    }

    /// Starts loading the page of a link that is about to be followed.
    fn prefetch(self, event: &web_sys::Event) {
        if let Some((_, location)) = clicked_link(event).and_then(|link| own_page(&link)) {
            let load = chunk::start_loading((self.load)(&location));
            // If it fails, following the link tries again.
            spawn_local(async { _ = load.await });
        }
    }

    /// Sets the origin first, because the route may be a page of the other ladder.
    fn show_now(self, Location { origin, route }: Location, scroll: Option<JsValue>) {
        if self.origin.with_untracked(|current| *current != origin) {
            self.set_origin.set(origin);
        }
        let is_top = |scroll: &JsValue| scroll.as_f64().unwrap_or_default() == 0.0;
        self.starts_at_top.set_value(scroll.as_ref().is_some_and(is_top));
        self.set_route.set(route);
        if let Some(scroll) = scroll {
            request_animation_frame(move || history::restore_scroll(&scroll));
        }
    }

    /// Shows `route` as a new history entry and keeps the scroll position: for choices on a page.
    pub fn push(self, route: Route) {
        history::save_scroll();
        let location = self.with_route(route);
        history::write(HistoryEntry::New, &location.href());
        self.show(location, None);
    }

    /// Opens another page at its top, as a link does.
    pub fn open(self, route: Route) {
        if self.route.with_untracked(|current| *current != route) {
            self.push(route);
        }
        request_animation_frame(|| {
            history::restore_scroll(&JsValue::NULL);
            focus::heading();
        });
    }

    /// Shows a page of another ladder as a new history entry, at its top.
    pub fn push_location(self, location: Location) {
        history::save_scroll();
        history::write(HistoryEntry::New, &location.href());
        self.show(location, Some(JsValue::NULL));
    }

    /// Shows `route` in place of the current history entry: for typed text.
    pub fn replace(self, route: Route) {
        let location = self.with_route(route);
        history::write(HistoryEntry::Current, &location.href());
        self.set_route.set(location.route);
    }

    /// Names the current page by another route, in the same history entry. The fragment stays.
    pub fn rename(self, route: Route) {
        let location = self.with_route(route);
        let fragment = window().location().hash().unwrap_or_default();
        history::write(HistoryEntry::Current, &format!("{}{fragment}", location.href()));
        self.set_route.set(location.route);
    }

    fn with_route(self, route: Route) -> Location {
        Location { origin: self.origin.get_untracked(), route }
    }

    fn follow_link(self, click: &MouseEvent) {
        let has_modifier =
            click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.button() != 0 || has_modifier || click.default_prevented() {
            return;
        }
        if super::start::is_broken() {
            return;
        }
        let Some(link) = clicked_link(click) else { return };
        let Some((url, location)) = own_page(&link) else { return };
        click.prevent_default();
        history::save_scroll();
        // As in browsers, a link to the current page adds no history entry.
        let is_current = current_url() == url;
        history::write(if is_current { HistoryEntry::Current } else { HistoryEntry::New }, &url);
        let title = PressedTitle::of(&link);
        self.show(location, Some(JsValue::NULL));
        request_animation_frame(move || _ = title.move_to_heading());
    }
}

/// The navigation provided by the app.
#[must_use]
pub fn use_navigation() -> Navigation {
    expect_context()
}

fn clicked_link(click: &web_sys::Event) -> Option<HtmlAnchorElement> {
    let target: Element = click.target()?.dyn_into().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// The URL and location of a link to a page of this site. `None` for links to other sites, to files,
/// to another place on the current page, and for links that open a window.
fn own_page(link: &HtmlAnchorElement) -> Option<(String, Location)> {
    let current = window().location();
    if link.origin() != current.origin().ok()?
        || !link.target().is_empty()
        || link.has_attribute("download")
    {
        return None;
    }
    let (path, query) = (link.pathname(), link.search());
    let is_anchor = !link.hash().is_empty()
        && path == current.pathname().ok()?
        && query == current.search().ok()?;
    let page = router::within_base(&path)?;
    let is_file = page.rsplit('/').next().unwrap_or_default().contains('.');
    // Hosts serve pages at `/…/`, which some links have. In the address bar it is left out.
    let shown = if page == "/" { path.as_str() } else { path.trim_end_matches('/') };
    let url = format!("{}{shown}{query}{}", link.origin(), link.hash());
    (!is_anchor && !is_file).then(|| (url, Location::read(page, &query)))
}
