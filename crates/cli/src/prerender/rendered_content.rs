//! Adapts the rendered content of a page to a static host.

use anyhow::{Context, Result};
use career_ladder::prerender::address;
use career_ladder::router::{Location, RolePair, Route, within_base};
use career_ladder::stores::SharedLadder;
use lol_html::html_content::{Comment, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

/// Links to comparisons that have their own page get that page's address: a static host ignores parameters,
/// so without the app `/compare?…` would show the page for choosing two roles. Leptos' comment markers, which
/// only hydration needs, are removed.
pub fn adapt(ladder: &SharedLadder, html: &str) -> Result<String> {
    let link_to_page = |link: &mut Element| {
        if let Some(route) = link.get_attribute("href").and_then(|href| neighbours(ladder, &href)) {
            link.set_attribute("href", &address(None, &route))?;
        }
        Ok(())
    };
    let remove = |comment: &mut Comment| {
        comment.remove();
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("a[href*='/compare?']", link_to_page))
        .append_document_content_handler(doc_comments!(remove));
    rewrite_str(html, settings).context("Cannot rewrite the content of a page")
}

/// The comparison that a link leads to, if that comparison has its own page.
fn neighbours(ladder: &SharedLadder, href: &str) -> Option<Route> {
    // lol_html does not decode attributes.
    let href = href.replace("&amp;", "&");
    let (path, query) = href.split_once('?')?;
    let location = Location::read(within_base(path)?, query);
    let Route::Compare(RolePair { from: Some(from), to: Some(to), only: None }) = &location.route
    else {
        return None;
    };
    let (from, to) = (ladder.role_by_id(from)?, ladder.role_by_id(to)?);
    let leads_there = ladder.graph().edges_from(from).iter().any(|edge| edge.to == to);
    (leads_there && location.origin == *ladder.origin()).then_some(location.route)
}

#[cfg(test)]
mod tests {
    use super::adapt;
    use std::sync::Arc;

    #[test]
    fn comment_markers_are_removed() {
        let ladder = Arc::new(career_ladder::bundled::ladder().unwrap());
        let html = "<p>a<!>b<!--<() />-->c</p><!><!--x-->";
        assert_eq!(adapt(&ladder, html).unwrap(), "<p>abc</p>");
    }
}
