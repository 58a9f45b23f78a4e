//! Each route's HTML, written where the site is built: the same components, rendered natively.
//!
//! So a page can be read before the program has come, and where it never comes.

use crate::app::App;
use crate::browser::navigation::Navigation;
use crate::pages::{Head, head};
use crate::route::{BASE, Route};
use crate::state::Shared;
use leptos::prelude::*;

/// The page as it is before the program has come.
const EMPTY: &str = r#"<div id="app"></div>"#;

/// The built template has no place for the content.
#[derive(Debug, thiserror::Error)]
#[error("index.html holds no {EMPTY}, so there is nowhere to write the pages to")]
pub struct NoPlace;

/// The content of a route's page: what stands in `#app`.
#[must_use]
pub fn content(ladder: &Shared, route: &Route) -> String {
    let (ladder, route) = (ladder.clone(), route.clone());
    let owner = Owner::new();
    let html = owner.with(|| {
        let navigation = Navigation::fixed(route);
        view! { <App ladder navigation /> }.to_html()
    });
    owner.cleanup();
    html
}

/// A whole page: the built `template` with a route's content and head.
///
/// # Errors
/// Where the template has no place for the content.
pub fn page(template: &str, ladder: &Shared, route: &Route) -> Result<String, NoPlace> {
    let (before, after) = template.split_once(EMPTY).ok_or(NoPlace)?;
    let (before_head, after_head) = before.split_once("</head>").ok_or(NoPlace)?;
    let head_tags = head_tags(ladder, &head(ladder, route));
    let without = without_head(before_head);
    let content = content(ladder, route);
    Ok(format!("{without}{head_tags}</head>{after_head}<div id=\"app\">{content}</div>{after}"))
}

/// The template's head without the tags that [`head_tags`] writes for each page.
fn without_head(text: &str) -> String {
    let without_title = without(text, "<title>", "</title>");
    without(&without_title, r#"<meta name="description""#, ">")
}

fn without(text: &str, start: &str, end: &str) -> String {
    let found = text.find(start).and_then(|from| {
        let to = text[from..].find(end)? + from + end.len();
        Some((from, to))
    });
    found.map_or_else(|| text.to_owned(), |(from, to)| format!("{}{}", &text[..from], &text[to..]))
}

fn head_tags(ladder: &Shared, head: &Head) -> String {
    let title = escaped(&head.title);
    let description = escaped(&head.description);
    let image = format!("{BASE}social-card.png");
    let locale = escaped(&ladder.language);
    format!(
        "<title>{title}</title>\
         <meta name=\"description\" content=\"{description}\">\
         <meta property=\"og:type\" content=\"website\">\
         <meta property=\"og:title\" content=\"{title}\">\
         <meta property=\"og:description\" content=\"{description}\">\
         <meta property=\"og:image\" content=\"{image}\">\
         <meta property=\"og:locale\" content=\"{locale}\">\
         <meta name=\"twitter:card\" content=\"summary_large_image\">"
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
    [Route::default(), matrix].into_iter().chain(roles).chain(skills).collect()
}
