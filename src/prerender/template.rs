//! The built `index.html`, into which each page's head and content are put.

use crate::router::BASE;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The built template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// There is no place for the content.
    #[error(
        "index.html holds no element with the id `app`, or no `<meta name=viewport>` to put heads \
         behind, so there is nowhere to put the pages"
    )]
    NoPlace,
    /// It is not HTML that can be gone through.
    #[error("index.html cannot be gone through: {0}")]
    Html(#[from] lol_html::errors::RewritingError),
}

/// Names the script of a worker, of which browsers take no digest.
const READER: &str = "data-reader";

/// The tag that says the colour behind the pages to the browser around them.
const LIGHT_PAPER: &str = "meta[name=theme-color][media*=light]";

/// Where a file is kept for good, and what it has to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lasting {
    /// Its address.
    pub address: String,
    /// Its digest, as `integrity` takes it.
    pub integrity: String,
}

/// Which styles a page is delivered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    /// Those of the first view; the others come once the page can be used, or at once where no script runs.
    First,
    /// All.
    All,
}

/// The built page without what differs from page to page.
#[derive(Debug)]
pub struct Template {
    html: String,
    /// The tag for the styles that the first view does not need.
    later: String,
    stylesheets: Vec<String>,
    scripts: Vec<String>,
    paper: String,
    parts: BTreeMap<String, Vec<String>>,
}

impl Template {
    /// Takes the built `index.html` apart: its title, description and stylesheets are taken out.
    ///
    /// # Errors
    /// Where it has no place for the content or is not HTML.
    pub fn new(html: &str) -> Result<Self, Unusable> {
        let (stylesheets, scripts) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
        let places = Cell::new(0);
        let paper = RefCell::new(String::new());
        let take_sheet = |sheet: &mut Element| {
            stylesheets.borrow_mut().extend(sheet.get_attribute("href"));
            sheet.remove();
            Ok(())
        };
        let note_script = |script: &mut Element| {
            let names = script.attributes().iter().filter(|a| names_file(&a.name()));
            scripts.borrow_mut().extend(names.map(|attribute| attribute.value()));
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
            places.set(places.get() + 1);
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("link[rel=stylesheet]", take_sheet))
            .append_element_content_handler(element!("script", note_script))
            .append_element_content_handler(element!(LIGHT_PAPER, read_paper))
            .append_element_content_handler(element!("title", take_out))
            .append_element_content_handler(element!("meta[name=description]", take_out))
            .append_element_content_handler(element!("#app, meta[name=viewport]", mark_place));
        let html = rewrite_str(html, settings)?;
        if places.get() != 2 {
            return Err(Unusable::NoPlace);
        }
        let (stylesheets, scripts) = (stylesheets.into_inner(), scripts.into_inner());
        let (paper, parts) = (paper.into_inner(), BTreeMap::new());
        Ok(Self { html, later: String::new(), stylesheets, scripts, paper, parts })
    }

    /// The colour behind the pages where they are light, as `theme-color` has it.
    #[must_use]
    pub fn paper(&self) -> &str {
        &self.paper
    }

    /// Names the two scripts that keep the site for offline use, one for the page and the worker;
    /// without this, a page is not kept (see `public/start.js`).
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn kept_offline(mut self) -> Result<Self, Unusable> {
        let (page, worker) = (format!("{BASE}offline.js"), format!("{BASE}sw.js"));
        let name = |script: &mut Element| {
            script.set_attribute("data-offline", &page)?;
            script.set_attribute("data-worker", &worker)?;
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("script[data-wasm]", name));
        self.html = rewrite_str(&self.html, settings)?;
        self.scripts.push(page);
        Ok(self)
    }

    /// The addresses of the stylesheets that were taken out, in their order.
    #[must_use]
    pub fn stylesheets(&self) -> &[String] {
        &self.stylesheets
    }

    /// What scripts name in `src` and in data attributes: addresses, and whatever else stands there.
    #[must_use]
    pub fn scripts(&self) -> &[String] {
        &self.scripts
    }

