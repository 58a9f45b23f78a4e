//! The results of a search by kind, with the query highlighted.

use crate::stores::SharedLadder;
use crate::ui::Highlighted;
use ladder::{SearchHit, SearchQuery, SearchResults};
use leptos::prelude::*;

/// The id of the element of a result, by its index among all that are shown.
#[must_use]
pub fn option_id(index: usize) -> String {
    format!("search-answer-{index}")
}

/// The results of each kind under a heading.
#[component]
pub fn ResultList(
    /// The open ladder.
    ladder: SharedLadder,
    /// The results, grouped by kind.
    results: Vec<SearchResults>,
    /// What the visitor typed.
    query: SearchQuery,
    /// The index of the result selected with the arrow keys.
    active: RwSignal<usize>,
    /// Called with the result that the visitor clicks.
    choose: Callback<SearchHit>,
) -> impl IntoView {
    let mut first = 0;
    let group = |kind: &SearchResults| {
        let heading = kind.hits.first().map_or("", heading);
        let options: Vec<_> = kind
            .hits
            .iter()
            .zip(first..)
            .map(|(&hit, index)| option(&ladder, hit, &query, index, active, choose))
            .collect();
        first += options.len();
        let more = kind.total - options.len();
        view! {
            <div role="group" aria-label=heading>
                <p class="heading" aria-hidden="true">
                    {heading}
                    {(more > 0).then(|| format!(" · {more} more"))}
                </p>
                {options}
            </div>
        }
    };
    results.iter().map(group).collect::<Vec<_>>()
}

fn heading(hit: &SearchHit) -> &'static str {
    match hit {
        SearchHit::Role(_) => "Roles",
        SearchHit::Skill(_) => "Skills",
        SearchHit::Responsibility(..) => "Responsibilities",
        SearchHit::Resource(..) => "Learn",
    }
}

fn option(
    ladder: &SharedLadder,
    hit: SearchHit,
    query: &SearchQuery,
    index: usize,
    active: RwSignal<usize>,
    choose: Callback<SearchHit>,
) -> impl IntoView + use<> {
    let (name, detail) = name_and_detail(ladder, hit);
    let name_highlights = query.highlights(&name);
    let detail_highlights = query.highlights(&detail);
    view! {
        <div
            role="option"
            id=option_id(index)
            aria-selected=move || (active.get() == index).to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| choose.run(hit)
        >
            <span><Highlighted text=name highlights=name_highlights /></span>
            " "
            <span class="detail"><Highlighted text=detail highlights=detail_highlights /></span>
        </div>
    }
}

/// The name of a result, and its role, stage or other names.
fn name_and_detail(ladder: &SharedLadder, hit: SearchHit) -> (String, String) {
    match hit {
        SearchHit::Role(role) => {
            (ladder[role].title.clone(), ladder[role].stage.clone().unwrap_or_default())
        }
        SearchHit::Skill(skill) => {
            let skill = &ladder[skill];
            let others = skill.short_name.iter().chain(&skill.also_known_as).chain(&skill.includes);
            (skill.name.clone(), others.map(String::as_str).collect::<Vec<_>>().join(", "))
        }
        SearchHit::Responsibility(role, index) => {
            (ladder[role].responsibilities[index].text.clone(), ladder[role].short().to_owned())
        }
        SearchHit::Resource(resource, role) => {
            (ladder[resource].title.clone(), ladder[role].short().to_owned())
        }
    }
}
