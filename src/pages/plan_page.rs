//! `/plan`: the visitor's plan.

use crate::markup::{Markup, view};
use crate::route::Ends;
use crate::state::Shared;
use leptos::prelude::*;

/// The page, between the roles that the address has.
#[component]
pub fn PlanPage(
    /// The open ladder.
    ladder: Shared,
    /// What the address holds.
    ends: Memo<Ends>,
) -> Markup {
    let _ = (&ladder, ends);
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"My plan"</h1>
            <p class="lead">"A plan from where you are to where you want to be."</p>
        </header>
    }
}
