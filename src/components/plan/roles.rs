//! Where one is and where one wants to be: two choosers, and the start for who has chosen neither.

use super::context::plan_route;
use crate::browser::navigation::use_navigation;
use crate::components::compare::role_select::{Chooser, LONGEST_LIST, role_chooser};
use crate::components::hue;
use crate::messages::plan as messages;
use crate::router::{RolePair, Route};
use crate::stores::{AnswerStore, SharedLadder};
use crate::ui::{Icon, Shape};
use ladder::{Id, RoleIx};
use leptos::prelude::*;
use plan::AnswerValue;

const FROM: Chooser =
    Chooser { label: "Your role now", id: "plan-from", none: "Just starting out" };

const TO: Chooser = Chooser { label: "Your goal", id: "plan-to", none: "Choose a role" };

/// The two choosers.
#[must_use]
pub fn plan_ends(ladder: &SharedLadder, ends: Memo<RolePair>, answers: AnswerStore) -> AnyView {
    let navigation = use_navigation();
    let go = move |ends: RolePair| {
        if let Some(to) = &ends.to {
            answers.set_answer(to, AnswerValue::Goal(ends.from.clone()));
        }
        navigation.push(Route::Plan(ends));
    };
    let from =
        Callback::new(move |id: Option<Id>| go(RolePair { from: id, ..ends.get_untracked() }));
    let to = Callback::new(move |id: Option<Id>| go(RolePair { to: id, ..ends.get_untracked() }));
    let chosen_from = Memo::new(move |_| ends.with(|ends| ends.from.clone()));
    let chosen_to = Memo::new(move |_| ends.with(|ends| ends.to.clone()));
    view! {
        <div class="plan-ends">
            {role_chooser(ladder, FROM, chosen_from, from)}
            {role_chooser(ladder, TO, chosen_to, to)}
            {compare_link(ladder, ends)}
        </div>
    }
    .into_any()
}

/// The way to what separates the two roles, while there are two.
fn compare_link(ladder: &SharedLadder, ends: Memo<RolePair>) -> AnyView {
    let pair = {
        let ladder = ladder.clone();
        Memo::new(move |_| ends.get().roles(&ladder).filter(|(from, to)| from != to))
    };
    let href = {
        let ladder = ladder.clone();
        move || pair.get().map(|_| ladder.href(&Route::Compare(ends.get())))
    };
    let is_hidden = move || pair.get().is_none();
    view! {
        <a lang="en" class="quiet to-compare" href=href hidden=is_hidden>
            "Compare these roles" <Icon shape=Shape::Forward />
        </a>
    }
    .into_any()
}

/// What stands below the choosers before a target is chosen: the way chosen before, and every role.
#[must_use]
pub fn plan_start(ladder: &SharedLadder, ends: &RolePair, answers: AnswerStore) -> AnyView {
    let from = ends.from.as_ref().and_then(|id| ladder.role_by_id(id));
    let go_on = {
        let ladder = ladder.clone();
        move || go_on(&ladder, answers)
    };
    let link = |role: RoleIx| {
        let to = ladder.href(&plan_route(ladder, from, role));
        let texts = &ladder[role];
        view! {
            <li data-hue=hue::of_role(ladder, role)>
                <a href=to>{texts.title.clone()}</a>
                {texts.stage.clone().map(|stage| view! { <span class="count">{stage}</span> })}
            </li>
        }
        .into_any()
    };
    let roles = ladder.role_places().filter(|role| Some(*role) != from).take(LONGEST_LIST);
    let roles: Vec<_> = roles.map(link).collect();
    view! {
        {go_on}
        <section class="plan-targets" aria-labelledby="plan-targets">
            <h2 lang="en" id="plan-targets">"Pick your goal"</h2>
            <ul>{roles}</ul>
        </section>
    }
    .into_any()
}

/// The way that was chosen before, on this device.
fn go_on(ladder: &SharedLadder, answers: AnswerStore) -> Option<AnyView> {
    let goal = answers.with(|state| {
        let (from, to) = state.answers.goal()?;
        Some((from.cloned(), to.clone()))
    });
    let (from, to) = goal?;
    let from = from.and_then(|id| ladder.role_by_id(&id));
    let to = ladder.role_by_id(&to)?;
    let link = ladder.href(&plan_route(ladder, from, to));
    let words = messages::roles(ladder, from, to);
    Some(
        view! { <p class="go-on"><a class="onward" href=link>"Continue your plan: " {words}</a></p> }.into_any(),
    )
}
