//! The head of every page: its name, the main navigation, search and colours.

use super::ladder_menu::LaddersMenu;
use super::theme_switch::ThemeSwitch;
use crate::browser::keys;
use crate::browser::navigation::use_navigation;
use crate::components::search::dialog::SearchDialog;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape};
use leptos::prelude::*;

/// Search opens by its button or by `/`.
#[component]
pub fn SiteHeader(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let searching = RwSignal::new(false);
    Effect::new(move |_| {
        keys::listen(move |key| (key == "/").then_some(move || searching.set(true)));
    });
    let route = use_navigation().route();
    let link = |to: Route, name: &'static str| {
        let here = to.clone();
        let current =
            move || route.with(|route| section(route) == section(&here)).then_some("page");
        view! { <li><a href=ladder.href(&to) aria-current=current>{name}</a></li> }
    };
    view! {
        <header class="site-header">
            <a class="brand" href=ladder.href(&Route::default())>"Career Ladder"</a>
            <nav aria-label="Main">
                <ul>
                    {link(Route::default(), "Ladder")}
                    {link(Route::Matrix(Default::default()), "Skills")}
                    {link(Route::Compare(Default::default()), "Compare")}
                    {link(Route::Plan(Default::default()), "My plan")}
                </ul>
            </nav>
            <div class="tools">
                <LaddersMenu ladder=ladder.clone() />
                <button
                    class="search-button"
                    aria-keyshortcuts="/"
                    on:click=move |_| searching.set(true)
                >
                    <Icon shape=Shape::Search />
                    <span>"Search"</span>
                    <kbd aria-hidden="true">"/"</kbd>
                </button>
                <ThemeSwitch />
            </div>
            <SearchDialog ladder open=searching />
        </header>
    }
}

/// Which link of the navigation a route belongs to.
fn section(route: &Route) -> Option<&'static str> {
    match route {
        Route::Ladder(_) | Route::Role(_) => Some("ladder"),
        Route::Matrix(_) | Route::Skill(_) => Some("skills"),
        Route::Compare(_) => Some("compare"),
        Route::Plan(_) => Some("plan"),
        Route::Open | Route::NotFound(_) => None,
    }
}
