//! The address bar: which route is shown, and how another one comes to be.
//!
//! Links are plain `<a href>`; one listener on the document turns a press on a link of this site
//! into a change of route. Each history entry keeps how far it was scrolled.

use super::on_window_event;
use crate::chunk::{self, LoadFuture};
use crate::router::{self, Location, Origin, Route};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, MouseEvent, ScrollRestoration};

/// The location that is shown, and the ways to another. Copied freely; found in the context.
#[derive(Clone, Copy)]
pub struct Navigation {
    route: RwSignal<Route>,
    origin: RwSignal<Origin>,
    prepare: Preparation,
}

/// What has to come before a location can be shown.
pub type Preparation = fn(&Location) -> LoadFuture;

impl Navigation {
    /// A route that never changes, for rendering natively.
    #[must_use]
    pub fn fixed(Location { origin, route }: Location) -> Self {
        Self {
            route: RwSignal::new(route),
            origin: RwSignal::new(origin),
            prepare: |_| Box::pin(async { Ok(()) }),
        }
    }

    /// Reads the address bar and follows it from here on; each route is shown once what `prepare`
    /// gives has come. The first route has to be prepared already.
    #[must_use]
    pub fn follow_address_bar(prepare: Preparation) -> Self {
        let navigation = Self { prepare, ..Self::fixed(shown()) };
        if let Some(history) = history() {
            let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
            let state = history.state().unwrap_or_default();
            after_paint(move || {
                // Who has scrolled the delivered page already stays where they are.
                if !is_scrolled() {
                    scroll_to(&state);
                }
            });
        }
        on_window_event(ev::click, move |event| navigation.follow_link(&event));
        on_window_event(ev::popstate, move |_| {
            let state = history().and_then(|history| history.state().ok());
            navigation.show(shown(), Some(state.unwrap_or_default()));
        });
        on_window_event(ev::scrollend, |_| keep_scroll());
        navigation
    }

    /// The route that is shown.
    #[must_use]
    pub fn route(self) -> ReadSignal<Route> {
        self.route.read_only()
    }

    /// The ladder that the address speaks of.
    #[must_use]
    pub fn origin(self) -> ReadSignal<Origin> {
        self.origin.read_only()
    }

    /// Shows what the address bar says, at once or when its part of the program has come. Where
    /// that does not come, the browser loads the page as it was delivered.
    fn show(self, location: Location, scrolled: Option<JsValue>) {
        let mut coming = (self.prepare)(&location);
        if chunk::is_loaded(&mut coming) {
            return self.show_now(location, scrolled);
        }
        spawn_local(async move {
            let came = coming.await;
            // Since then the visitor may have gone elsewhere.
            if shown() != location {
                return;
            }
            match came {
                Ok(()) => self.show_now(location, scrolled),
                Err(_) => super::window().into_iter().for_each(|window| {
                    let _ = window.location().reload();
                }),
            }
        });
    }

    /// The origin first, because a page may be one of another ladder.
    fn show_now(self, Location { origin, route }: Location, scrolled: Option<JsValue>) {
        if self.origin.with_untracked(|shown| *shown != origin) {
            self.origin.set(origin);
        }
        self.route.set(route);
        if let Some(scrolled) = scrolled {
            after_paint(move || scroll_to(&scrolled));
        }
    }

    /// Shows `route` as a new entry of the history: for what a visitor chose.
    pub fn push(self, route: Route) {
        keep_scroll();
        self.write(&route, History::push_state_with_url);
        self.show(Location { origin: self.origin.get_untracked(), route }, None);
    }

    /// Opens another page at its top, as a link does.
    pub fn open(self, route: Route) {
        if self.route.with_untracked(|shown| *shown != route) {
            self.push(route);
        }
        after_paint(|| {
            scroll_to(&JsValue::NULL);
            super::focus::heading();
        });
    }

