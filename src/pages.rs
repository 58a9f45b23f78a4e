//! The pages, one file a route, and what a browser's tab and a search engine say of each.

mod compare_page;
mod ladder_page;
mod matrix_page;
mod nowhere_page;
mod open_page;
mod plan_page;
mod role_page;
mod skill_page;

use crate::ladder::{Id, Ladder, MatrixQuery, SkillFilter};
use crate::markup::{Markup, view};
use crate::route::{Ends, Nowhere, Route};
use crate::state::Shared;
use leptos::prelude::*;

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

/// Draws a page; what changes within it follows `route`.
pub fn page(ladder: &Shared, page: Page, route: Signal<Route>) -> Markup {
    let ladder = ladder.clone();
    match page {
        Page::Ladder => {
            let filter = Memo::new(move |_| filter_of(&route.get()));
            view! { <ladder_page::LadderPage ladder filter /> }
        }
        Page::Role(id) => match ladder.role_by_id(&id) {
            Some(role) => view! { <role_page::RolePage ladder role /> },
            None => view! { <nowhere_page::NoSuchRole ladder id /> },
        },
        Page::Matrix => {
            let query = Memo::new(move |_| query_of(&route.get()));
            view! { <matrix_page::MatrixPage ladder query /> }
        }
        Page::Skill(id) => match ladder.skill_by_id(&id) {
            Some(skill) => view! { <skill_page::SkillPage ladder skill /> },
            None => view! { <nowhere_page::NoSuchSkill ladder id /> },
        },
        Page::Compare => {
            let ends = Memo::new(move |_| ends_of(&route.get()));
            view! { <compare_page::ComparePage ladder ends /> }
        }
        Page::Plan => {
            let ends = Memo::new(move |_| ends_of(&route.get()));
            view! { <plan_page::PlanPage ladder ends /> }
        }
        Page::Open => view! { <open_page::OpenPage ladder /> },
        Page::Nowhere(why) => view! { <nowhere_page::NowherePage ladder why /> },
    }
}

fn filter_of(route: &Route) -> SkillFilter {
    match route {
        Route::Ladder(filter) => filter.clone(),
        _ => SkillFilter::default(),
    }
}

fn query_of(route: &Route) -> MatrixQuery {
    match route {
        Route::Matrix(query) => query.clone(),
        _ => MatrixQuery::default(),
    }
}

fn ends_of(route: &Route) -> Ends {
    match route {
        Route::Compare(ends) | Route::Plan(ends) => ends.clone(),
        _ => Ends::default(),
    }
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
        Route::Compare(_) => {
            ("Compare".to_owned(), format!("What changes between two roles. {}", summary()))
        }
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
