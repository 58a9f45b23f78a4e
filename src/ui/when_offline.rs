//! A sentence that is shown only while there is no connection.

use leptos::prelude::*;

/// Says `text` where something on the page cannot work without a connection. Whether there is one
/// is known to `public/offline.js`, which marks the page.
#[component]
pub fn WhenOffline(
    /// What does not work, and what to do.
    text: &'static str,
) -> impl IntoView {
    view! { <p class="when-offline">{text}</p> }
}
