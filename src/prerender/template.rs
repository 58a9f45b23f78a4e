//! The built `index.html`, into which each page's head and content are put.

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The built template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// There is no place for the content.
    #[error("index.html holds no element with the id `app`, so there is nowhere to put the pages")]
    NoPlace,
    /// It is not HTML that can be gone through.
    #[error("index.html cannot be gone through: {0}")]
    Html(#[from] lol_html::errors::RewritingError),
}

/// The tag that says the colour behind the pages to the browser around them.
const LIGHT_PAPER: &str = "meta[name=theme-color][media*=light]";

/// The built page without what differs from page to page.
#[derive(Debug)]
pub struct Template {
    html: String,
    stylesheets: Vec<String>,
    paper: String,
}

impl Template {
    /// Takes the built `index.html` apart: its title, description and stylesheets are taken out.
    ///
    /// # Errors
    /// Where it has no place for the content or is not HTML.
    pub fn new(html: &str) -> Result<Self, Unusable> {
        let stylesheets = RefCell::new(Vec::new());
        let has_place = RefCell::new(false);
        let paper = RefCell::new(String::new());
        let take_sheet = |sheet: &mut Element| {
            stylesheets.borrow_mut().extend(sheet.get_attribute("href"));
            sheet.remove();
            Ok(())
        };
        let take_out = |element: &mut Element| {
            element.remove();
            Ok(())
        };
        let read_paper = |meta: &mut Element| {
            paper.replace(meta.get_attribute("content").unwrap_or_default());
            Ok(())
        };
        let mark_place = |_: &mut Element| {
            has_place.replace(true);
            Ok(())
        };
        // Only a site that is hosted is kept on a visitor's device, see `public/boot.js`.
        let name_offline = |script: &mut Element| {
            script.set_attribute("data-offline", "./offline.js")?;
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("script[data-wasm]", name_offline))
            .append_element_content_handler(element!("link[rel=stylesheet]", take_sheet))
            .append_element_content_handler(element!(LIGHT_PAPER, read_paper))
            .append_element_content_handler(element!("title", take_out))
            .append_element_content_handler(element!("meta[name=description]", take_out))
            .append_element_content_handler(element!("#app", mark_place));
        let html = rewrite_str(html, settings)?;
        if !has_place.into_inner() {
            return Err(Unusable::NoPlace);
        }
        Ok(Self { html, stylesheets: stylesheets.into_inner(), paper: paper.into_inner() })
    }

    /// The colour behind the pages where they are light, as `theme-color` has it.
    #[must_use]
    pub fn paper(&self) -> &str {
        &self.paper
    }

    /// The addresses of the stylesheets that were taken out, in their order.
    #[must_use]
    pub fn stylesheets(&self) -> &[String] {
        &self.stylesheets
    }

    /// Puts `head` behind the `<meta charset>` (a shortened page may have no `<head>` tag) and `content` into `#app`.
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn filled(&self, head: &str, content: &str) -> Result<String, Unusable> {
        let into_head = |element: &mut Element| {
            element.after(head, ContentType::Html);
            Ok(())
        };
        let into_place = |element: &mut Element| {
            element.set_inner_content(content, ContentType::Html);
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("meta[charset]", into_head))
            .append_element_content_handler(element!("#app", into_place));
        Ok(rewrite_str(&self.html, settings)?)
    }

    /// Links one stylesheet in the place of those that were taken out.
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn with_stylesheet(mut self, address: &str) -> Result<Self, Unusable> {
        let link = format!(r#"<link rel="stylesheet" href="{address}">"#);
        self.html = self.filled(&link, "")?;
        Ok(self)
    }
}

/// A name for a file that changes whenever its content does, so that it may be kept for ever.
#[must_use]
pub fn hashed_name(stem: &str, ending: &str, content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{stem}-{:016x}.{ending}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>x</title>\
        <meta name=description content=\"\"><link rel=stylesheet href=/a.css>\
        <link rel=stylesheet href=/b.css></head><body><div id=app></div></body></html>";

    #[test]
    fn fills_a_built_page() {
        let template = Template::new(BUILT).unwrap();
        assert_eq!(template.stylesheets(), ["/a.css", "/b.css"]);
        let template = template.with_stylesheet("/all.css").unwrap();
        let page = template.filled("<title>y</title>", "<h1>z</h1>").unwrap();
        assert_eq!(
            page,
            "<!doctype html><html lang=en><meta charset=utf-8><title>y</title>\
             <link rel=\"stylesheet\" href=\"/all.css\"></head>\
             <body><div id=app><h1>z</h1></div></body></html>"
        );
    }

    #[test]
    fn refuses_a_page_without_a_place() {
        assert!(matches!(Template::new("<html></html>"), Err(Unusable::NoPlace)));
    }
}