    /// Shows a page of another ladder as a new entry of the history, at its top.
    pub fn push_location(self, location: Location) {
        keep_scroll();
        if let Some(history) = history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&location.href()));
        }
        self.show(location, Some(JsValue::NULL));
    }

    /// Shows `route` in place of the present entry: for what a visitor types.
    pub fn replace(self, route: Route) {
        self.write(&route, History::replace_state_with_url);
        self.route.set(route);
    }

    fn write(self, route: &Route, way: Way) {
        if let Some(history) = history() {
            // Refused only after hundreds of changes within seconds; the page itself still changes.
            let location = Location { origin: self.origin.get_untracked(), route: route.clone() };
            let _ = way(&history, &JsValue::NULL, "", Some(&location.href()));
        }
    }

    fn follow_link(self, press: &MouseEvent) {
        let plain = press.button() == 0
            && !(press.ctrl_key() || press.meta_key() || press.shift_key() || press.alt_key());
        if !plain || press.default_prevented() || super::start::is_broken() {
            return;
        }
        let Some(link) = pressed_link(press) else { return };
        let Some(address) = own_address(&link) else { return };
        press.prevent_default();
        keep_scroll();
        let (path, query) = &address;
        let changed = router::within_base(path).map(|path| Location::read(path, query));
        if let (Some(location), Some(history)) = (changed, history()) {
            // A link to where one is adds no entry, as browsers have it.
            let here = super::window().and_then(|window| window.location().href().ok());
            let is_here = here.as_deref() == Some(&link.href());
            let way: Way = if is_here {
                History::replace_state_with_url
            } else {
                History::push_state_with_url
            };
            let _ = way(&history, &JsValue::NULL, "", Some(&link.href()));
            self.show(location, Some(JsValue::NULL));
        }
    }
}

type Way = fn(&History, &JsValue, &str, Option<&str>) -> Result<(), JsValue>;

/// The route and ways of the page; provided by the app.
#[must_use]
pub fn use_navigation() -> Navigation {
    expect_context()
}

/// The whole address that is shown, to be handed on.
#[must_use]
pub fn address() -> String {
    super::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

fn history() -> Option<History> {
    super::window()?.history().ok()
}

/// What the address bar says.
#[must_use]
pub fn shown() -> Location {
    let location = super::window().map(|window| window.location());
    let path = location.as_ref().and_then(|l| l.pathname().ok()).unwrap_or_default();
    let query = location.as_ref().and_then(|l| l.search().ok()).unwrap_or_default();
    // A path outside the base is shown as it is, and then leads nowhere.
    Location::read(router::within_base(&path).unwrap_or(&path), &query)
}

fn pressed_link(press: &MouseEvent) -> Option<HtmlAnchorElement> {
    let target: Element = press.target()?.dyn_into().ok()?;
    target.closest("a[href]").ok()??.dyn_into().ok()
}

/// The path and query of a link that this page shows itself; `None` for a link to elsewhere, to a
/// file, to a place on the same page, or that asks for a window of its own.
fn own_address(link: &HtmlAnchorElement) -> Option<(String, String)> {
    let location = super::window()?.location();
    let same_origin = link.origin() == location.origin().ok()?;
    let in_place = link.target().is_empty() && !link.has_attribute("download");
    let path = link.pathname();
    let is_page = router::within_base(&path)
        .is_some_and(|path| !path.rsplit('/').next().unwrap_or_default().contains('.'));
    let is_anchor = !link.hash().is_empty()
        && path == location.pathname().ok()?
        && link.search() == location.search().ok()?;
    (same_origin && in_place && is_page && !is_anchor).then(|| (path, link.search()))
}

/// Keeps how far the present entry is scrolled, in its state.
fn keep_scroll() {
    if let (Some(history), Some(window)) = (history(), super::window()) {
        let y = window.scroll_y().unwrap_or_default();
        let _ = history.replace_state_with_url(&y.into(), "", None);
    }
}

fn is_scrolled() -> bool {
    super::window().and_then(|window| window.scroll_y().ok()).is_some_and(|y| y > 0.0)
}

fn scroll_to(state: &JsValue) {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, state.as_f64().unwrap_or_default());
    }
}

/// Calls `act` once what the change of route draws is there.
fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(act);
}
