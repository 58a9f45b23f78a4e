//! Where a role is on the ladder, in words: "Rung 3 of 6 · two steps above you".

use crate::components::plan::context::plan_route;
use crate::messages::journey as messages;
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_journey};
use crate::ui::english;
use ladder::RoleIx;
use leptos::prelude::*;
use plan::CurrentRole;

/// The position, with links to the comparison with the visitor's own role and to the plan from there, and a button that makes this
/// role the visitor's own.
#[component]
pub fn RolePosition(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let journey = use_journey();
    let rung = ladder.ordered.then(|| {
        let graph = ladder.graph();
        english(messages::rung(graph.height(role) + 1, graph.max_height() + 1))
    });
    let is_own = move || journey.with(|journey| journey.role == Some(role));
    let id = ladder[role].id.clone();
    let choose = move |_| journey.set_current_role(Some(CurrentRole::Role(id.clone())));
    // The visitor's own role, unless it is this one.
    let other = move || journey.with(|journey| journey.role.filter(|own| *own != role));
    let plan = {
        let ladder = ladder.clone();
        move || {
            let steps = journey.with(|journey| journey.steps_to(&ladder, role));
            let own = other().filter(|_| steps.is_some_and(|steps| steps > 0))?;
            let href = ladder.href(&plan_route(&ladder, Some(own), role));
            let label = format!("Plan this move: {}", ladder.distinct_title(role));
            Some(view! { <a lang="en" href=href aria-label=label>"Plan this move"</a> })
        }
    };
    let relation = move || {
        let text = journey.with(|journey| {
            messages::relation(journey.steps_to(&ladder, role), journey.next == Some(role))
        })?;
        Some(match other() {
            Some(own) => {
                let href = ladder.href(&Route::Compare(RolePair::of(&ladder, own, role)));
                view! { <a lang="en" href=href>{text}</a> }.into_any()
            }
            None => view! { <strong lang="en">{text}</strong> }.into_any(),
        })
    };
    view! {
        <div class="role-position">
            <p>{rung} {relation}</p>
            {plan}
            <button type="button" lang="en" class="plain" data-live hidden=is_own on:click=choose>"This is my role"</button>
        </div>
    }
}
