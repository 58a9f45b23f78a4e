//! The answers of a search: by kind, the typed words marked.

use crate::stores::SharedLadder;
use crate::ui::Highlighted;
use ladder::{SearchHit, SearchQuery, SearchResults};
use leptos::prelude::*;

/// The id of an answer's element, by its place among all that are shown.
#[must_use]
pub fn option_id(at: usize) -> String {
    format!("search-answer-{at}")
}

/// The answers of each kind under its heading; `choose` is called with one that is pressed.
#[component]
pub fn SearchAnswers(
    /// The open ladder.
    ladder: SharedLadder,
    /// The answers by kind.
    kinds: Vec<SearchResults>,
    /// What was typed.
    needle: SearchQuery,
    /// The place of the answer that the arrow keys are on.
    active: RwSignal<usize>,
    /// Called with what was chosen.
    choose: Callback<SearchHit>,
) -> impl IntoView {
    let mut at = 0;
    let mut groups = Vec::new();
    for kind in &kinds {
        let heading = kind.hits.first().map_or("", heading);
        let options: Vec<_> = kind
            .hits
            .iter()
            .map(|&hit| {
                at += 1;
                option(&ladder, hit, &needle, at - 1, active, choose)
            })
            .collect();
        let more = kind.total - kind.hits.len();
        groups.push(view! {
            <div role="group" aria-label=heading>
                <p class="heading" aria-hidden="true">
                    {heading}
                    {(more > 0).then(|| format!(" · {more} more"))}
                </p>
                {options}
            </div>
        });
    }
    Vec::into_any(groups)
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
    needle: &SearchQuery,
    at: usize,
    active: RwSignal<usize>,
    choose: Callback<SearchHit>,
) -> AnyView {
    let (name, detail) = texts(ladder, hit);
    let marks = needle.highlights(&name);
    let detail_marks = needle.highlights(&detail);
    view! {
        <div
            role="option"
            id=option_id(at)
            aria-selected=move || (active.get() == at).to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| choose.run(hit)
        >
            <span><Highlighted text=name highlights=marks /></span>
            " "
            <span class="detail"><Highlighted text=detail highlights=detail_marks /></span>
        </div>
    }
    .into_any()
}

/// A hit's name and where it stands or what else it is called.
fn texts(ladder: &SharedLadder, hit: SearchHit) -> (String, String) {
    match hit {
        SearchHit::Role(role) => {
            (ladder[role].title.clone(), ladder[role].stage.clone().unwrap_or_default())
        }
        SearchHit::Skill(skill) => {
            let texts = &ladder[skill];
            let others = texts.short_name.iter().chain(&texts.also_known_as).chain(&texts.includes);
            (texts.name.clone(), others.map(String::as_str).collect::<Vec<_>>().join(", "))
        }
        SearchHit::Responsibility(role, at) => {
            (ladder[role].responsibilities[at].text.clone(), ladder[role].short().to_owned())
        }
        SearchHit::Resource(resource, role) => {
            (ladder[resource].title.clone(), ladder[role].short().to_owned())
        }
    }
}
