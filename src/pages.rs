//! The pages, one file a route, and what a browser's tab and a search engine say of each.

use leptos::prelude::*;
mod chunks;
mod compare_page;
mod ladder_page;
mod matrix_page;
mod nowhere_page;
mod open_page;
mod plan_page;
mod role_page;
mod skill_page;

use crate::chunk::{lazy, render_loaded};
use crate::router::{NotFound, Route};
use crate::stores::SharedLadder;
pub use chunks::{chunk_of, chunks_for_ladder, preload_any_ladder};
use ladder::{Id, Ladder};

/// Which page a route is on; the rest of a route changes within its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The ladder.
    Ladder,
    /// A role.
    Role(Id),
    /// The matrix.
    Matrix,
    /// A skill.
    Skill(Id),
    /// What changes between two roles.
    Compare,
    /// The visitor's plan.
    Plan,
    /// Open another ladder.
    Open,
    /// An address that leads nowhere.
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
            Route::NotFound(why) => Self::NotFound(why.clone()),
        }
    }
}

/// Draws a page once its part of the program is there; what changes within it follows `route`.
pub fn page(ladder: &SharedLadder, page: Page, route: ReadSignal<Route>) -> AnyView {
    let (ladder, shown) = (ladder.clone(), page.clone());
    let draw = move || {
        let ladder = ladder.clone();
        match page.clone() {
            Page::Ladder => chunks::ladder_page(ladder, route),
            Page::Role(id) => render_loaded(chunks::draw_role(ladder, id)),
            Page::Matrix => render_loaded(chunks::draw_matrix(ladder, route)),
            Page::Skill(id) => render_loaded(chunks::draw_skill(ladder, id)),
            Page::Compare => render_loaded(chunks::draw_compare(ladder, route)),
            Page::Plan => render_loaded(chunks::draw_plan(ladder, route)),
            Page::Open => render_loaded(chunks::draw_open(ladder)),
            Page::NotFound(why) => render_loaded(chunks::draw_nowhere(ladder, why)),
        }
    };
    lazy(chunk_of(&shown), draw)
}

/// What stands in a browser's tab.
#[must_use]
pub fn title(ladder: &Ladder, route: &Route) -> String {
    let title = match route {
        Route::Ladder(_) => return ladder.title.clone(),
        Route::Matrix(_) => "Skills",
        Route::Role(id) => match ladder.role_by_id(id) {
            Some(role) => &ladder[role].title,
            None => "Role not found",
        },
        Route::Skill(id) => match ladder.skill_by_id(id) {
            Some(skill) => &ladder[skill].name,
            None => "Skill not found",
        },
        Route::Compare(ends) => &compare_page::title(ladder, ends),
        Route::Plan(_) => "My plan",
        Route::Open => "Open a ladder",
        Route::NotFound(_) => "Page not found",
    };
    format!("{title} · {}", ladder.title)
}

/// What a search engine or a shared link shows: one or two sentences. Only where pages are written:
/// nobody looks for it once a page is open.
#[cfg(feature = "ssr")]
#[must_use]
pub fn description(ladder: &Ladder, route: &Route) -> String {
    let summary = ladder.summary.clone().unwrap_or_else(|| ladder.title.clone());
    let about = match route {
        Route::Ladder(_) | Route::NotFound(_) => None,
        Route::Matrix(_) => Some(format!("Skills matrix: which role needs which skill. {summary}")),
        Route::Role(id) => ladder.role_by_id(id).map(|role| role_page::description(ladder, role)),
        Route::Skill(id) => {
            ladder.skill_by_id(id).map(|skill| skill_page::description(ladder, skill))
        }
        Route::Compare(ends) => {
            Some(compare_page::description(ladder, ends).unwrap_or_else(|| {
                format!(
                    "Compare any two roles: new skills, higher levels, responsibilities. {summary}"
                )
            }))
        }
        Route::Plan(_) => Some(format!("Plan your move from one role to the next. {summary}")),
        Route::Open => Some("Open another career ladder.".to_owned()),
    };
    about.unwrap_or(summary)
}
