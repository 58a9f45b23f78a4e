//! Which part of the program each page stands in.

use super::{
    Page, compare_page, ladder_page, matrix_page, nowhere_page, open_page, plan_page, role_page,
    skill_page,
};
use crate::ladder::{Id, MatrixQuery, SkillFilter};
use crate::markup::{Markup, view};
use crate::part::{Coming, part};
use crate::route::{Ends, Nowhere, Route};
use crate::state::Shared;
use leptos::prelude::*;

impl Page {
    /// The name of the part that the page stands in; none where it comes with the program.
    #[must_use]
    pub fn part(&self) -> Option<&'static str> {
        match self {
            Self::Ladder => None,
            Self::Role(_) | Self::Skill(_) | Self::Nowhere(_) => Some("role"),
            Self::Matrix => Some("matrix"),
            Self::Compare | Self::Plan | Self::Open => Some("tools"),
        }
    }
}

/// The part that a page stands in, on its way.
#[must_use]
pub fn part_of(page: &Page) -> Coming {
    match page {
        // What most visitors see first comes with the program itself.
        Page::Ladder => Box::pin(async { Ok(()) }),
        Page::Role(_) => Box::pin(load_role()),
        Page::Matrix => Box::pin(load_matrix()),
        Page::Skill(_) => Box::pin(load_skill()),
        Page::Compare => Box::pin(load_compare()),
        Page::Plan => Box::pin(load_plan()),
        Page::Open => Box::pin(load_open()),
        Page::Nowhere(_) => Box::pin(load_nowhere()),
    }
}

/// The ladder's page, which stands in no part of its own.
pub fn ladder_page(ladder: Shared, route: Signal<Route>) -> Markup {
    let filter = Memo::new(move |_| filter_of(&route.get()));
    view! { <ladder_page::LadderPage ladder filter /> }
}

part!(
    role,
    load_role,
    fn draw_role(ladder: Shared, id: Id) {
        match ladder.role_by_id(&id) {
            Some(role) => view! { <role_page::RolePage ladder role /> },
            None => view! { <nowhere_page::NoSuchRole ladder id /> },
        }
    }
);

part!(
    role,
    load_skill,
    fn draw_skill(ladder: Shared, id: Id) {
        match ladder.skill_by_id(&id) {
            Some(skill) => view! { <skill_page::SkillPage ladder skill /> },
            None => view! { <nowhere_page::NoSuchSkill ladder id /> },
        }
    }
);

part!(
    role,
    load_nowhere,
    fn draw_nowhere(ladder: Shared, why: Nowhere) {
        view! { <nowhere_page::NowherePage ladder why /> }
    }
);

part!(
    matrix,
    load_matrix,
    fn draw_matrix(ladder: Shared, route: Signal<Route>) {
        let query = Memo::new(move |_| query_of(&route.get()));
        view! { <matrix_page::MatrixPage ladder query /> }
    }
);

part!(
    tools,
    load_compare,
    fn draw_compare(ladder: Shared, route: Signal<Route>) {
        let ends = Memo::new(move |_| ends_of(&route.get()));
        view! { <compare_page::ComparePage ladder ends /> }
    }
);

part!(
    tools,
    load_plan,
    fn draw_plan(ladder: Shared, route: Signal<Route>) {
        let ends = Memo::new(move |_| ends_of(&route.get()));
        view! { <plan_page::PlanPage ladder ends /> }
    }
);

part!(
    tools,
    load_open,
    fn draw_open(ladder: Shared) {
        view! { <open_page::OpenPage ladder /> }
    }
);

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
