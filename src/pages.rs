//! The pages, one file a route, and what a browser's tab and a search engine say of each.

mod compare_page;
mod ladder_page;
mod matrix_page;
mod nowhere_page;
mod open_page;
mod parts;
mod plan_page;
mod role_page;
mod skill_page;

use crate::ladder::{Id, Ladder};
use crate::markup::Markup;
use crate::part::{drawn, when_there};
use crate::route::{Nowhere, Route};
use crate::state::Shared;
use leptos::prelude::*;
pub use parts::part_of;

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
    Nowhere(Nowhere),
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
            Route::Nowhere(why) => Self::Nowhere(why.clone()),
        }
    }
}

/// Draws a page once its part of the program is there; what changes within it follows `route`.
pub fn page(ladder: &Shared, page: Page, route: Signal<Route>) -> Markup {
    let (ladder, shown) = (ladder.clone(), page.clone());
    let draw = move || {
        let ladder = ladder.clone();
        match page.clone() {
            Page::Ladder => parts::ladder_page(ladder, route),
            Page::Role(id) => drawn(parts::draw_role(ladder, id)),
            Page::Matrix => drawn(parts::draw_matrix(ladder, route)),
            Page::Skill(id) => drawn(parts::draw_skill(ladder, id)),
            Page::Compare => drawn(parts::draw_compare(ladder, route)),
            Page::Plan => drawn(parts::draw_plan(ladder, route)),
            Page::Open => drawn(parts::draw_open(ladder)),
            Page::Nowhere(why) => drawn(parts::draw_nowhere(ladder, why)),
        }
    };
    when_there(|| part_of(&shown), draw)
}

/// What stands in a browser's tab, and what a search engine or a shared link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The document's title.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// The head of a route's page.
#[must_use]
pub fn head(ladder: &Ladder, route: &Route) -> Head {
    let summary = || ladder.summary.clone().unwrap_or_else(|| ladder.title.clone());
    let (title, description) = match route {
        Route::Ladder(_) => return Head { title: ladder.title.clone(), description: summary() },
        Route::Matrix(_) => {
            ("Skills".to_owned(), format!("Which role asks for which skill. {}", summary()))
        }
        Route::Role(id) => match ladder.role_by_id(id) {
            Some(role) => (ladder[role].title.clone(), role_page::description(ladder, role)),
            None => ("No such role".to_owned(), summary()),
        },
        Route::Skill(id) => match ladder.skill_by_id(id) {
            Some(skill) => (ladder[skill].name.clone(), skill_page::description(ladder, skill)),
            None => ("No such skill".to_owned(), summary()),
        },
        Route::Compare(ends) => compare_page::head(ladder, ends).unwrap_or_else(|| {
            ("Compare".to_owned(), format!("What changes between two roles. {}", summary()))
        }),
        Route::Plan(_) => {
            ("My plan".to_owned(), format!("A plan from one role to another. {}", summary()))
        }
        Route::Open => {
            ("Open a ladder".to_owned(), "Open another career ladder in this page.".to_owned())
        }
        Route::Nowhere(_) => ("Nothing here".to_owned(), summary()),
    };
    Head { title: format!("{title} · {}", ladder.title), description }
}
