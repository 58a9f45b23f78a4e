//! `/`: the ladder, the filter by skill, the summary table, and what the publisher adds.

use super::{PagePart, chunks};
use crate::browser::navigation::use_navigation;
use crate::components::journey::fields::JourneyFields;
use crate::components::ladder::about::AboutLadder;
use crate::components::ladder::picture::LadderPicture;
use crate::components::ladder::role_list::RoleList;
use crate::components::ladder::row::LadderRow;
use crate::components::ladder::skill_filter::SkillFilterBar;
use crate::components::ladder::summary_table::SummaryTable;
use crate::stores::SharedLadder;
use crate::ui::{NextFrame, paragraph};
use ladder::{FilterResult, LadderLayout, RowLayout, SkillFilter};
use leptos::prelude::*;

/// The ladder page.
#[component]
pub fn LadderPage(
    ladder: SharedLadder,
    /// The filter in the address.
    filter: Memo<SkillFilter>,
) -> impl IntoView {
    let filtered = {
        let ladder = ladder.clone();
        Memo::new(move |_| filter.with(|filter| FilterResult::new(&ladder, filter)))
    };
    let filter_bar = filter_bar(&ladder, filter, filtered);
    let roles = match RowLayout::new(&ladder) {
        None => {
            view! { <chunks::LazyWideLadder ladder=ladder.clone() filter filtered /> }.into_any()
        }
        Some(row) => view! { <LadderRow ladder=ladder.clone() row filtered /> }.into_any(),
    };
    let below = {
        let ladder = ladder.clone();
        move || {
            let is_row = RowLayout::new(&ladder).is_some();
            view! {
                {is_row.then(|| summary(&ladder))}
                <AboutLadder ladder=ladder.clone() reading=chunks::reading(&ladder) />
            }
            .into_any()
        }
    };
    let is_delayed = use_navigation().starts_at_top();
    let journey = journey(&ladder);
    view! {
        <div class="ladder-page">
            <header class="page-head">
                <h1 tabindex="-1">{ladder.title.clone()}</h1>
                {ladder.summary.as_ref().map(|summary| paragraph("lead", summary))}
            </header>
            {journey}
            {filter_bar}
            {roles}
            <NextFrame is_delayed render=below />
        </div>
    }
}

/// The parts of the page. The ladder has one card only.
pub const PARTS: [PagePart; 3] = [
    |ladder, _| journey(ladder).into_any(),
    |ladder, _| {
        let (filter, filtered) = no_filter();
        filter_bar(ladder, filter, filtered).into_any()
    },
    |ladder, role| {
        let (_, filtered) = no_filter();
        let row = RowLayout::Rungs(vec![role]);
        view! { <LadderRow ladder=ladder.clone() row filtered /> <SummaryTable ladder=ladder.clone() roles=vec![role] /> }
            .into_any()
    },
];

fn no_filter() -> (Memo<SkillFilter>, Memo<Option<FilterResult>>) {
    (Memo::new(|_| SkillFilter::default()), Memo::new(|_| None))
}

fn journey(ladder: &SharedLadder) -> Option<impl IntoView + use<>> {
    (ladder.roles.len() > 1).then(|| {
        let search_fields = {
            let ladder = ladder.clone();
            move || chunks::journey_search_fields(&ladder)
        };
        view! { <JourneyFields ladder=ladder.clone() search_fields=search_fields /> }
    })
}

fn filter_bar(
    ladder: &SharedLadder,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<FilterResult>>,
) -> Option<impl IntoView + use<>> {
    (!ladder.skills.is_empty())
        .then(|| view! { <SkillFilterBar ladder=ladder.clone() filter filtered /> })
}

/// The roles of a ladder that does not form a single row: tracks side by side, or a list. In the chunk
/// `wide`; use [`chunks::LazyWideLadder`].
#[component]
pub fn WideLadder(
    ladder: SharedLadder,
    /// The filter in the address.
    filter: Memo<SkillFilter>,
    /// The result of the filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    match LadderLayout::new(&ladder) {
        LadderLayout::List => view! { <RoleList ladder filter filtered /> }.into_any(),
        layout => {
            view! { <LadderPicture ladder=ladder.clone() layout filtered /> {summary(&ladder)} }
                .into_any()
        }
    }
}

fn summary(ladder: &SharedLadder) -> impl IntoView + use<> {
    let roles: Vec<_> = ladder.role_indices().collect();
    view! { <SummaryTable ladder=ladder.clone() roles /> }
}
