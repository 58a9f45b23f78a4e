//! Which part of the program each page stands in.
//!
//! There are four, because what two of them share is a file of its own for each set of parts that
//! shares it: `browse`, what most visits come to; `matrix`, with all that opens another ladder;
//! `tools`, which compare and plan; `wide`, for the ladder's page where it does not stand in a row.

use super::{
    Page, compare_page, ladder_page, matrix_page, nowhere_page, open_page, plan_page, role_page,
    skill_page,
};
use crate::chunk::{LoadFuture, join, lazy, lazy_chunk, render_loaded};
use crate::components::ladder::about;
use crate::router::{NotFound, RolePair, Route};
use crate::stores::SharedLadder;
use ladder::{FilterResult, Id, Ladder, MatrixQuery, RowLayout, SkillFilter};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Page {
    /// The names of the parts that the page of `ladder` is made with.
    #[must_use]
    pub fn parts(&self, ladder: &Ladder) -> Vec<&'static str> {
        match self {
            Self::Ladder => {
                let wide = RowLayout::new(ladder).is_none().then_some("wide");
                let browse = (!ladder.reading.is_empty()).then_some("browse");
                wide.into_iter().chain(browse).collect()
            }
            Self::Role(_) | Self::Skill(_) | Self::NotFound(_) => vec!["browse"],
            Self::Matrix | Self::Open => vec!["matrix"],
            Self::Compare | Self::Plan => vec!["tools"],
        }
    }
}

/// The part that a page stands in, on its way. The ladder's page comes with the program; for what some
/// ladders need there beside it see [`chunks_for_ladder`].
#[must_use]
pub fn chunk_of(page: &Page) -> LoadFuture {
    match page {
        Page::Ladder => nothing(),
        Page::Role(_) => Box::pin(load_role()),
        Page::Matrix => Box::pin(load_matrix()),
        Page::Skill(_) => Box::pin(load_skill()),
        Page::Compare => Box::pin(load_compare()),
        Page::Plan => Box::pin(load_plan()),
        Page::Open => Box::pin(load_open()),
        Page::NotFound(_) => Box::pin(load_nowhere()),
    }
}

/// What the page of this ladder needs that not all of them do, on its way.
#[must_use]
pub fn chunks_for_ladder(ladder: &Ladder) -> LoadFuture {
    let wide: LoadFuture = match RowLayout::new(ladder) {
        Some(_) => nothing(),
        None => Box::pin(load_wide()),
    };
    let reading: LoadFuture =
        if ladder.reading.is_empty() { nothing() } else { Box::pin(load_reading()) };
    join(wide, reading)
}

/// Asks for what the ladder's page may need while nobody knows yet which ladder it will show. Where it does
/// not come, the page that needs it says so.
pub fn preload_any_ladder() {
    spawn_local(async { _ = load_wide().await });
}

fn nothing() -> LoadFuture {
    Box::pin(std::future::ready(Ok(())))
}

/// The roles of a ladder that does not stand in a row.
pub(super) fn wide(
    ladder: SharedLadder,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<FilterResult>>,
) -> AnyView {
    lazy(Box::pin(load_wide()), move || render_loaded(draw_wide(ladder.clone(), filter, filtered)))
}

/// What there is to read and watch for the whole ladder.
pub(super) fn reading(ladder: &SharedLadder) -> AnyView {
    if ladder.reading.is_empty() {
        return ().into_any();
    }
    let ladder = ladder.clone();
    lazy(Box::pin(load_reading()), move || render_loaded(draw_reading(ladder.clone())))
}

lazy_chunk!(
    wide,
    load_wide,
    fn draw_wide(
        ladder: SharedLadder,
        filter: Memo<SkillFilter>,
        filtered: Memo<Option<FilterResult>>,
    ) -> AnyView {
        ladder_page::wide(ladder, filter, filtered)
    }
);

lazy_chunk!(
    browse,
    load_reading,
    fn draw_reading(ladder: SharedLadder) -> AnyView {
        view! { <about::RecommendedReading ladder /> }.into_any()
    }
);

/// The ladder's page, which stands in no part of its own.
pub fn ladder_page(ladder: SharedLadder, route: ReadSignal<Route>) -> AnyView {
    let filter = Memo::new(move |_| filter_of(&route.get()));
    view! { <ladder_page::LadderPage ladder filter /> }.into_any()
}

lazy_chunk!(
    browse,
    load_role,
    fn draw_role(ladder: SharedLadder, id: Id) -> AnyView {
        match ladder.role_by_id(&id) {
            Some(role) => view! { <role_page::RolePage ladder role /> }.into_any(),
            None => view! { <nowhere_page::NoSuchRole ladder id /> }.into_any(),
        }
    }
);

lazy_chunk!(
    browse,
    load_skill,
    fn draw_skill(ladder: SharedLadder, id: Id) -> AnyView {
        match ladder.skill_by_id(&id) {
            Some(skill) => view! { <skill_page::SkillPage ladder skill /> }.into_any(),
            None => view! { <nowhere_page::NoSuchSkill ladder id /> }.into_any(),
        }
    }
);

lazy_chunk!(
    browse,
    load_nowhere,
    fn draw_nowhere(ladder: SharedLadder, why: NotFound) -> AnyView {
        view! { <nowhere_page::NowherePage ladder why /> }.into_any()
    }
);

lazy_chunk!(
    matrix,
    load_matrix,
    fn draw_matrix(ladder: SharedLadder, route: ReadSignal<Route>) -> AnyView {
        let query = Memo::new(move |_| query_of(&route.get()));
        view! { <matrix_page::MatrixPage ladder query /> }.into_any()
    }
);

lazy_chunk!(
    tools,
    load_compare,
    fn draw_compare(ladder: SharedLadder, route: ReadSignal<Route>) -> AnyView {
        let ends = Memo::new(move |_| role_pair_of(&route.get()));
        view! { <compare_page::ComparePage ladder pair=ends /> }.into_any()
    }
);

lazy_chunk!(
    tools,
    load_plan,
    fn draw_plan(ladder: SharedLadder, route: ReadSignal<Route>) -> AnyView {
        let ends = Memo::new(move |_| role_pair_of(&route.get()));
        view! { <plan_page::PlanPage ladder pair=ends /> }.into_any()
    }
);

lazy_chunk!(
    matrix,
    load_open,
    fn draw_open(ladder: SharedLadder) -> AnyView {
        view! { <open_page::OpenPage ladder /> }.into_any()
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

fn role_pair_of(route: &Route) -> RolePair {
    match route {
        Route::Compare(ends) | Route::Plan(ends) => ends.clone(),
        _ => RolePair::default(),
    }
}
