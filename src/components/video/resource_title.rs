//! The title of a resource, as a link if it has a valid address.

use crate::ui::external_link;
use ladder::{Ladder, ResourceIx};
use leptos::prelude::*;

/// The title of a resource: a link, or text if its address is not valid.
pub fn resource_title(ladder: &Ladder, resource: ResourceIx) -> AnyView {
    let title = ladder.distinct_resource_title(resource);
    match ladder[resource].url.link() {
        Some(address) => external_link(address.as_str(), title),
        None => title.into_any(),
    }
}