    /// Names the files of scripts as they are kept for good, each with its digest: in `integrity`,
    /// or beside a `data-name` in `data-name-integrity` for the script to check. Preloads follow.
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn with_scripts(mut self, kept: &BTreeMap<String, Lasting>) -> Result<Self, Unusable> {
        let in_script = |script: &mut Element| {
            let attributes = script.attributes().iter().map(|a| (a.name(), a.value()));
            for (name, value) in attributes.collect::<Vec<_>>() {
                let Some(file) = names_file(&name).then(|| kept.get(&value)).flatten() else {
                    continue;
                };
                script.set_attribute(&name, &file.address)?;
                if name == READER {
                    continue;
                }
                let beside =
                    if name == "src" { "integrity" } else { &*format!("{name}-integrity") };
                script.set_attribute(beside, &file.integrity)?;
            }
            Ok(())
        };
        let in_preload = |link: &mut Element| {
            let href = link.get_attribute("href").unwrap_or_default();
            if let Some(file) = kept.get(&href) {
                link.set_attribute("href", &file.address)?;
                // Chromium complains of a digest on any other kind of preload.
                if link.get_attribute("rel").as_deref() == Some("modulepreload") {
                    link.set_attribute("integrity", &file.integrity)?;
                }
            }
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("script", in_script))
            .append_element_content_handler(element!("link[rel$=preload]", in_preload));
        self.html = rewrite_str(&self.html, settings)?;
        Ok(self)
    }

    /// Knows which addresses each part of the program needs.
    #[must_use]
    pub fn with_parts(mut self, parts: BTreeMap<String, Vec<String>>) -> Self {
        self.parts = parts;
        self
    }

