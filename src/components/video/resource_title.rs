//! The title of a resource, as a link if it has a valid address.

use crate::ui::external_link;
use ladder::Resource;
use leptos::prelude::*;

/// The title of a resource: a link, or text if its address is not valid.
pub fn resource_title(resource: &Resource) -> AnyView {
    let title = resource.title.clone();
    match resource.url.link() {
        Some(address) => external_link(address.as_str(), title),
        None => title.into_any(),
    }
}
