//! The chunk of each page.
//!
//! Code that several chunks share becomes a file for each set of chunks that shares it, so there are only five:
//! `browse`, the pages that most visits need; `matrix`, which also opens other ladders; `tools`, for comparing and
//! planning; `answers`, which keeps the visitor's answers; and `wide`, for ladders whose roles do not form a single
//! row. Two more, for search and for opening, would save 25 KB of the matrix page and make 37 files of 23.

use super::{
    Page, PagePart, compare_page, ladder_page, matrix_page, not_found_page, open_page, plan_page,
    role_page, skill_page,
};
use crate::chunk::{LoadFuture, join, lazy, lazy_chunk, render_loaded};
use crate::components::journey::search_fields::JourneySearchFields;
use crate::components::ladder::about;
use crate::router::{NotFound, RolePair, Route};
use crate::stores::{SharedLadder, load_answers_chunk};
use ladder::{FilterResult, Id, Ladder, MatrixQuery, RowLayout, SkillFilter};
use leptos::prelude::*;
use leptos::task::spawn_local;

impl Page {
    /// The names of the chunks that render the page for `ladder`.
    #[must_use]
    pub fn chunk_names(&self, ladder: &Ladder) -> Vec<&'static str> {
        match self {
            Self::Ladder => {
                let wide = RowLayout::new(ladder).is_none().then_some("wide");
                let browse = (!ladder.reading.is_empty()).then_some("browse");
                wide.into_iter().chain(browse).collect()
            }
            Self::Role(_) | Self::Skill(_) | Self::NotFound(_) => vec!["browse"],
            Self::Matrix | Self::Open => vec!["matrix"],
            Self::Compare => vec!["tools"],
            Self::Plan => vec!["tools", "answers"],
        }
    }
}

/// Loads the chunk of a page. The ladder page is always loaded; see [`chunks_for_ladder`] for what some
/// ladders need in addition.
#[must_use]
pub fn chunk_of(page: &Page) -> LoadFuture {
    match page {
        Page::Ladder => already_loaded(),
        Page::Role(_) => Box::pin(load_role()),
        Page::Matrix => Box::pin(load_matrix()),
        Page::Skill(_) => Box::pin(load_skill()),
        Page::Compare => Box::pin(load_compare()),
        Page::Plan => join(Box::pin(load_plan()), Box::pin(load_answers_chunk())),
        Page::Open => Box::pin(load_open()),
        Page::NotFound(_) => Box::pin(load_not_found()),
    }
}

/// Loads the chunks that the ladder page needs for this ladder.
#[must_use]
pub fn chunks_for_ladder(ladder: &Ladder) -> LoadFuture {
    let wide: LoadFuture = match RowLayout::new(ladder) {
        Some(_) => already_loaded(),
        None => join(Box::pin(load_wide()), Box::pin(load_journey_search_fields())),
    };
    let reading: LoadFuture =
        if ladder.reading.is_empty() { already_loaded() } else { Box::pin(load_reading()) };
    join(wide, reading)
}

/// Starts loading what the ladder page may need for a ladder that is not known yet. If loading fails, the
/// page that needs it shows a message.
pub fn preload_any_ladder() {
    spawn_local(async { _ = load_wide().await });
}

fn already_loaded() -> LoadFuture {
    Box::pin(std::future::ready(Ok(())))
}

/// Loads the chunk for [`WideLadder`](ladder_page::WideLadder) and renders it.
#[component]
pub fn LazyWideLadder(
    ladder: SharedLadder,
    /// The filter in the address.
    filter: Memo<SkillFilter>,
    /// The result of the filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    lazy(Box::pin(load_wide()), move || {
        render_loaded(render_wide(ladder.clone(), filter, filtered))
    })
}

/// The fields for the visitor's place on a ladder with many roles.
pub(super) fn journey_search_fields(ladder: &SharedLadder) -> AnyView {
    let ladder = ladder.clone();
    let view = move || render_loaded(render_journey_search_fields(ladder.clone()));
    lazy(Box::pin(load_journey_search_fields()), view)
}

