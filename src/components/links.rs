//! External links from a document.

use crate::ui::external_link;
use ladder::Link;
use leptos::prelude::*;

/// A list of links that open in a new tab. Renders nothing if there are none.
#[component]
pub fn Links(
    /// The links.
    links: Vec<Link>,
) -> impl IntoView {
    let item = |link: Link| {
        view! { <li>{external_link(link.url.as_str(), link.title)}</li> }
    };
    let items: Vec<_> = links.into_iter().map(item).collect();
    (!items.is_empty()).then(|| view! { <ul class="links">{items}</ul> })
}
