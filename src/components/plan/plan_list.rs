//! The plans that the visitor has begun.

use super::context::plan_route;
use crate::browser::navigation::use_navigation;
use crate::components::hue;
use crate::messages::plan as messages;
use crate::router::RolePair;
use crate::stores::{AnswerStore, SharedLadder, use_journey};
use ladder::RoleIx;
use leptos::prelude::*;

/// The most plans that are listed.
const MAX_LISTED: usize = 12;

/// Links to the plans, the latest first. Renders nothing if there is no other plan than the one shown.
#[component]
pub fn PlanList(
    /// The open ladder.
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
    /// The visitor's answers.
    answers: AnswerStore,
) -> impl IntoView {
    move || {
        let shown = pair.with(|pair| roles_of(&ladder, pair));
        let plans = answers.with(|state| {
            let plans = state.answers.goals().into_iter().filter_map(|(from, to)| {
                let from = from.and_then(|from| ladder.role_by_id(from));
                Some((from, ladder.role_by_id(to)?))
            });
            plans.take(MAX_LISTED).collect::<Vec<_>>()
        });
        let has_others = plans.iter().any(|plan| Some(*plan) != shown);
        // Also before its first rating, so that nothing moves when that is given.
        let new = shown.filter(|shown| !plans.contains(shown));
        let plans: Vec<_> = new.into_iter().chain(plans).collect();
        let link = |&(from, to): &(Option<RoleIx>, RoleIx)| {
            let is_shown = shown == Some((from, to));
            view! {
                <li data-hue=hue::of_role(&ladder, to)>
                    <a href=ladder.href(&plan_route(&ladder, from, to)) aria-current=is_shown.then_some("true")>
                        {messages::roles(&ladder, from, to)}
                    </a>
                </li>
            }
        };
        has_others.then(|| {
            let links: Vec<_> = plans.iter().map(link).collect();
            view! { <nav class="plan-list" aria-labelledby="plan-list"><p lang="en" id="plan-list">"Your plans"</p><ul>{links}</ul></nav> }
        })
    }
}

fn roles_of(ladder: &SharedLadder, pair: &RolePair) -> Option<(Option<RoleIx>, RoleIx)> {
    let from = pair.from.as_ref().and_then(|id| ladder.role_by_id(id));
    Some((from, ladder.role_by_id(pair.to.as_ref()?)?))
}

/// Opens the last plan, or a plan for the visitor's next step, if the address names no roles. Only when the
/// page is opened: later, the visitor may be choosing another goal.
pub fn open_last_plan(ladder: &SharedLadder, pair: Memo<RolePair>, answers: AnswerStore) {
    let (navigation, journey) = (use_navigation(), use_journey());
    let ladder = ladder.clone();
    let is_opened = RwSignal::new(pair.with_untracked(|pair| *pair != RolePair::default()));
    Effect::new(move |_| {
        if is_opened.get() || !answers.with(|state| state.is_loaded) {
            return;
        }
        let last = answers.with(|state| {
            let (from, to) = state.answers.goal()?;
            let from = from.and_then(|from| ladder.role_by_id(from));
            Some((from, ladder.role_by_id(to)?))
        });
        // The role that the visitor has said last, also if the plan was begun from another.
        let next = journey.with(|journey| Some((journey.role, journey.goal?)));
        if let Some((from, to)) = next.or(last) {
            is_opened.set(true);
            navigation.replace(plan_route(&ladder, from, to));
        }
    });
    Effect::watch(
        move || pair.track(),
        // The visitor has chosen or cleared a role.
        move |(), _, _| is_opened.set(true),
        false,
    );
}
