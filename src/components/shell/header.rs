//! The header of every page: site name, main navigation, ladder menu, search and theme.

use super::brand_mark::BrandMark;
use super::ladder_menu::LadderMenu;
use super::theme_switch::ThemeSwitch;
use crate::browser::navigation::use_navigation;
use crate::browser::{keys, search_key, tab};
use crate::components::search::dialog::SearchDialog;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape};
use leptos::prelude::*;

/// The header. The search button or `/` opens the search dialog.
#[component]
pub fn SiteHeader(ladder: SharedLadder) -> impl IntoView {
    let is_searching = RwSignal::new(false);
    // Whether `/` opens the search.
    let has_key = RwSignal::new(true);
    Effect::new(move |_| {
        has_key.set(search_key::is_on());
        tab::on_storage_change(search_key::KEY.to_owned(), move || {
            has_key.set(search_key::is_on())
        });
        keys::listen(move |key| {
            (key == "/" && has_key.get_untracked()).then_some(move || is_searching.set(true))
        });
    });
    let route = use_navigation().route();
    let link = |to: Route, label: &'static str, shape: IconShape| {
        let href = ladder.page_href(&to);
        let current = move || route.with(|route| section(route) == section(&to)).then_some("page");
        view! { <li><a href=href aria-current=current><Icon shape /> {label}</a></li> }
    };
    view! {
        <header class="site-header">
            <a class="brand" href=ladder.href(&Route::default())>
                <BrandMark />
                <span>"Career Ladder"</span>
            </a>
            <nav aria-label="Main">
                <ul>
                    {link(Route::default(), "Ladder", IconShape::Ladder)}
                    {link(Route::Matrix(Default::default()), "Skills", IconShape::Grid)}
                    {link(Route::Compare(Default::default()), "Compare", IconShape::Swap)}
                    {link(Route::Plan(Default::default()), "My plan", IconShape::Flag)}
                </ul>
            </nav>
            <div class="tools">
                <LadderMenu ladder=ladder.clone() />
                <button type="button"
                    class="search-button"
                    aria-keyshortcuts=move || has_key.get().then_some("/")
                    on:click=move |_| is_searching.set(true)
                >
                    <Icon shape=IconShape::Search />
                    <span>"Search"</span>
                    <kbd aria-hidden="true" hidden=move || !has_key.get()>"/"</kbd>
                </button>
                <ThemeSwitch />
            </div>
            <SearchDialog ladder open=is_searching has_key />
        </header>
    }
}

/// The navigation link that a route belongs to.
fn section(route: &Route) -> Option<&'static str> {
    match route {
        Route::Ladder(_) | Route::Role(_) => Some("ladder"),
        Route::Matrix(_) | Route::Skill(_) => Some("skills"),
        Route::Compare(_) => Some("compare"),
        Route::Plan(_) => Some("plan"),
        Route::Open | Route::NotFound(_) => None,
    }
}
