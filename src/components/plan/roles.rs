//! The roles of a plan: two fields to select them, and the list of goals to start with.

use super::context::plan_route;
use crate::browser::navigation::use_navigation;
use crate::components::hue;
use crate::components::role_select::{MAX_OPTIONS, RoleSelect, start_role};
use crate::messages::journey::STARTING_OUT;
use crate::router::{RolePair, Route};
use crate::stores::{AnswerStore, SharedLadder, use_journey};
use crate::ui::{Icon, IconShape};
use ladder::{Id, RoleIx};
use leptos::prelude::*;
use plan::{AnswerValue, CurrentRole};

/// The two fields, and a link to compare the roles.
#[component]
pub fn PlanRoles(
    /// The open ladder.
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
    /// Keeps the selected roles.
    answers: AnswerStore,
) -> impl IntoView {
    let navigation = use_navigation();
    let go = move |pair: RolePair| {
        if let Some(to) = &pair.to {
            answers.set_answer(to, AnswerValue::Goal(pair.from.clone()));
        }
        navigation.push(Route::Plan(pair));
    };
    let on_select_from = Callback::new(move |from: Option<Id>| {
        let role = from.clone().map_or(CurrentRole::StartingOut, CurrentRole::Role);
        answers.set_current_role(Some(role));
        go(RolePair { from, ..pair.get_untracked() });
    });
    let from = start_role(&ladder, pair);
    let on_select_to = Callback::new(move |to: Option<Id>| {
        go(RolePair { from: from.get_untracked(), to, ..pair.get_untracked() })
    });
    let to = Memo::new(move |_| pair.with(|pair| pair.to.clone()));
    view! {
        <div class="plan-ends">
            <RoleSelect
                ladder=ladder.clone()
                label="Your role now"
                id="plan-from"
                empty_label=STARTING_OUT
                selected=from
                on_select=on_select_from
            />
            <RoleSelect
                ladder=ladder.clone()
                label="Your goal"
                id="plan-to"
                empty_label="Choose a role"
                selected=to
                on_select=on_select_to
            />
            {compare_link(ladder, pair)}
        </div>
    }
}

/// A link to the comparison, hidden until two different roles are selected.
fn compare_link(ladder: SharedLadder, pair: Memo<RolePair>) -> impl IntoView {
    let href = Memo::new(move |_| {
        let pair = pair.get();
        let (from, to) = pair.roles(&ladder)?;
        (from != to).then(|| ladder.href(&Route::Compare(pair)))
    });
    view! {
        <a lang="en" class="quiet to-compare" href=move || href.get() hidden=move || href.get().is_none()>
            "Compare these roles" <Icon shape=IconShape::Forward />
        </a>
    }
}

/// What is shown until a goal is selected: the roles to choose from.
#[component]
pub fn GoalList(
    /// The open ladder.
    ladder: SharedLadder,
    /// The roles in the address.
    pair: RolePair,
) -> impl IntoView {
    let journey = use_journey();
    let links = move || {
        let from = pair.from.as_ref().and_then(|id| ladder.role_by_id(id));
        let from = from.or_else(|| journey.with(|journey| journey.role));
        let roles = ladder.role_indices().filter(|role| Some(*role) != from).take(MAX_OPTIONS);
        roles.map(|role| goal_link(&ladder, from, role)).collect_view()
    };
    view! {
        <section class="plan-targets" aria-labelledby="plan-targets">
            <h2 lang="en" id="plan-targets">"Pick your goal"</h2>
            <ul>{links}</ul>
        </section>
    }
}

fn goal_link(ladder: &SharedLadder, from: Option<RoleIx>, to: RoleIx) -> impl IntoView + use<> {
    let href = ladder.href(&plan_route(ladder, from, to));
    let role = &ladder[to];
    view! {
        <li data-hue=hue::of_role(ladder, to)>
            <a href=href>{ladder.distinct_title(to)}</a>
            {role.stage.clone().map(|stage| view! { <span class="count">{stage}</span> })}
        </li>
    }
}
