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
    let relation = move || {
        let (own, text, is_above) = journey.with(|journey| {
            let steps = journey.steps_to(&ladder, role);
            let text = messages::relation(steps, journey.next == Some(role));
            (journey.role, text, steps.is_some_and(|steps| steps > 0))
        });
        let text = text?;
        let Some(own) = own.filter(|own| *own != role) else {
            return Some(view! { <strong lang="en">{text}</strong> }.into_any());
        };
        let compare = ladder.href(&Route::Compare(RolePair::of(&ladder, own, role)));
        let plan = is_above.then(|| {
            let href = ladder.href(&plan_route(&ladder, Some(own), role));
            let title = ladder.distinct_title(role);
            let label = format!("Plan this move: {title}");
            view! { " · " <a lang="en" href=href aria-label=label>"Plan this move"</a> }
        });
        Some(view! { <a lang="en" href=compare>{text}</a> {plan} }.into_any())
    };
    view! {
        <div class="role-position">
            <p>{rung} {relation}</p>
            <button type="button" lang="en" class="plain" data-live hidden=is_own on:click=choose>"This is my role"</button>
        </div>
    }
}
