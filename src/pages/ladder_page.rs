//! `/`: the ladder, the filter by skill, the summary, and what the publisher says of the whole.

use super::chunks;
use crate::components::ladder::about::AboutLadder;
use crate::components::ladder::picture::LadderPicture;
use crate::components::ladder::role_list::RoleList;
use crate::components::ladder::row::LadderRow;
use crate::components::ladder::skill_filter::SkillFilterBar;
use crate::components::ladder::summary_table::SummaryTable;
use crate::stores::SharedLadder;
use ladder::{FilterResult, LadderLayout, RowLayout, SkillFilter};
use leptos::prelude::*;

/// The ladder, filtered as the address has it.
#[component]
pub fn LadderPage(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    filter: Memo<SkillFilter>,
) -> impl IntoView {
    let filtered = {
        let ladder = ladder.clone();
        Memo::new(move |_| filter.with(|filter| FilterResult::new(&ladder, filter)))
    };
    let by_skill = (!ladder.skills.is_empty())
        .then(|| view! { <SkillFilterBar ladder=ladder.clone() filter filtered /> });
    let roles = match RowLayout::new(&ladder) {
        None => chunks::wide(ladder.clone(), filter, filtered),
        Some(row) => {
            view! { <LadderRow ladder=ladder.clone() row filtered /> {summary(&ladder)} }.into_any()
        }
    };
    view! {
        <div class="ladder-page">
            <header class="page-head">
                <h1 tabindex="-1">{ladder.title.clone()}</h1>
                {ladder.summary.clone().map(|summary| view! { <p class="lead">{summary}</p> })}
            </header>
            {by_skill}
            {roles}
            <AboutLadder ladder=ladder.clone() reading=chunks::reading(&ladder) />
        </div>
    }
}

/// The roles of a ladder that does not stand in a row: tracks side by side, or a list of them all.
pub fn wide(
    ladder: SharedLadder,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<FilterResult>>,
) -> AnyView {
    match LadderLayout::new(&ladder) {
        LadderLayout::List => view! { <RoleList ladder filter filtered /> }.into_any(),
        layout => {
            view! { <LadderPicture ladder=ladder.clone() layout filtered /> {summary(&ladder)} }
                .into_any()
        }
    }
}

fn summary(ladder: &SharedLadder) -> impl IntoView + use<> {
    let roles: Vec<_> = ladder.role_places().collect();
    view! { <SummaryTable ladder=ladder.clone() roles /> }
}