    /// The tags that let parts come with the page, each file once; none where the program is one.
    #[must_use]
    pub fn preloads(&self, parts: &[&str]) -> String {
        let mut files: Vec<&String> = Vec::new();
        for file in parts.iter().filter_map(|part| self.parts.get(*part)).flatten() {
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let tag = |file| format!(r#"<link rel="preload" as="fetch" crossorigin href="{file}">"#);
        files.into_iter().map(tag).collect()
    }

    /// Puts `head` behind the `<meta name=viewport>` (a shortened page may have no `<head>` tag, and
    /// the policy has to stand before all that it is for), `preloads` behind the styles, which the first
    /// paint waits for, and `content` into `#app`.
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn filled(
        &self,
        head: &str,
        content: &str,
        styles: Styles,
        preloads: &str,
    ) -> Result<String, Unusable> {
        let into_styles = |element: &mut Element| {
            element.after(preloads, ContentType::Html);
            let later = match styles {
                Styles::First if self.later.is_empty() => String::new(),
                Styles::First => format!("<noscript>{}</noscript>", self.later),
                Styles::All => self.later.clone(),
            };
            element.after(&later, ContentType::Html);
            Ok(())
        };
        let into_head = |element: &mut Element| {
            element.after(head, ContentType::Html);
            Ok(())
        };
        let into_place = |element: &mut Element| {
            element.set_inner_content(content, ContentType::Html);
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("meta[name=viewport]", into_head))
            .append_element_content_handler(element!("link[rel=stylesheet]", into_styles))
            .append_element_content_handler(element!("#app", into_place));
        Ok(rewrite_str(&self.html, settings)?)
    }

    /// Links two stylesheets in the place of those that were taken out: what the first view needs, and
    /// the rest, which is linked behind it or named for `public/start.js`.
    ///
    /// # Errors
    /// Where the template is not HTML that can be gone through.
    pub fn with_stylesheets(mut self, first: &Lasting, later: &Lasting) -> Result<Self, Unusable> {
        let link = |Lasting { address, integrity }: &Lasting| {
            format!(r#"<link rel="stylesheet" href="{address}" integrity="{integrity}">"#)
        };
        self.html = self.filled(&link(first), "", Styles::First, "")?;
        self.later = link(later);
        let name = |script: &mut Element| {
            script.set_attribute("data-later", &later.address)?;
            script.set_attribute("data-later-integrity", &later.integrity)?;
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!("script[data-wasm]", name));
        self.html = rewrite_str(&self.html, settings)?;
        Ok(self)
    }
}

/// Whether a script's attribute of this name may name a file of ours.
fn names_file(attribute: &str) -> bool {
    attribute == "src" || attribute.starts_with("data-")
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport><title>x</title>\
        <meta name=description content=\"\"><link rel=stylesheet href=/a.css>\
        <link rel=stylesheet href=/b.css></head><body><div id=app></div></body></html>";

    fn lasting(address: &str) -> Lasting {
        Lasting { address: address.to_owned(), integrity: "sha256-x".to_owned() }
    }

    #[test]
    fn fills_a_built_page() {
        let template = Template::new(BUILT).unwrap();
        assert_eq!(template.stylesheets(), ["/a.css", "/b.css"]);
        let template =
            template.with_stylesheets(&lasting("/first.css"), &lasting("/later.css")).unwrap();
        let page =
            |styles| template.filled("<title>y</title>", "<h1>z</h1>", styles, "<i>").unwrap();
        let (before, first, later, after) = (
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport><title>y</title>",
            "<link rel=\"stylesheet\" href=\"/first.css\" integrity=\"sha256-x\">",
            "<link rel=\"stylesheet\" href=\"/later.css\" integrity=\"sha256-x\">",
            "</head><body><div id=app><h1>z</h1></div></body></html>",
        );
        let no_script = format!("<noscript>{later}</noscript>");
        assert_eq!(page(Styles::First), [before, first, &no_script, "<i>", after].concat());
        assert_eq!(page(Styles::All), [before, first, later, "<i>", after].concat());
    }

    #[test]
    fn names_scripts_as_they_are_kept_with_their_digests() {
        let built = "<meta name=viewport><link rel=modulepreload href=/a.js><link rel=preload href=/a.wasm as=fetch>\
            <script src=/b.js data-js=/a.js data-wasm=/a.wasm data-other=/c \
            data-reader=/r.js></script><div id=app></div>";
        let template = Template::new(built).unwrap();
        assert_eq!(template.scripts(), ["/b.js", "/a.js", "/a.wasm", "/c", "/r.js"]);
        let kept = ["/a.js", "/a.wasm", "/b.js", "/r.js"]
            .map(|name| (name.to_owned(), lasting(&format!("/x{name}"))));
        let page = template.with_scripts(&kept.into()).unwrap();
        let page = page.filled("", "", Styles::First, "").unwrap();
        assert_eq!(
            page,
            "<meta name=viewport><link rel=modulepreload href=\"/x/a.js\" integrity=\"sha256-x\">\
             <link rel=preload href=\"/x/a.wasm\" as=fetch>\
             <script src=\"/x/b.js\" data-js=\"/x/a.js\" data-wasm=\"/x/a.wasm\" data-other=/c data-reader=\"/x/r.js\" \
             integrity=\"sha256-x\" data-js-integrity=\"sha256-x\" data-wasm-integrity=\"sha256-x\"></script>\
             <div id=app></div>"
        );
    }

    #[test]
    fn names_what_keeps_it_offline() {
        let built = "<meta name=viewport><script data-wasm=/a.wasm></script><div id=app></div>";
        let template = Template::new(built).unwrap().kept_offline().unwrap();
        assert_eq!(template.scripts(), ["/a.wasm", "/offline.js"]);
        let page = template.filled("", "", Styles::First, "").unwrap();
        assert!(page.contains(" data-offline=\"/offline.js\" data-worker=\"/sw.js\""), "{page}");
    }

    #[test]
    fn refuses_a_page_without_a_place() {
        assert!(matches!(Template::new("<html></html>"), Err(Unusable::NoPlace)));
    }
}
