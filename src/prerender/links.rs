//! Links to comparisons, as they work without the program.

use super::place;
use crate::router::{Location, RolePair, Route, within_base};
use crate::stores::SharedLadder;
use lol_html::errors::RewritingError;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Lets links to the comparisons of neighbours lead to their own pages: a host of files knows no
/// parameters, and without the program the chooser would be shown instead.
pub fn to_pages(ladder: &SharedLadder, html: &str) -> Result<String, RewritingError> {
    let to_page = |link: &mut Element| {
        if let Some(route) = link.get_attribute("href").and_then(|href| neighbours(ladder, &href)) {
            link.set_attribute("href", &place::address(None, &route))?;
        }
        Ok(())
    };
    let handler = element!("a[href*='/compare?']", to_page);
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(handler))
}

/// The comparison that a link leads to, if it is one that has a page.
fn neighbours(ladder: &SharedLadder, href: &str) -> Option<Route> {
    // In HTML as it is written here the `&` of an address stands as `&amp;`.
    let href = href.replace("&amp;", "&");
    let (path, query) = href.split_once('?')?;
    let location = Location::read(within_base(path)?, query);
    let Route::Compare(RolePair { from: Some(from), to: Some(to) }) = &location.route else {
        return None;
    };
    let (from, to) = (ladder.role_by_id(from)?, ladder.role_by_id(to)?);
    let leads_there = ladder.graph().edges_from(from).iter().any(|edge| edge.to == to);
    (leads_there && location.origin == *ladder.origin()).then_some(location.route)
}
