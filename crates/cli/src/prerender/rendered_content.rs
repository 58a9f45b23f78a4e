//! The rendered content of a page, adapted to a static host.

use super::template::PageParts;
use super::{Styles, Template, head};
use anyhow::{Context, Result};
use career_ladder::pages::Page;
use career_ladder::prerender::{address, content};
use career_ladder::router::{Location, RolePair, Route, within_base};
use career_ladder::stores::SharedLadder;
use ladder::CatalogEntry;
use lol_html::html_content::{Comment, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A page of which only the template and the style sheets are missing.
#[derive(Debug)]
pub struct RenderedPage {
    /// Its route.
    pub route: Route,
    /// Its kind.
    pub page: Page,
    /// The classes of its elements.
    pub classes: BTreeSet<String>,
    content: String,
}

impl RenderedPage {
    /// Renders a route of a site with these ladders.
    ///
    /// # Errors
    /// If the content is not valid HTML.
    pub fn render(ladder: &SharedLadder, catalog: &[CatalogEntry], route: &Route) -> Result<Self> {
        let (content, classes) = adapt(ladder, &content(ladder, catalog, route))?;
        Ok(Self { route: route.clone(), page: Page::of(route), classes, content })
    }

    /// The HTML of the page. `site` is the scheme and host of the site, such as `https://example.org`, if
    /// known.
    ///
    /// # Errors
    /// If the template is not valid HTML.
    pub fn html(
        &self,
        ladder: &SharedLadder,
        template: &Template,
        styles: &Styles,
        site: Option<&str>,
    ) -> Result<String> {
        template.page(&PageParts {
            head: &head::tags(ladder, &self.route, site),
            content: &self.content,
            styles: styles.inline(&self.page),
            chunks: &self.page.chunk_names(ladder),
        })
    }
}

/// Links to comparisons that have their own page get that page's address: a static host ignores parameters,
/// so without the app `/compare?…` would show the page for choosing two roles. Leptos' comment markers, which
/// only hydration needs, are removed. Returns the HTML and the classes of its elements.
fn adapt(ladder: &SharedLadder, html: &str) -> Result<(String, BTreeSet<String>)> {
    let classes = RefCell::new(BTreeSet::new());
    let take_classes = |element: &mut Element| {
        let names = element.get_attribute("class").unwrap_or_default();
        classes.borrow_mut().extend(names.split_whitespace().map(str::to_owned));
        Ok(())
    };
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
        .append_element_content_handler(element!("[class]", take_classes))
        .append_document_content_handler(doc_comments!(remove));
    let html = rewrite_str(html, settings).context("Cannot rewrite the content of a page")?;
    Ok((html, classes.into_inner()))
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
    use career_ladder::router::Origin;
    use career_ladder::stores::OpenLadder;
    use std::sync::Arc;

    #[test]
    fn comment_markers_are_removed_and_classes_collected() {
        let document = include_str!("../../../../public/ladders/ai-developer.json");
        let ladder = ladder::read(document).ladder.unwrap();
        let ladder = Arc::new(OpenLadder::new(ladder, Origin::Default));
        let html = "<p class='a b'>a<!>b<!--<() />-->c</p><!><!--x-->";
        let (html, classes) = adapt(&ladder, html).unwrap();
        assert_eq!(html, "<p class='a b'>abc</p>");
        assert_eq!(classes.into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
