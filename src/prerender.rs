//! Each route's HTML, written where the site is built: the same components, rendered natively.
//!
//! So a page can be read before the program has come, and where it never comes.

mod manifest;
mod template;

pub use manifest::{MANIFEST, manifest};
pub use template::{Template, Unusable, hashed_name};

use crate::app::app;
use crate::browser::navigation::Navigation;
use crate::pages::{Head, head};
use crate::route::{BASE, Ends, Location, Route};
use crate::state::Shared;
use leptos::prelude::*;

/// The content of a route's page: what stands in `#app`.
#[must_use]
pub fn content(ladder: &Shared, route: &Route) -> String {
    let ladder = ladder.clone();
    let location = Location { origin: ladder.origin().clone(), route: route.clone() };
    let owner = Owner::new();
    let html = owner.with(|| {
        let navigation = Navigation::fixed(location);
        app(&ladder, navigation).to_html()
    });
    owner.cleanup();
    html
}

/// A whole page: the `template` with a route's content and head.
///
/// # Errors
/// Where the template is not HTML that can be gone through.
pub fn page(template: &Template, ladder: &Shared, route: &Route) -> Result<String, Unusable> {
    let head_tags = head_tags(ladder, &head(ladder, route));
    template.filled(&head_tags, &content(ladder, route))
}

fn head_tags(ladder: &Shared, head: &Head) -> String {
    let title = escaped(&head.title);
    let description = escaped(&head.description);
    let image = format!("{BASE}social-card.png");
    let locale = escaped(&ladder.language);
    let manifest = manifest::tags();
    format!(
        "<title>{title}</title>\
         <meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"website\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:image\" content=\"{image}\">\
         <meta property=\"og:locale\" content=\"{locale}\">\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\
         <link rel=\"icon\" href=\"{BASE}favicon.svg\" type=\"image/svg+xml\">\
         {manifest}"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Every route of a ladder that gets a page of its own, the ladder's first.
#[must_use]
pub fn routes(ladder: &Shared) -> Vec<Route> {
    let roles = ladder.roles.iter().map(|role| Route::Role(role.id.clone()));
    let skills = ladder.skills.iter().map(|skill| Route::Skill(skill.id.clone()));
    let matrix = Route::Matrix(crate::ladder::MatrixQuery::default());
    let ends = Ends::default();
    let own =
        [Route::default(), matrix, Route::Compare(ends.clone()), Route::Plan(ends), Route::Open];
    own.into_iter().chain(roles).chain(skills).collect()
}