/// The resources for the whole ladder, if it has any.
pub(super) fn reading(ladder: &SharedLadder) -> AnyView {
    if ladder.reading.is_empty() {
        return ().into_any();
    }
    let ladder = ladder.clone();
    lazy(Box::pin(load_reading()), move || render_loaded(render_reading(ladder.clone())))
}

lazy_chunk!(
    wide,
    load_wide,
    fn render_wide(
        ladder: SharedLadder,
        filter: Memo<SkillFilter>,
        filtered: Memo<Option<FilterResult>>,
    ) -> AnyView {
        view! { <ladder_page::WideLadder ladder filter filtered /> }.into_any()
    }
);

lazy_chunk!(
    wide,
    load_journey_search_fields,
    fn render_journey_search_fields(ladder: SharedLadder) -> AnyView {
        view! { <JourneySearchFields ladder /> }.into_any()
    }
);

lazy_chunk!(
    browse,
    load_reading,
    fn render_reading(ladder: SharedLadder) -> AnyView {
        view! { <about::RecommendedReading ladder /> }.into_any()
    }
);

/// The ladder page, which is in no chunk.
pub(super) fn render_ladder(ladder: SharedLadder, route: Memo<Route>) -> AnyView {
    let filter = Memo::new(move |_| match route.get() {
        Route::Ladder(filter) => filter,
        _ => SkillFilter::default(),
    });
    view! { <ladder_page::LadderPage ladder filter /> }.into_any()
}

lazy_chunk!(
    browse,
    load_role,
    fn render_role(ladder: SharedLadder, id: Id) -> AnyView {
        match ladder.role_by_id(&id) {
            Some(role) => view! { <role_page::RolePage ladder role /> }.into_any(),
            None => view! { <not_found_page::RoleNotFound ladder id /> }.into_any(),
        }
    }
);

lazy_chunk!(
    browse,
    fn role_parts() -> &'static [PagePart] {
        &role_page::PARTS
    }
);

lazy_chunk!(
    browse,
    load_skill,
    fn render_skill(ladder: SharedLadder, id: Id) -> AnyView {
        match ladder.skill_by_id(&id) {
            Some(skill) => view! { <skill_page::SkillPage ladder skill /> }.into_any(),
            None => view! { <not_found_page::SkillNotFound ladder id /> }.into_any(),
        }
    }
);

lazy_chunk!(
    browse,
    load_not_found,
    fn render_not_found(ladder: SharedLadder, reason: NotFound) -> AnyView {
        view! { <not_found_page::NotFoundPage ladder reason /> }.into_any()
    }
);

lazy_chunk!(
    matrix,
    load_matrix,
    fn render_matrix(ladder: SharedLadder, route: Memo<Route>) -> AnyView {
        let query = Memo::new(move |_| match route.get() {
            Route::Matrix(query) => query,
            _ => MatrixQuery::default(),
        });
        view! { <matrix_page::MatrixPage ladder query /> }.into_any()
    }
);

lazy_chunk!(
    matrix,
    fn matrix_parts() -> &'static [PagePart] {
        &matrix_page::PARTS
    }
);

lazy_chunk!(
    tools,
    load_compare,
    fn render_compare(ladder: SharedLadder, route: Memo<Route>) -> AnyView {
        let query = Memo::new(move |_| role_pair_of(&route.get()));
        view! { <compare_page::ComparePage ladder query /> }.into_any()
    }
);

lazy_chunk!(
    tools,
    fn compare_parts() -> &'static [PagePart] {
        &compare_page::PARTS
    }
);

lazy_chunk!(
    tools,
    load_plan,
    fn render_plan(ladder: SharedLadder, route: Memo<Route>) -> AnyView {
        let pair = Memo::new(move |_| role_pair_of(&route.get()));
        view! { <plan_page::PlanPage ladder pair /> }.into_any()
    }
);

lazy_chunk!(
    tools,
    fn plan_parts() -> &'static [PagePart] {
        &plan_page::PARTS
    }
);

lazy_chunk!(
    matrix,
    load_open,
    fn render_open(ladder: SharedLadder) -> AnyView {
        view! { <open_page::OpenPage ladder /> }.into_any()
    }
);

fn role_pair_of(route: &Route) -> RolePair {
    match route {
        Route::Compare(pair) | Route::Plan(pair) => pair.clone(),
        _ => RolePair::default(),
    }
}
