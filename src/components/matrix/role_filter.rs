//! The filter by role: a list of checkboxes for a small ladder, or a combobox for a large one.

use crate::browser::disclosure;
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox, Icon, Shape};
use ladder::{Id, MatrixQuery, RoleIx, SearchQuery, normalize, ranked};
use leptos::prelude::*;

/// The maximum number of roles in a list of checkboxes.
const MAX_CHECKBOXES: usize = 24;

/// The maximum number of suggestions.
const MAX_SUGGESTIONS: usize = 50;

/// The filter by role.
#[component]
pub fn RoleFilter(
    /// The open ladder.
    ladder: SharedLadder,
    /// The filters in the URL.
    query: Memo<MatrixQuery>,
) -> impl IntoView {
    match ladder.roles.len() {
        0 | 1 => ().into_any(),
        2..=MAX_CHECKBOXES => view! { <RoleChecklist ladder query /> }.into_any(),
        _ => view! { <RoleSearch ladder query /> }.into_any(),
    }
}

/// All roles, each with a checkbox.
#[component]
fn RoleChecklist(ladder: SharedLadder, query: Memo<MatrixQuery>) -> impl IntoView {
    let navigation = use_navigation();
    let total = ladder.roles.len();
    let label = move || match query.with(|query| query.roles.len()) {
        0 => "All roles".to_owned(),
        n => format!("{n} of {total} roles"),
    };
    let item = |role: RoleIx| {
        let id = ladder[role].id.clone();
        let id_to_check = id.clone();
        let toggle = move |_| {
            navigation.push(Route::Matrix(query.get_untracked().toggling_role(&id)));
        };
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || query.with(|query| query.roles.contains(&id_to_check))
                        on:change=toggle
                    />
                    <span>{ladder[role].title.clone()}</span>
                </label>
            </li>
        }
    };
    let items: Vec<_> = ladder.role_places().map(item).collect();
    let details = NodeRef::<leptos::html::Details>::new();
    disclosure::close_from_outside(details);
    view! {
        <div class="role-choice">
            <span lang="en" id="role-choice">"Roles"</span>
            <details node_ref=details>
                <summary aria-describedby="role-choice">{label}</summary>
                <ul aria-label="Roles to show">{items}</ul>
            </details>
        </div>
    }
}

/// A combobox to add roles, and the chosen roles.
#[component]
fn RoleSearch(ladder: SharedLadder, query: Memo<MatrixQuery>) -> impl IntoView {
    let navigation = use_navigation();
    let toggle = move |id: Id| {
        navigation.push(Route::Matrix(query.get_untracked().toggling_role(&id)));
    };
    // The pressed chip disappears, so the focus moves to the filter.
    let region = NodeRef::<leptos::html::Div>::new();
    let chip = move |ladder: &SharedLadder, role: RoleIx| {
        let (id, title) = (ladder[role].id.clone(), ladder[role].title.clone());
        let remove = move |_| {
            if let Some(region) = region.get_untracked() {
                focus::without_scrolling(&region);
            }
            toggle(id.clone());
        };
        view! {
            <li class="chip">
                <button aria-label=format!("Remove {title}") on:click=remove>
                    {ladder[role].short().to_owned()}
                    <Icon shape=Shape::Close />
                </button>
            </li>
        }
    };
    let chips = {
        let ladder = ladder.clone();
        move || {
            let ids = query.with(|query| query.roles.clone()).into_iter();
            let known = ids.filter_map(|id| ladder.role_by_id(&id));
            known.map(|role| chip(&ladder, role)).collect::<Vec<_>>()
        }
    };
    let has_any = move || query.with(|query| !query.roles.is_empty());
    let suggestions = suggestions(ladder, query);
    view! {
        <div class="role-search" tabindex="-1" node_ref=region>
            <Combobox
                label="Roles"
                id="filter-by-role"
                placeholder="All roles (type to pick some)"
                no_matches="No matching roles."
                choices=suggestions
                on_choose=toggle
            />
            <Show when=has_any>
                <ul class="chosen" aria-label="Chosen roles">{chips.clone()}</ul>
            </Show>
        </div>
    }
}

/// Returns the roles that match a typed text and are not chosen yet, best first.
fn suggestions(
    ladder: SharedLadder,
    query: Memo<MatrixQuery>,
) -> impl Fn(String) -> Vec<Choice<Id>> + Send + Sync + 'static {
    let titles: Vec<String> = ladder.roles.iter().map(|role| normalize(&role.title)).collect();
    move |typed: String| {
        let search = SearchQuery::new(&typed);
        let chosen = query.with(|query| query.roles.clone());
        let found = ranked(titles.len(), |ix| {
            let is_chosen = chosen.contains(&ladder.roles[ix].id);
            if is_chosen { None } else { search.score(&titles[ix]) }
        });
        let choice = |ix: usize| {
            let role = &ladder.roles[ix];
            let track = role.track.map(|track| ladder[track].name.clone());
            Choice {
                value: role.id.clone(),
                name: role.title.clone(),
                highlights: search.highlights(&role.title),
                detail: track.or_else(|| role.family.clone()).unwrap_or_default(),
            }
        };
        found.into_iter().take(MAX_SUGGESTIONS).map(choice).collect()
    }
}
