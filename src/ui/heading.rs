//! A heading whose level depends on where it is used.

use leptos::prelude::*;

/// An `h2`, `h3` or `h4`.
#[component]
pub fn Heading(
    /// The level, 2 to 4.
    level: u8,
    /// The content.
    children: Children,
) -> impl IntoView {
    match level {
        2 => view! { <h2>{children()}</h2> }.into_any(),
        3 => view! { <h3>{children()}</h3> }.into_any(),
        _ => view! { <h4>{children()}</h4> }.into_any(),
    }
}
