//! The field and the answers of the search: typed words, answers by kind, arrow keys.

use super::results::{SearchAnswers, option_id};
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::combobox::ListStep;
use crate::ui::{Icon, Shape};
use ladder::{SearchHit, SearchIndex, SearchQuery, SearchResults};
use leptos::prelude::*;

/// The field with what was typed so far, and the answers.
#[component]
pub fn SearchPanel(
    /// The open ladder.
    ladder: SharedLadder,
    /// Whether the search is shown.
    open: RwSignal<bool>,
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    let navigation = use_navigation();
    let index = SearchIndex::new(&ladder);
    let active = RwSignal::new(0_usize);
    let answers = Memo::new(move |_| index.search(&typed.get()));
    let hits = move || answers.with(|kinds| flat(kinds));
    let input = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus::without_scrolling(&input);
        }
    });
    let choose = {
        let ladder = ladder.clone();
        Callback::new(move |hit: SearchHit| {
            open.set(false);
            navigation.open(route_to(&ladder, hit));
        })
    };
    let step = move |step: ListStep| {
        if let Some(next) = step.from(Some(active.get_untracked()), untrack(hits).len()) {
            active.set(next);
            focus::reveal(&option_id(next));
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(ListStep::Next),
            "ArrowUp" => step(ListStep::Previous),
            // A search field would only empty itself.
            "Escape" => open.set(false),
            "Enter" => {
                let chosen = untrack(hits).get(active.get_untracked()).copied();
                chosen.into_iter().for_each(|hit| choose.run(hit));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |text: String| {
        typed.set(text);
        active.set(0);
    };
    let groups = move || {
        let needle = typed.with(|typed| SearchQuery::new(typed));
        view! { <SearchAnswers ladder=ladder.clone() kinds=answers.get() needle active choose /> }
    };
    let said = move || match (typed.with(|typed| typed.trim().is_empty()), hits().len()) {
        (true, _) => "Search roles, skills, responsibilities and videos.".to_owned(),
        (false, 0) => "No results. Try a different or shorter search.".to_owned(),
        (false, _) => {
            let total: usize = answers.with(|kinds| kinds.iter().map(|kind| kind.total).sum());
            crate::ui::count(total, "result", "results")
        }
    };
    view! {
        <div class="panel">
            <div class="field">
                <Icon shape=Shape::Search />
                <input
                    node_ref=input
                    type="search"
                    role="combobox"
                    aria-label="Search"
                    aria-autocomplete="list"
                    aria-controls="search-answers"
                    aria-expanded=move || (!hits().is_empty()).to_string()
                    aria-activedescendant=move || (!hits().is_empty()).then(|| option_id(active.get()))
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="200"
                    placeholder="Search"
                    prop:value=move || typed.get()
                    on:input=move |event| on_input(event_target_value(&event))
                    on:keydown=on_key
                />
                <button class="round" aria-label="Close search" on:click=move |_| open.set(false)>
                    <Icon shape=Shape::Close />
                </button>
            </div>
            <p class="outcome" role="status">{said}</p>
            <div role="listbox" id="search-answers" aria-label="Results" hidden=move || hits().is_empty()>
                {groups}
            </div>
        </div>
    }
}

fn flat(kinds: &[SearchResults]) -> Vec<SearchHit> {
    kinds.iter().flat_map(|kind| kind.hits.iter().copied()).collect()
}

fn route_to(ladder: &SharedLadder, hit: SearchHit) -> Route {
    match hit {
        SearchHit::Role(role)
        | SearchHit::Responsibility(role, _)
        | SearchHit::Resource(_, role) => Route::Role(ladder[role].id.clone()),
        SearchHit::Skill(skill) => Route::Skill(ladder[skill].id.clone()),
    }
}
