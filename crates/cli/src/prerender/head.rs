//! The tags in each page's `<head>`: for tabs, search engines and shared links.

use super::{json_ld, manifest};
use crate::social_card::{CardSubject, SIZE as CARD_SIZE};
use career_ladder::pages::{description, title};
use career_ladder::prerender::address;
use career_ladder::router::{Route, base};
use career_ladder::stores::SharedLadder;
use html_escape::{encode_double_quoted_attribute, encode_text};
use std::fmt::Write;

/// The tags of a route's page. Without `site`, tags that need an absolute address are left out.
pub fn tags(ladder: &SharedLadder, route: &Route, site: Option<&str>) -> String {
    let (title, description) = (title(ladder, route), description(ladder, route));
    let mut tags = Tags::default();
    tags.text("title", &title);
    tags.meta("name", "description", &description);
    // Search engines should not list a page for wrong addresses.
    let is_page = !matches!(route, Route::NotFound(_));
    match site.filter(|_| is_page) {
        Some(site) => {
            let address = address(Some(site), &route.with_present_ids(ladder));
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
    ] {
        tags.meta("property", property, content);
    }
    if let Some(site) = site {
        let card = CardSubject::of_page(ladder, route);
        for (property, content) in [
            ("og:image", format!("{site}{}{}", base(), card.path(ladder))),
            ("og:image:width", CARD_SIZE.0.to_string()),
            ("og:image:height", CARD_SIZE.1.to_string()),
            ("og:image:alt", card.alt(ladder)),
        ] {
            tags.meta("property", property, &content);
        }
        tags.meta("name", "twitter:card", "summary_large_image");
    }
    tags.0.push_str(&manifest::tags());
    tags.0.push_str(&json_ld::script(ladder, route, site));
    tags.0
}

/// A list of tags.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn text(&mut self, tag: &str, text: &str) {
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
