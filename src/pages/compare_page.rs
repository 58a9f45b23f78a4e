//! `/compare`: what changes between any two roles.

use crate::markup::{Markup, view};
use crate::route::Ends;
use crate::state::Shared;
use leptos::prelude::*;

/// The page, between the roles that the address has.
#[component]
pub fn ComparePage(
    /// The open ladder.
    ladder: Shared,
    /// What the address holds.
    ends: Memo<Ends>,
) -> Markup {
    let _ = (&ladder, ends);
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Compare"</h1>
            <p class="lead">"What changes between any two roles."</p>
        </header>
    }
}
