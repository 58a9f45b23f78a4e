//! Which roles the matrix shows: a list to tick where there are few, else a field that finds them.

use crate::browser::disclosure;
use crate::browser::focus;
use crate::browser::navigation::use_navigation;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Choice, Combobox, Icon, Shape};
use ladder::{Id, MatrixQuery, RoleIx, SearchQuery, normalize, ranked};
use leptos::prelude::*;

/// The most roles that are listed to tick.
const TICKED: usize = 24;

/// As many answers are listed; typing on narrows them.
const LISTED: usize = 50;

/// Which roles are shown.
#[component]
pub fn RoleChoice(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    query: Memo<MatrixQuery>,
) -> impl IntoView {
    match ladder.roles.len() {
        0 | 1 => ().into_any(),
        2..=TICKED => view! { <RoleList ladder query /> }.into_any(),
        _ => view! { <RoleSearch ladder query /> }.into_any(),
    }
}

/// All roles, each with a box to tick.
#[component]
fn RoleList(ladder: SharedLadder, query: Memo<MatrixQuery>) -> impl IntoView {
    let navigation = use_navigation();
    let total = ladder.roles.len();
    let label = move || match query.with(|query| query.roles.len()) {
        0 => "All roles".to_owned(),
        n => format!("{n} of {total} roles"),
    };
    let item = |role: RoleIx| {
        let id = ladder[role].id.clone();
        let shown = id.clone();
        let toggle = move |_| {
            navigation.push(Route::Matrix(query.get_untracked().toggling_role(&id)));
        };
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || query.with(|query| query.roles.contains(&shown))
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

/// A field that finds roles, and the chosen ones.
#[component]
fn RoleSearch(ladder: SharedLadder, query: Memo<MatrixQuery>) -> impl IntoView {
    let navigation = use_navigation();
    let toggle = move |id: Id| {
        navigation.push(Route::Matrix(query.get_untracked().toggling_role(&id)));
    };
    // A chip goes away with the press: the focus stays in the filter.
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
    let any = move || query.with(|query| !query.roles.is_empty());
    let choices = choices(ladder, query);
    view! {
        <div class="role-search" tabindex="-1" node_ref=region>
            <Combobox
                label="Roles"
                id="filter-by-role"
                placeholder="All roles (type to pick some)"
                no_matches="No matching roles."
                choices
                on_choose=toggle
            />
            <Show when=any>
                <ul class="chosen" aria-label="Chosen roles">{chips.clone()}</ul>
            </Show>
        </div>
    }
}

/// Answers what is typed with the roles that are not chosen yet, best first.
fn choices(
    ladder: SharedLadder,
    query: Memo<MatrixQuery>,
) -> impl Fn(String) -> Vec<Choice<Id>> + Send + Sync + 'static {
    let titles: Vec<String> = ladder.roles.iter().map(|role| normalize(&role.title)).collect();
    move |typed: String| {
        let needle = SearchQuery::new(&typed);
        let chosen = query.with(|query| query.roles.clone());
        let found = ranked(titles.len(), |at| {
            let is_chosen = chosen.contains(&ladder.roles[at].id);
            if is_chosen { None } else { needle.score(&titles[at]) }
        });
        let choice = |at: usize| {
            let role = &ladder.roles[at];
            let track = role.track.map(|track| ladder[track].name.clone());
            Choice {
                value: role.id.clone(),
                name: role.title.clone(),
                highlights: needle.highlights(&role.title),
                detail: track.or_else(|| role.family.clone()).unwrap_or_default(),
            }
        };
        found.into_iter().take(LISTED).map(choice).collect()
    }
}
