//! A notice that is visible only while there is no connection.

use leptos::prelude::*;

/// Shows `text` while the browser is offline. `public/offline.js` marks the page then.
#[component]
pub fn WhenOffline(
    /// What does not work offline, and what to do.
    text: &'static str,
) -> impl IntoView {
    view! { <p lang="en" class="when-offline">{text}</p> }
}
