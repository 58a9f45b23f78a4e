//! `/`: the ladder, the filter by skill, the summary.

use crate::components::{
    ladder_picture::LadderPicture, skill_filter::SkillFilterBar, summary_table::summary_table,
};
use crate::ladder::{Filtered, Picture, SkillFilter};
use crate::markup::{Markup, view};
use crate::state::Shared;
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
        Memo::new(move |_| filter.with(|filter| Filtered::of(&ladder, filter)))
    };
    let picture = Picture::of(&ladder);
    view! {
        <div class="ladder-page">
            <header class="page-head">
                <h1 tabindex="-1">{ladder.title.clone()}</h1>
                {ladder.summary.clone().map(|summary| view! { <p class="lead">{summary}</p> })}
            </header>
            <SkillFilterBar ladder=ladder.clone() filter filtered />
            <LadderPicture ladder=ladder.clone() picture filtered />
            {summary_table(&ladder)}
        </div>
    }
}
