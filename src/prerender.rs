//! Each route's HTML, written where the site is built: the same components, rendered natively.
//!
//! So a page can be read before the program has come, and where it never comes.

mod head;
mod links;
mod manifest;
mod place;
mod robots;
mod structured;
mod template;

pub use head::CARD;
pub use manifest::{MANIFEST, manifest};
pub use place::{folder, routes};
pub use robots::{robots, sitemap};
pub use template::{Lasting, Styles, Template, Unusable};

use crate::app::App;
use crate::browser::navigation::Navigation;
use crate::pages::Page;
use crate::router::{Location, Route};
use crate::stores::LadderStore;
use crate::stores::SharedLadder;
use leptos::prelude::*;

/// The content of a route's page: what stands in `#app`.
#[must_use]
pub fn content(ladder: &SharedLadder, route: &Route) -> String {
    let ladder = ladder.clone();
    let location = Location { origin: ladder.origin().clone(), route: route.clone() };
    let owner = Owner::new();
    let html = owner.with(|| {
        let navigation = Navigation::fixed(location);
        let store = LadderStore::new(&ladder, navigation);
        view! { <App store /> }.to_html()
    });
    owner.cleanup();
    html
}

/// A whole page: the `template` with a route's content and head. `site` is the scheme and host it
/// will be at, such as `https://example.org`, where that is known.
///
/// # Errors
/// Where the template is not HTML that can be gone through.
pub fn page(
    template: &Template,
    ladder: &SharedLadder,
    route: &Route,
    site: Option<&str>,
) -> Result<String, Unusable> {
    let content = links::to_pages(ladder, &content(ladder, route))?;
    let parts = Page::of(route).parts(ladder);
    // What is no part of the program is the first view.
    let styles = if parts.is_empty() { Styles::First } else { Styles::All };
    let preloads = template.preloads(&parts);
    template.filled(&head::tags(ladder, route, site), &content, styles, &preloads)
}
