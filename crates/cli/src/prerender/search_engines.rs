//! `robots.txt` and `sitemap.xml`.

use career_ladder::prerender::address;
use career_ladder::router::{Route, base};
use career_ladder::stores::SharedLadder;
use std::fmt::Write;

/// The most addresses that a sitemap may have.
/// <https://www.sitemaps.org/protocol.html>
const MAX_ADDRESSES: usize = 50_000;

/// The sitemap of all pages, with absolute addresses.
#[must_use]
pub fn sitemap(ladder: &SharedLadder, routes: &[Route], site: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let changed = ladder.updated.as_deref().filter(|date| is_date(date));
    let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
    for route in routes.iter().take(MAX_ADDRESSES) {
        // Ids and paths need no escaping in XML.
        let address = address(Some(site), route);
        let _ = writeln!(xml, "<url><loc>{address}</loc>{changed}</url>");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`: allows everything and names the sitemap.
#[must_use]
pub fn robots_txt(site: Option<&str>) -> String {
    let sitemap = site.map(|site| format!("\nSitemap: {site}{}sitemap.xml\n", base()));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}

/// Whether a text has the form `2026-01-31`. Documents with other texts are accepted with a warning.
fn is_date(text: &str) -> bool {
    let digits =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>()[..], [y, m, d] if digits(y, 4) && digits(m, 2) && digits(d, 2))
}
