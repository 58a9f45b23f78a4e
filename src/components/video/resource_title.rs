//! The title of a resource, as a link if it has a valid address.

use crate::ui::{Icon, Shape};
use ladder::Resource;
use leptos::prelude::*;

/// The title of a resource: a link, or text if its address is not valid.
pub fn resource_title(resource: &Resource) -> AnyView {
    let title = resource.title.clone();
    match resource.url.link() {
        Some(address) => view! {
            <a href=address.as_str().to_owned() rel="noopener noreferrer" target="_blank">
                {title} <Icon shape=Shape::External />
            </a>
        }
        .into_any(),
        None => title.into_any(),
    }
}
