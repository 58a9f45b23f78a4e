//! The filter by role: a list of checkboxes for a small ladder, or a combobox for a large one.

use crate::browser::disclosure;
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::browser::text::NORMALIZER;
use crate::messages::ALREADY_CHOSEN;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox, Icon, IconShape};
use ladder::{Id, MatrixQuery, RoleIx, RoleNameIndex, ranked};
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
    let ladder_to_count = ladder.clone();
    let is_known = move |id: &&Id| ladder_to_count.role_by_id(id).is_some();
    let label = move || match query.with(|query| query.roles.iter().filter(&is_known).count()) {
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
                    <span>{ladder.distinct_title(role)}</span>
                </label>
            </li>
        }
    };
    let items: Vec<_> = ladder.role_indices().map(item).collect();
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
        let (id, title) = (ladder[role].id.clone(), ladder.distinct_title(role));
        let remove = move |_| {
            if let Some(region) = region.get_untracked() {
                focus::without_scrolling(&region);
            }
            toggle(id.clone());
        };
        view! {
            <li class="chip">
                <button type="button" aria-label=format!("Remove {title}") on:click=remove>
                    {ladder.distinct_short_title(role)}
                    <Icon shape=IconShape::Close />
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
    let add = move |id: Id| {
        if query.with_untracked(|query| !query.roles.contains(&id)) {
            toggle(id);
        }
    };
    let suggestions = suggestions(ladder, query);
    view! {
        <div class="role-search" tabindex="-1" node_ref=region>
            <Combobox
                label="Roles"
                id="filter-by-role"
                placeholder="All roles (type to pick some)"
                no_matches="No matching roles."
                choices=suggestions
                on_choose=add
            />
            <Show when=has_any>
                <ul class="chosen" aria-label="Chosen roles">{chips.clone()}</ul>
            </Show>
        </div>
    }
}

/// Returns the roles that match a typed text, best first. Those already chosen are only listed if their
/// names are typed again.
fn suggestions(
    ladder: SharedLadder,
    query: Memo<MatrixQuery>,
) -> impl Fn(String) -> Vec<Choice<Id>> + Send + Sync + 'static {
    let index = RoleNameIndex::new(&ladder, NORMALIZER);
    move |typed: String| {
        let search = index.query(&typed);
        let chosen = query.with(|query| query.roles.clone());
        let is_chosen = |ix: usize| chosen.contains(&ladder.roles[ix].id);
        let found = ranked(index.len(), |ix| {
            if search.is_empty() && is_chosen(ix) { None } else { index.score(ix, &search) }
        });
        let choice = |ix: usize| {
            let role = &ladder.roles[ix];
            let name = ladder.distinct_title(RoleIx::from(ix));
            let track = role.track.map(|track| ladder[track].name.clone());
            let detail = if is_chosen(ix) {
                Some(ALREADY_CHOSEN.to_owned())
            } else {
                track.or_else(|| role.family.clone())
            };
            Choice {
                value: role.id.clone(),
                highlights: search.highlights(&name),
                name,
                detail: detail.unwrap_or_default(),
            }
        };
        found.into_iter().take(MAX_SUGGESTIONS).map(choice).collect()
    }
}
