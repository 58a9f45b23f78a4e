//! The search field and its results.

use super::index::IndexSlot;
use super::results::{ResultList, option_id};
use crate::browser::navigation::use_navigation;
use crate::browser::text::NORMALIZER;
use crate::browser::{focus, keys, search_key};
use crate::messages::search::search_status;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::combobox::ListStep;
use crate::ui::{Icon, IconShape};
use ladder::{MatrixQuery, ResourcePlace, SearchHit, SearchQuery};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

/// The field and the results.
#[component]
pub fn SearchPanel(
    ladder: SharedLadder,
    /// The index of the ladder, perhaps not complete yet.
    index: IndexSlot,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// Whether `/` opens it.
    has_key: RwSignal<bool>,
    /// The text of the field.
    text: RwSignal<String>,
) -> impl IntoView {
    let navigation = use_navigation();
    index.complete(&ladder);
    let active = RwSignal::new(0_usize);
    let results = Memo::new(move |_| text.with(|text| index.search(text)));
    let hits = move || -> Vec<SearchHit> {
        results.with(|kinds| kinds.iter().flat_map(|kind| kind.hits.iter().copied()).collect())
    };
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
    let move_to = move |step: ListStep| {
        if let Some(next) = step.from(Some(active.get_untracked()), untrack(hits).len()) {
            active.set(next);
            focus::reveal(&option_id(next));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if keys::is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => move_to(ListStep::Next),
            "ArrowUp" => move_to(ListStep::Previous),
            // By default, Escape only clears a search field.
            "Escape" => open.set(false),
            "Enter" => {
                if let Some(&hit) = untrack(hits).get(active.get_untracked()) {
                    choose.run(hit);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |event: Event| {
        text.set(event_target_value(&event));
        active.set(0);
    };
    let list = move || {
        let query = text.with(|text| SearchQuery::new(text, NORMALIZER));
        view! { <ResultList ladder=ladder.clone() results=results.get() query active choose /> }
    };
    let status = move || {
        let total = results.with(|kinds| kinds.iter().map(|kind| kind.total).sum());
        text.with(|text| search_status(text, total))
    };
    view! {
        <div class="panel">
            <div class="field">
                <Icon shape=IconShape::Search />
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
                    prop:value=move || text.get()
                    on:input=on_input
                    on:keydown=on_key
                />
                <button type="button" class="round" aria-label="Close search" on:click=move |_| open.set(false)>
                    <Icon shape=IconShape::Close />
                </button>
            </div>
            <p class="outcome" role="status">{status}</p>
            <div role="listbox" tabindex="-1" id="search-answers" aria-label="Results" hidden=move || hits().is_empty()>
                {list}
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || has_key.get()
                    on:change=move |event| {
                        has_key.set(event_target_checked(&event));
                        search_key::store(has_key.get_untracked());
                    }
                />
                <span>"Press / to search"</span>
            </label>
        </div>
    }
}

fn route_to(ladder: &SharedLadder, hit: SearchHit) -> Route {
    match hit {
        SearchHit::Role(role)
        | SearchHit::Responsibility(role, _)
        | SearchHit::Requirement(role, _)
        | SearchHit::Resource(_, ResourcePlace::Role(role)) => Route::Role(ladder[role].id.clone()),
        SearchHit::Skill(skill) | SearchHit::Resource(_, ResourcePlace::Skill(skill)) => {
            Route::Skill(ladder[skill].id.clone())
        }
        SearchHit::Category(category) => {
            let category = Some(ladder[category].id.clone());
            Route::Matrix(MatrixQuery { category, ..Default::default() })
        }
        SearchHit::Track(_)
        | SearchHit::Level(_)
        | SearchHit::Note(_)
        | SearchHit::Resource(_, ResourcePlace::Reading) => Route::default(),
    }
}
