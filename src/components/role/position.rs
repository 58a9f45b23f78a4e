//! Where a role is on the ladder, in words: "Rung 3 of 6 · two steps above you".

use crate::messages::journey as messages;
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_journey};
use crate::ui::english;
use ladder::RoleIx;
use leptos::prelude::*;
use plan::CurrentRole;

/// The position, with a link to the comparison with the visitor's own role, and a button that makes this
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
        let (own, text) = journey.with(|journey| {
            let steps = journey.steps_to(&ladder, role);
            (journey.role, messages::relation(steps, journey.next == Some(role)))
        });
        let text = text?;
        let compare = own
            .filter(|own| *own != role)
            .map(|own| ladder.href(&Route::Compare(RolePair::of(&ladder, own, role))));
        Some(match compare {
            Some(href) => view! { <a lang="en" href=href>{text}</a> }.into_any(),
            None => view! { <strong lang="en">{text}</strong> }.into_any(),
        })
    };
    view! {
        <div class="role-position">
            <p>{rung} {relation}</p>
            <button type="button" lang="en" class="plain" data-live hidden=is_own on:click=choose>"This is my role"</button>
        </div>
    }
}
