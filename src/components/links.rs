//! Links that a document gives for reading on; they lead to other sites.

use crate::ui::{Icon, Shape};
use ladder::Link;
use leptos::prelude::*;

/// The links in a row; nothing where there is none.
#[must_use]
pub fn links(all: &[Link]) -> Option<AnyView> {
    let link = |link: &Link| {
        let url = link.url.as_str().to_owned();
        view! {
            <li>
                <a href=url rel="noopener noreferrer" target="_blank">
                    {link.title.clone()} <Icon shape=Shape::External />
                </a>
            </li>
        }
        .into_any()
    };
    let links: Vec<_> = all.iter().map(link).collect();
    (!links.is_empty()).then(|| view! { <ul class="links">{links}</ul> }.into_any())
}
