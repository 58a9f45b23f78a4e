//! Links of a document to other sites.

use super::{Icon, IconShape};
use leptos::prelude::*;

/// A link that opens in a new tab.
#[must_use]
pub fn external_link(href: &str, content: impl IntoView + 'static) -> AnyView {
    let (href, content) = (href.to_owned(), content.into_any());
    view! {
        <a href=href rel="noopener noreferrer" target="_blank">
            {content} <Icon shape=IconShape::External />
        </a>
    }
    .into_any()
}
