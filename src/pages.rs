//! The pages, one file for each route, with their titles and descriptions.

mod chunks;
mod compare_page;
mod ladder_page;
mod matrix_page;
mod not_found_page;
mod open_page;
mod plan_page;
mod prefetch;
mod role_page;
mod skill_page;

use crate::browser::{focus, styles};
use crate::chunk::{LoadFuture, is_loaded, join, lazy_with_fallback, render_loaded};
use crate::messages;
use crate::router::{NotFound, Route};
use crate::stores::SharedLadder;
use crate::subscription::end_with_subscriber;
pub use chunks::{chunk_of, chunks_for_ladder, preload_any_ladder};
use ladder::{Id, Ladder, RoleIx};
use leptos::prelude::*;
pub use prefetch::{prefetch, prepare_first};

/// A part of a page that can be rendered alone. It shows the given role, or the step from it, if the page shows one.
pub type PagePart = fn(&SharedLadder, RoleIx) -> AnyView;

/// The page that a route shows. Filters and selections change within a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The ladder page.
    Ladder,
    /// A role.
    Role(Id),
    /// The skills matrix.
    Matrix,
    /// A skill.
    Skill(Id),
    /// The comparison of two roles.
    Compare,
    /// The visitor's plan.
    Plan,
    /// Open another ladder.
    Open,
    /// An invalid address.
    NotFound(NotFound),
}

impl Page {
    /// The page of a route.
    #[must_use]
    pub fn of(route: &Route) -> Self {
        match route {
            Route::Ladder(_) => Self::Ladder,
            Route::Role(id) => Self::Role(id.clone()),
            Route::Matrix(_) => Self::Matrix,
            Route::Skill(id) => Self::Skill(id.clone()),
            Route::Compare(_) => Self::Compare,
            Route::Plan(_) => Self::Plan,
            Route::Open => Self::Open,
            Route::NotFound(reason) => Self::NotFound(reason.clone()),
        }
    }
}

/// Renders a page as soon as its chunk is loaded. It follows `route` for what changes within it.
pub fn page(ladder: &SharedLadder, page: Page, route: ReadSignal<Route>) -> AnyView {
    let (ladder, load) = (ladder.clone(), chunk_with_styles(&page));
    let route = Memo::new(move |_| {
        end_with_subscriber(&route);
        route.get()
    });
    let heading = heading(&ladder, &route.get_untracked());
    let pending = move || pending_page(heading.clone());
    lazy_with_fallback(load, pending, move || {
        let ladder = ladder.clone();
        match page.clone() {
            Page::Ladder => chunks::render_ladder(ladder, route),
            Page::Role(id) => render_loaded(chunks::render_role(ladder, id)),
            Page::Matrix => render_loaded(chunks::render_matrix(ladder, route)),
            Page::Skill(id) => render_loaded(chunks::render_skill(ladder, id)),
            Page::Compare => render_loaded(chunks::render_compare(ladder, route)),
            Page::Plan => render_loaded(chunks::render_plan(ladder, route)),
            Page::Open => render_loaded(chunks::render_open(ladder)),
            Page::NotFound(reason) => render_loaded(chunks::render_not_found(ladder, reason)),
        }
    })
}

/// What a page shows until its chunk is loaded. Its heading has the focus, which moves on to the heading of
/// the page.
fn pending_page(heading: String) -> AnyView {
    on_cleanup(|| request_animation_frame(focus::heading));
    view! {
        <h1 tabindex="-1">{heading}</h1>
        <p role="status" lang="en">{messages::LOADING}</p>
    }
    .into_any()
}

/// The chunk of a page and, unless it is loaded, the styles for everything that is not in the first view.
fn chunk_with_styles(page: &Page) -> LoadFuture {
    let is_loaded = is_loaded(&mut chunk_of(page));
    match styles::pending().filter(|_| !is_loaded) {
        None => chunk_of(page),
        Some(styles) => join(
            chunk_of(page),
            Box::pin(async {
                styles.await;
                Ok(())
            }),
        ),
    }
}

/// The title of the browser tab.
#[must_use]
pub fn title(ladder: &Ladder, route: &Route) -> String {
    let heading = heading(ladder, route);
    match route {
        Route::Ladder(_) => heading,
        _ => format!("{heading} · {}", ladder.title),
    }
}

/// What a page is about, in a few words.
fn heading(ladder: &Ladder, route: &Route) -> String {
    let heading = match route {
        Route::Ladder(_) => ladder.title.as_str(),
        Route::Matrix(_) => "Skills",
        Route::Role(id) => match ladder.role_by_id(id) {
            Some(role) => &ladder.distinct_title(role),
            None => "Role not found",
        },
        Route::Skill(id) => match ladder.skill_by_id(id) {
            Some(skill) => &ladder.distinct_skill_name(skill),
            None => "Skill not found",
        },
        Route::Compare(pair) => &compare_page::title(ladder, pair),
        Route::Plan(_) => "My plan",
        Route::Open => "Open a ladder",
        Route::NotFound(_) => "Page not found",
    };
    heading.to_owned()
}

/// The description for search engines and link previews, in one or two sentences. Only for prerendered
/// pages.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &Ladder, route: &Route) -> String {
    let summary = ladder.summary.as_deref().unwrap_or(&ladder.title);
    let description = match route {
        Route::Ladder(_) | Route::NotFound(_) => None,
        Route::Matrix(_) => Some(format!("Skills matrix: which role needs which skill. {summary}")),
        Route::Role(id) => ladder.role_by_id(id).map(|role| role_page::description(ladder, role)),
        Route::Skill(id) => {
            ladder.skill_by_id(id).map(|skill| skill_page::description(ladder, skill))
        }
        Route::Compare(pair) => {
            Some(compare_page::description(ladder, pair).unwrap_or_else(|| {
                format!(
                    "Compare any two roles: new skills, higher levels, responsibilities. {summary}"
                )
            }))
        }
        Route::Plan(_) => Some(format!("Plan your move from one role to the next. {summary}")),
        Route::Open => Some("Open another career ladder.".to_owned()),
    };
    description.unwrap_or_else(|| summary.to_owned())
}
