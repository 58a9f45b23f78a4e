//! What stands in each page's `<head>`: for tabs, search engines and shared links.

use super::{manifest, place, structured};
use crate::pages::{description, title};
use crate::router::{BASE, Route};
use crate::stores::SharedLadder;
use html_escape::{encode_double_quoted_attribute, encode_text};
use std::fmt::Write;

/// The size of the social card, width and height in pixels.
pub const CARD: (u32, u32) = (1200, 630);

/// The tags for a route's page. `site` is the scheme and host the site will be at; without it, what
/// needs a whole address is left out or stands with a path.
#[must_use]
pub fn tags(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> String {
    let (title, description) = (title(ladder, route), description(ladder, route));
    let mut tags = Tags::default();
    tags.text("title", &title);
    tags.meta("name", "description", &description);
    // Addresses that lead nowhere are nobody's, and are not to be found by search.
    let is_page = !matches!(route, Route::Nowhere(_));
    match site.filter(|_| is_page) {
        Some(site) => {
            let address = place::address(Some(site), route);
            tags.link("canonical", &address);
            tags.meta("property", "og:url", &address);
        }
        None if !is_page => tags.meta("name", "robots", "noindex"),
        None => {}
    }
    for (property, content) in [
        ("og:type", "website"),
        ("og:site_name", &ladder.title),
        ("og:title", &title),
        ("og:description", &description),
        ("og:locale", &ladder.language.replace('-', "_")),
        ("og:image", &format!("{}{BASE}social-card.png", site.unwrap_or_default())),
        ("og:image:width", &CARD.0.to_string()),
        ("og:image:height", &CARD.1.to_string()),
        ("og:image:alt", &ladder.title),
    ] {
        tags.meta("property", property, content);
    }
    tags.meta("name", "twitter:card", "summary_large_image");
    tags.0.push_str(&format!(
        "<link rel=\"icon\" href=\"{BASE}favicon.svg\" type=\"image/svg+xml\">"
    ));
    tags.0.push_str(&manifest::tags());
    tags.0.push_str(&structured::data_block(ladder, route, site));
    tags.0
}

/// Tags, one after the other.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn text(&mut self, tag: &str, text: &str) {
        // Writing into a string does not fail.
        let _ = write!(self.0, "<{tag}>{}</{tag}>", encode_text(text));
    }

    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        let _ = write!(
            self.0,
            "<meta {kind}=\"{name}\" content=\"{}\">",
            encode_double_quoted_attribute(content)
        );
    }

    fn link(&mut self, rel: &str, address: &str) {
        let _ = write!(
            self.0,
            "<link rel=\"{rel}\" href=\"{}\">",
            encode_double_quoted_attribute(address)
        );
    }
}
