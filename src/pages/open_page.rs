//! `/open`: open another ladder.

use crate::markup::{Markup, view};
use crate::state::Shared;
use leptos::prelude::*;

/// The page.
#[component]
pub fn OpenPage(
    /// The open ladder.
    ladder: Shared,
) -> Markup {
    let _ = &ladder;
    view! {
        <header class="page-head">
            <h1 tabindex="-1">"Open a ladder"</h1>
            <p class="lead">"Another career ladder, from this site, a file or an address."</p>
        </header>
    }
}
