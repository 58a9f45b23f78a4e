//! The results of a search by kind, with the query highlighted.

use crate::messages::journey::found_role;
use crate::stores::{SharedLadder, use_journey};
use crate::ui::Highlighted;
use ladder::{Excerpt, ResourcePlace, SearchHit, SearchQuery, SearchResults};
use leptos::prelude::*;

/// The id of the element of a result, by its index among all that are shown.
#[must_use]
pub fn option_id(index: usize) -> String {
    format!("search-answer-{index}")
}

/// The results of each kind under a heading.
#[component]
pub fn ResultList(
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
    results.iter().map(group).collect_view()
}

fn heading(hit: &SearchHit) -> &'static str {
    match hit {
        SearchHit::Role(_) => "Roles",
        SearchHit::Skill(_) => "Skills",
        SearchHit::Responsibility(..) => "Responsibilities",
        SearchHit::Requirement(..) => "Expectations",
        SearchHit::Resource(..) => "Learn",
        SearchHit::Category(_) | SearchHit::Track(_) | SearchHit::Level(_) | SearchHit::Note(_) => {
            "About this ladder"
        }
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
    let (name, detail) = name_and_detail(ladder, hit, query);
    let name = Excerpt::new(&name, query);
    let detail = Excerpt::new(&detail, query);
    let journey = use_journey();
    // How a role stands to the visitor.
    let place = match hit {
        SearchHit::Role(role) => {
            journey.with_untracked(|journey| found_role(ladder, journey, role))
        }
        _ => None,
    };
    let place = place.map(|place| view! { " " <span lang="en" class="detail">{place}</span> });
    view! {
        <div
            role="option"
            id=option_id(index)
            aria-selected=move || (active.get() == index).to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| choose.run(hit)
        >
            <span><Highlighted text=name.text highlights=name.highlights /></span>
            " "
            <span class="detail"><Highlighted text=detail.text highlights=detail.highlights /></span>
            {place}
        </div>
    }
}

/// The name of a result, and what else it is called or where it stands. If the name does not show why it
/// was found, the text that does.
fn name_and_detail(ladder: &SharedLadder, hit: SearchHit, query: &SearchQuery) -> (String, String) {
    let texts = hit.texts(ladder);
    let all = || texts.names.iter().chain(&texts.body).copied();
    let shows = |text: &str| query.is_found_in(text);
    let found = || all().find(|text| shows(text)).unwrap_or_default();
    let detail = |name: &str, usual: String| {
        if shows(name) || shows(&usual) { usual } else { found().to_owned() }
    };
    match hit {
        SearchHit::Role(role) => {
            let (name, stage) = (ladder.distinct_title(role), ladder[role].stage.clone());
            let detail = detail(&name, stage.unwrap_or_default());
            (name, detail)
        }
        SearchHit::Skill(skill) => {
            let (name, others) = (ladder.distinct_skill_name(skill), texts.names[1..].join(", "));
            let detail = detail(&name, others);
            (name, detail)
        }
        SearchHit::Responsibility(role, _) => {
            (found().to_owned(), ladder.distinct_short_title(role))
        }
        SearchHit::Requirement(role, at) => {
            let skill = ladder.distinct_skill_name(ladder[role].skills[at].skill);
            (found().to_owned(), format!("{skill} · {}", ladder.distinct_short_title(role)))
        }
        SearchHit::Resource(resource, place) => {
            let place = match place {
                ResourcePlace::Role(role) => ladder.distinct_short_title(role),
                ResourcePlace::Skill(skill) => ladder.distinct_skill_name(skill),
                ResourcePlace::Reading => ladder.title.clone(),
            };
            let name = ladder.distinct_resource_title(resource);
            let detail = if shows(&name) || !shows(found()) {
                place
            } else {
                format!("{place} · {}", found())
            };
            (name, detail)
        }
        SearchHit::Category(category) => {
            let name = ladder.distinct_category_name(category);
            let detail = detail(&name, String::new());
            (name, detail)
        }
        SearchHit::Level(level) => {
            let name = ladder.distinct_level_name(level);
            let detail = detail(&name, String::new());
            (name, detail)
        }
        SearchHit::Track(_) | SearchHit::Note(_) => {
            let name = texts.names.first().copied().unwrap_or_default().to_owned();
            let detail = detail(&name, String::new());
            (name, detail)
        }
    }
}
