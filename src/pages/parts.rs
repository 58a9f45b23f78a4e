//! Which part of the program each page stands in.
//!
//! There are three, because what two of them share is a file of its own for each set of parts that
//! shares it: `browse`, what most visits come to; `matrix`, with all that opens another ladder;
//! `tools`, which compare and plan.

use super::{
    Page, compare_page, ladder_page, matrix_page, nowhere_page, open_page, plan_page, role_page,
    skill_page,
};
use crate::components::{about_ladder, role_list::RoleList};
use crate::ladder::{Filtered, Id, Ladder, MatrixQuery, Picture, SkillFilter};
use crate::markup::{Markup, view};
use crate::part::{Coming, drawn, part, when_there};
use crate::route::{Ends, Nowhere, Route};
use crate::signal::{Memo, ReadSignal};
use crate::state::Shared;

impl Page {
    /// The names of the parts that the page of `ladder` is made with.
    #[must_use]
    pub fn parts(&self, ladder: &Ladder) -> Vec<&'static str> {
        match self {
            Self::Ladder => {
                let is_listed = Picture::of(ladder) == Picture::Listed;
                let needs = is_listed || !ladder.reading.is_empty();
                needs.then_some("browse").into_iter().collect()
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

/// What the page of this ladder needs that not all of them do, on its way.
#[must_use]
pub fn beside_ladder(ladder: &Ladder) -> Coming {
    let is_listed = Picture::of(ladder) == Picture::Listed;
    let has_reading = !ladder.reading.is_empty();
    Box::pin(async move {
        if is_listed {
            load_list().await?;
        }
        if has_reading {
            load_reading().await?;
        }
        Ok(())
    })
}

/// The roles of a ladder that is too large for a picture.
pub(super) fn list(
    ladder: Shared,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<Filtered>>,
) -> Markup {
    when_there(|| Box::pin(load_list()), move || drawn(draw_list(ladder.clone(), filter, filtered)))
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
    browse,
    load_list,
    fn draw_list(
        ladder: Shared,
        filter: Memo<SkillFilter>,
        filtered: Memo<Option<Filtered>>,
    ) -> Markup {
        view! { <RoleList ladder filter filtered /> }
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
