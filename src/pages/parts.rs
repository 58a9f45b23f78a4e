//! Which part of the program each page stands in.
//!
//! There are four, because what two of them share is a file of its own for each set of parts that
//! shares it: `browse`, what most visits come to; `matrix`, with all that opens another ladder;
//! `tools`, which compare and plan; `wide`, for the ladder's page where it does not stand in a row.

use super::{
    Page, compare_page, ladder_page, matrix_page, nowhere_page, open_page, plan_page, role_page,
    skill_page,
};
use crate::browser::later::later;
use crate::components::about_ladder;
use crate::markup::{Markup, view};
use crate::part::{Coming, drawn, part, together, when_there};
use crate::route::{Ends, Nowhere, Route};
use crate::signal::{Memo, ReadSignal};
use crate::state::Shared;
use ladder::{FilterResult, Id, Ladder, MatrixQuery, RowLayout, SkillFilter};

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
            Self::Role(_) | Self::Skill(_) | Self::Nowhere(_) => vec!["browse"],
            Self::Matrix | Self::Open => vec!["matrix"],
            Self::Compare | Self::Plan => vec!["tools"],
        }
    }
}

/// The part that a page stands in, on its way. The ladder's page comes with the program; for what some
/// ladders need there beside it see [`beside_ladder`].
#[must_use]
pub fn part_of(page: &Page) -> Coming {
    match page {
        Page::Ladder => nothing(),
        Page::Role(_) => Box::pin(load_role()),
        Page::Matrix => Box::pin(load_matrix()),
        Page::Skill(_) => Box::pin(load_skill()),
        Page::Compare => Box::pin(load_compare()),
        Page::Plan => Box::pin(load_plan()),
        Page::Open => Box::pin(load_open()),
        Page::Nowhere(_) => Box::pin(load_nowhere()),
    }
}

/// What the page of this ladder needs that not all of them do, on its way.
#[must_use]
pub fn beside_ladder(ladder: &Ladder) -> Coming {
    let wide: Coming = match RowLayout::new(ladder) {
        Some(_) => nothing(),
        None => Box::pin(load_wide()),
    };
    let reading: Coming =
        if ladder.reading.is_empty() { nothing() } else { Box::pin(load_reading()) };
    together(wide, reading)
}

/// Asks for what the ladder's page may need while nobody knows yet which ladder it will show. Where it does
/// not come, the page that needs it says so.
pub fn ask_beside_any_ladder() {
    later(async { _ = load_wide().await });
}

fn nothing() -> Coming {
    Box::pin(std::future::ready(Ok(())))
}

/// The roles of a ladder that does not stand in a row.
pub(super) fn wide(
    ladder: Shared,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<FilterResult>>,
) -> Markup {
    when_there(|| Box::pin(load_wide()), move || drawn(draw_wide(ladder.clone(), filter, filtered)))
}

/// What there is to read and watch for the whole ladder.
pub(super) fn reading(ladder: &Shared) -> Markup {
    if ladder.reading.is_empty() {
        return Markup::Nothing;
    }
    let ladder = ladder.clone();
    when_there(|| Box::pin(load_reading()), move || drawn(draw_reading(ladder.clone())))
}

part!(
    wide,
    load_wide,
    fn draw_wide(
        ladder: Shared,
        filter: Memo<SkillFilter>,
        filtered: Memo<Option<FilterResult>>,
    ) -> Markup {
        ladder_page::wide(ladder, filter, filtered)
    }
);

part!(
    browse,
    load_reading,
    fn draw_reading(ladder: Shared) -> Markup {
        about_ladder::reading(&ladder)
    }
);

/// The ladder's page, which stands in no part of its own.
pub fn ladder_page(ladder: Shared, route: ReadSignal<Route>) -> Markup {
    let filter = Memo::new(move || filter_of(&route.get()));
    view! { <ladder_page::LadderPage ladder filter /> }
}

part!(
    browse,
    load_role,
    fn draw_role(ladder: Shared, id: Id) -> Markup {
        match ladder.role_by_id(&id) {
            Some(role) => view! { <role_page::RolePage ladder role /> },
            None => view! { <nowhere_page::NoSuchRole ladder id /> },
        }
    }
);

part!(
    browse,
    load_skill,
    fn draw_skill(ladder: Shared, id: Id) -> Markup {
        match ladder.skill_by_id(&id) {
            Some(skill) => view! { <skill_page::SkillPage ladder skill /> },
            None => view! { <nowhere_page::NoSuchSkill ladder id /> },
        }
    }
);

part!(
    browse,
    load_nowhere,
    fn draw_nowhere(ladder: Shared, why: Nowhere) -> Markup {
        view! { <nowhere_page::NowherePage ladder why /> }
    }
);

part!(
    matrix,
    load_matrix,
    fn draw_matrix(ladder: Shared, route: ReadSignal<Route>) -> Markup {
        let query = Memo::new(move || query_of(&route.get()));
        view! { <matrix_page::MatrixPage ladder query /> }
    }
);

part!(
    tools,
    load_compare,
    fn draw_compare(ladder: Shared, route: ReadSignal<Route>) -> Markup {
        let ends = Memo::new(move || ends_of(&route.get()));
        view! { <compare_page::ComparePage ladder ends /> }
    }
);

part!(
    tools,
    load_plan,
    fn draw_plan(ladder: Shared, route: ReadSignal<Route>) -> Markup {
        let ends = Memo::new(move || ends_of(&route.get()));
        view! { <plan_page::PlanPage ladder ends /> }
    }
);

part!(
    matrix,
    load_open,
    fn draw_open(ladder: Shared) -> Markup {
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
