//! `/plan`: the visitor's plan.

use crate::components::plan::context::Planning;
use crate::components::plan::delete_data::plan_forget;
use crate::components::plan::export::{open_button, plan_out};
use crate::components::plan::import::{Arrived, plan_beside};
use crate::components::plan::orphaned_answers::plan_gone;
use crate::components::plan::progress::{plan_left, plan_progress};
use crate::components::plan::roles::{plan_ends, plan_start};
use crate::components::plan::save_status::{keeping_notices, keeping_status};
use crate::components::plan::skills::{Shown, plan_skills};
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_answers};
use ladder::Id;
use leptos::prelude::*;

/// The page, between the roles that the address has.
#[component]
pub fn PlanPage(
    /// The open ladder.
    ladder: SharedLadder,
    /// What the address holds.
    ends: Memo<RolePair>,
) -> impl IntoView {
    let answers = use_answers();
    let arrived = Arrived::by_address(&ladder.id);
    let plan = {
        let ladder = ladder.clone();
        move || {
            let ends = ends.get();
            // Drawn anew for other roles, and never for an answer: the focus stays where it is.
            untrack(|| match Planning::of(&ladder, &ends, answers) {
                Some(plan) => planned(&plan, arrived),
                None => view! {
                    {plan_start(&ladder, &ends, answers)}
                    <p>{open_button(answers, &ladder.id, arrived)}</p>
                }
                .into_any(),
            })
        }
    };
    let unknown = {
        let ladder = ladder.clone();
        move || unknown(&ladder, &ends.get())
    };
    view! {
        <div class="plan-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"My plan"</h1>
                <p class="lead">
                    "Tell us where you are and where you want to go, rate your skills, and see what’s left. \
                     Your answers stay on this device. Only you can see them."
                </p>
            </header>
            <p class="without-program">
                "Plans need JavaScript, because they’re made and saved on your device. You can still read what each role needs on " <a lang="en" href=ladder.href(&Route::default())>"its page"</a> "."
            </p>
            {plan_ends(&ladder, ends, answers)}
            {unknown}
            {keeping_notices(answers, ladder.id.as_str())}
            {plan_beside(&ladder, answers, arrived)}
            {plan}
            {plan_gone(&ladder, answers)}
            {plan_forget(answers, &ladder.title)}
        </div>
    }
}

/// The plan itself.
fn planned(plan: &Planning, arrived: Arrived) -> AnyView {
    let shown = Shown::first();
    view! {
        <div class="plan-bar">
            {plan_progress(plan)}
            {keeping_status(plan.answers)}
        </div>
        <div class="plan-parts">
            {plan_skills(plan, shown)}
            {plan_left(plan, shown)}
        </div>
        {plan_out(plan, arrived)}
    }
    .into_any()
}

/// Says which ids of the address name no role.
fn unknown(ladder: &SharedLadder, ends: &RolePair) -> Option<AnyView> {
    let ids = [&ends.from, &ends.to].into_iter().flatten();
    let ids: Vec<&str> = ids.filter(|id| ladder.role_by_id(id).is_none()).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p class="notice">
                "We couldn’t find a role called " <code>{ids}</code>
                ". Pick another role."
            </p>
        }
        .into_any()
    })
}
