//! "Where are you now?" and "Where next?", with what the next step takes.

use super::WHERE_NOW_ID;
use crate::components::role_select::MAX_OPTIONS;
use crate::components::role_select::options::role_options;
use crate::components::skill_links::skill_links;
use crate::messages::journey as messages;
use crate::router::{RolePair, Route};
use crate::stores::{JourneyStore, SharedLadder, use_journey};
use crate::ui::{Icon, IconShape, english};
use ladder::{Id, RoleIx};
use leptos::prelude::*;
use plan::{CurrentRole, Journey};

/// The most skills of the next step that are named.
const MAX_NAMED: usize = 3;

/// The value of the option "Just starting out". No id is a hyphen.
const STARTING_OUT: &str = "-";

/// The two fields and the next step. They keep their room on the page before anything is chosen.
#[component]
pub fn JourneyFields(
    ladder: SharedLadder,
    /// The fields for a ladder with many roles, which are in a chunk: see
    /// [`JourneySearchFields`](super::search_fields::JourneySearchFields).
    #[prop(into)]
    search_fields: ViewFn,
) -> impl IntoView {
    let journey = use_journey();
    let is_unknown = move || journey.with(|journey| !journey.is_known);
    let fields = if ladder.roles.len() > MAX_OPTIONS {
        search_fields.run()
    } else {
        view! {
            <CurrentRoleSelect ladder=ladder.clone() journey />
            <label lang="en" class="select" hidden=is_unknown>
                {messages::WHERE_NEXT} <GoalSelect ladder=ladder.clone() journey />
            </label>
        }
        .into_any()
    };
    let next = move || next_step(&ladder, &journey.get());
    let not_saved = move || {
        let notice = view! { <p lang="en" class="notice" role="alert">{messages::NOT_SAVED}</p> };
        journey.is_unsaved().then_some(notice)
    };
    view! {
        <section class="journey" aria-label="Your place" data-live>
            <div class="fields">{fields}</div>
            <div class="next" aria-live="polite">{next}</div>
            {not_saved}
        </section>
    }
}

#[component]
fn CurrentRoleSelect(ladder: SharedLadder, journey: JourneyStore) -> impl IntoView {
    let options = role_options(&ladder, |_| false);
    let value = move || {
        journey.with(|journey| match (journey.is_known, journey.role) {
            (false, _) => String::new(),
            (true, None) => STARTING_OUT.to_owned(),
            (true, Some(role)) => ladder[role].id.to_string(),
        })
    };
    let choose = move |value: String| {
        journey.set_current_role(match value.as_str() {
            STARTING_OUT => Some(CurrentRole::StartingOut),
            id => Id::new(id).map(CurrentRole::Role),
        });
    };
    view! {
        <label lang="en" class="select">
            {messages::WHERE_NOW}
            <select id=WHERE_NOW_ID prop:value=value on:change=move |event| choose(event_target_value(&event))>
                <option value="">"Choose your role"</option>
                <option value=STARTING_OUT>{messages::STARTING_OUT}</option>
                {options}
            </select>
        </label>
    }
}

#[component]
fn GoalSelect(ladder: SharedLadder, journey: JourneyStore) -> impl IntoView {
    let options = role_options(&ladder, |_| false);
    let value = move || {
        let goal = journey.with(|journey| journey.goal);
        goal.map(|goal| ladder[goal].id.to_string()).unwrap_or_default()
    };
    let choose = move |value: String| {
        if let Some(id) = Id::new(&value) {
            journey.set_goal(id);
        }
    };
    view! {
        <select id="where-next" prop:value=value on:change=move |event| choose(event_target_value(&event))>
            <option value="">"Choose a role"</option>
            {options}
        </select>
    }
}

/// What the next step takes, with links to the plan and the comparison.
fn next_step(ladder: &SharedLadder, journey: &Journey) -> AnyView {
    let sentence = english(if journey.is_known {
        messages::next_step(ladder, journey)
    } else {
        messages::CHOOSE_ROLE.to_owned()
    });
    let skills = &journey.next_skills;
    let learn = (!skills.is_empty()).then(|| {
        // There is room for two lines: with a goal further up, the sentence takes both.
        let max = if journey.next == journey.goal { MAX_NAMED } else { 1 };
        let names = skill_links(ladder, skills, max);
        view! { <p class="names">{english(messages::LEARN)} " " {names}</p> }
    });
    let links = journey.goal.map(|goal| links(ladder, journey.role, goal));
    view! { <p>{sentence}</p> {learn} {links} }.into_any()
}

fn links(ladder: &SharedLadder, from: Option<RoleIx>, to: RoleIx) -> impl IntoView + use<> {
    let id = |role: RoleIx| ladder[role].id.clone();
    let pair = RolePair { from: from.map(id), to: Some(id(to)), only: None };
    let compare = from.map(|_| {
        let href = ladder.href(&Route::Compare(pair.clone()));
        view! { <a lang="en" href=href>"Compare"</a> }
    });
    let plan = ladder.href(&Route::Plan(pair));
    view! {
        <p class="links">
            <a lang="en" class="onward" href=plan>"Plan this move" <Icon shape=IconShape::Forward /></a>
            {compare}
        </p>
    }
}
