//! What search engines read of a site as a whole.

use super::place;
use crate::router::{BASE, Route};
use crate::stores::SharedLadder;
use std::fmt::Write;

/// The most addresses one sitemap may hold.
/// <https://www.sitemaps.org/protocol.html>
const MOST: usize = 50_000;

/// The sitemap of all pages. Its addresses are whole ones, so that it needs to know the site.
#[must_use]
pub fn sitemap(ladder: &SharedLadder, routes: &[Route], site: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let changed = ladder.updated.as_deref().filter(|date| is_date(date));
    let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
    for route in routes.iter().take(MOST) {
        // Ids and paths hold nothing that XML has to escape. Writing into a string does not fail.
        let address = place::address(Some(site), route);
        let _ = writeln!(xml, "<url><loc>{address}</loc>{changed}</url>");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`: everything may be read, and where the sitemap is.
#[must_use]
pub fn robots(site: Option<&str>) -> String {
    let sitemap = site.map(|site| format!("\nSitemap: {site}{BASE}sitemap.xml\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

/// `2026-01-31`; a document may hold any text there, with a warning.
fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>()[..], [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2))
}
