//! `/`: the ladder, the filter by skill, the summary, and what the publisher says of the whole.

use super::parts;
use crate::components::{
    about_ladder::about_ladder, ladder_picture::LadderPicture, ladder_row::LadderRow,
    role_list::RoleList, skill_filter::SkillFilterBar, summary_table::summary_table,
};
use crate::markup::{Markup, view};
use crate::signal::Memo;
use crate::state::Shared;
use ladder::{FilterResult, LadderLayout, RowLayout, SkillFilter};
use leptos::prelude::*;

/// The ladder, filtered as the address has it.
#[component]
pub fn LadderPage(
    /// The open ladder.
    ladder: Shared,
    /// What the address holds.
    filter: Memo<SkillFilter>,
) -> Markup {
    let filtered = {
        let ladder = ladder.clone();
        Memo::new(move || filter.with(|filter| FilterResult::new(&ladder, filter)))
    };
    let by_skill = (!ladder.skills.is_empty())
        .then(|| view! { <SkillFilterBar ladder=ladder.clone() filter filtered /> });
    let roles = match RowLayout::new(&ladder) {
        None => parts::wide(ladder.clone(), filter, filtered),
        Some(row) => {
            view! { <LadderRow ladder=ladder.clone() row filtered /> {summary(&ladder)} }
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
            {about_ladder(&ladder, parts::reading(&ladder))}
        </div>
    }
}

/// The roles of a ladder that does not stand in a row: tracks side by side, or a list of them all.
pub fn wide(
    ladder: Shared,
    filter: Memo<SkillFilter>,
    filtered: Memo<Option<FilterResult>>,
) -> Markup {
    match LadderLayout::new(&ladder) {
        LadderLayout::List => view! { <RoleList ladder filter filtered /> },
        picture => {
            view! { <LadderPicture ladder=ladder.clone() picture filtered /> {summary(&ladder)} }
        }
    }
}

fn summary(ladder: &Shared) -> Option<Markup> {
    summary_table(ladder, &ladder.role_places().collect::<Vec<_>>())
}
