//! `index.html` as Trunk built it, completed and then filled with each page's head and content.

use super::styles::Styles;
use crate::built_app::{HashedAsset, Manifest};
use crate::digest::integrity;
use crate::headers::{PolicySources, meta_tags};
use crate::offline;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result, ensure};
use lol_html::html_content::{ContentType, Element, TextChunk};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str, text};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A page without its head and content.
#[derive(Debug)]
pub struct Template {
    html: String,
    base: String,
    /// What the policy of each page allows, except its style sheets.
    sources: PolicySources,
    /// The paths of the files of each chunk.
    chunks: BTreeMap<String, Vec<String>>,
}

/// What a page adds to the template.
#[derive(Debug)]
pub struct PageParts<'a> {
    /// The tags of its head.
    pub head: &'a str,
    /// The HTML inside `#app`.
    pub content: &'a str,
    /// The rules that its first paint needs.
    pub styles: &'a str,
    /// The chunks that it preloads.
    pub chunks: &'a [&'a str],
}

impl Template {
    /// Completes the app's template for a site: the final addresses of its files with their digests, the
    /// colours of the browser's own bars, and the hosts that pages may connect to. `data` is the file with
    /// the site's ladder.
    ///
    /// # Errors
    /// If the template has no place for a page's head or content, or the theme cannot be read.
    pub fn new(
        app: &Manifest,
        styles: &Styles,
        data: &HashedAsset,
        options: &SiteOptions,
    ) -> Result<Self> {
        let html = without_own_head(&app.template)?;
        let html = with_options(&html, options)?;
        let scripts = inline_scripts(&html)?;
        let base = options.base.clone();
        let html = with_addresses(&html, app, styles, data, options)?;
        let (connect, hsts) = (options.connect.clone(), options.hsts);
        let sources = PolicySources { connect, scripts, hsts, ..PolicySources::default() };
        Ok(Self { html, base, sources, chunks: app.chunks.clone() })
    }

    /// What the policy of the whole site allows.
    #[must_use]
    pub fn policy_sources(&self, styles: &Styles) -> PolicySources {
        PolicySources { styles: styles.digests(), ..self.sources.clone() }
    }

    /// The HTML of a page.
    ///
    /// # Errors
    /// If the parts are not valid HTML, or the app has other chunks than the page needs.
    pub fn page(&self, parts: &PageParts<'_>) -> Result<String> {
        let digest = integrity(parts.styles.as_bytes());
        let sources = PolicySources { styles: [digest].into(), ..self.sources.clone() };
        let policy = format!("\n{}", meta_tags(&sources));
        let add_policy = |meta: &mut Element| {
            meta.after(&policy, ContentType::Html);
            Ok(())
        };
        // The rules come first, because the first paint needs nothing else.
        let head = format!("<style>{}</style>{}", parts.styles, parts.head);
        // Minified HTML may have no `<head>` tag, and the policy has to come first.
        let add_head = |meta: &mut Element| {
            meta.after(&head, ContentType::Html);
            Ok(())
        };
        let preloads = self.preloads(parts.chunks)?;
        let add_preloads = |script: &mut Element| {
            script.before(&preloads, ContentType::Html);
            Ok(())
        };
        let set_content = |app: &mut Element| {
            app.set_inner_content(parts.content, ContentType::Html);
            Ok(())
        };
        rewrite(
            &self.html,
            vec![
                element!("meta[charset]", add_policy),
                element!("meta[name=viewport]", add_head),
                element!("script[data-wasm]", add_preloads),
                element!("#app", set_content),
            ],
        )
    }

    /// The tags that preload chunks. An app that is not split has none.
    fn preloads(&self, chunks: &[&str]) -> Result<String> {
        if self.chunks.is_empty() {
            return Ok(String::new());
        }
        let files = |chunk: &&str| {
            let files = self.chunks.get(*chunk);
            files.with_context(|| format!("The app has no chunk `{chunk}` (src/pages/chunks.rs)"))
        };
        let files: Vec<&Vec<String>> = chunks.iter().map(files).collect::<Result<_>>()?;
        let mut files: Vec<_> = files.into_iter().flatten().collect();
        files.sort();
        files.dedup();
        let base = &self.base;
        let tag = |file| format!(r#"<link rel="preload" as="fetch" href="{base}{file}">"#);
        Ok(files.into_iter().map(tag).collect())
    }
}

/// Removes the title, the description and the links to style sheets, which each page has itself.
fn without_own_head(html: &str) -> Result<String> {
    let places = Cell::new(0);
    let remove = |element: &mut Element| {
        element.remove();
        Ok(())
    };
    let count = |_: &mut Element| {
        places.set(places.get() + 1);
        Ok(())
    };
    let html = rewrite(
        html,
        vec![
            element!("title, meta[name=description], link[rel=stylesheet]", remove),
            element!("#app, meta[name=viewport], meta[charset], script[data-wasm]", count),
        ],
    )?;
    ensure!(
        places.get() == 4,
        "index.html needs one each of `#app`, `meta[name=viewport]`, `meta[charset]` and `script[data-wasm]`"
    );
    Ok(html)
}

fn with_options(html: &str, options: &SiteOptions) -> Result<String> {
    let [light, dark] = options.theme()?.backgrounds()?;
    let connect: Vec<_> = options.connect.iter().map(ToString::to_string).collect();
    let connect = connect.join(" ");
    let set_colour = |meta: &mut Element| {
        let is_dark = meta.get_attribute("media").is_some_and(|media| media.contains("dark"));
        meta.set_attribute("content", if is_dark { &dark } else { &light })?;
        Ok(())
    };
    let set_connect = |app: &mut Element| {
        app.set_attribute("data-connect", &connect)?;
        Ok(())
    };
    rewrite(
        html,
        vec![element!("meta[name=theme-color]", set_colour), element!("#app", set_connect)],
    )
}

/// Sets the addresses of files, with their digests in `data-NAME-integrity` for `public/start.js` to check.
fn with_addresses(
    html: &str,
    app: &Manifest,
    styles: &Styles,
    data: &HashedAsset,
    options: &SiteOptions,
) -> Result<String> {
    let base = &options.base;
    let address = |asset: &HashedAsset| format!("{base}{}", asset.path);
    let set_script = |script: &mut Element| {
        let attributes = script.attributes().iter().map(|a| (a.name(), a.value()));
        for (name, value) in attributes.collect::<Vec<_>>() {
            let Some(asset) = app.renamed.get(&value) else { continue };
            script.set_attribute(&name, &address(asset))?;
            // Browsers do not check the digest of a worker's script.
            if name != "data-reader" {
                script.set_attribute(&format!("{name}-integrity"), &asset.integrity)?;
            }
        }
        script.set_attribute("data-base", base)?;
        for (name, asset) in [("data-site", data), ("data-styles", &styles.all)] {
            script.set_attribute(name, &address(asset))?;
            script.set_attribute(&format!("{name}-integrity"), &asset.integrity)?;
        }
        let offline = app.renamed.get("/offline.js").filter(|_| !options.no_offline);
        if let Some(offline) = offline {
            script.set_attribute("data-offline", &address(offline))?;
            script.set_attribute("data-offline-integrity", &offline.integrity)?;
            script.set_attribute("data-worker", &format!("{base}{}", offline::WORKER))?;
        }
        Ok(())
    };
    let set_link = |link: &mut Element| {
        let href = link.get_attribute("href").unwrap_or_default();
        if href == DEVELOPMENT_DATA {
            link.set_attribute("href", &address(data))?;
        } else if let Some(asset) = app.renamed.get(&href) {
            link.set_attribute("href", &address(asset))?;
        } else if let Some(path) = href.strip_prefix('/') {
            link.set_attribute("href", &format!("{base}{path}"))?;
        }
        Ok(())
    };
    let styles = format!(
        r#"<link rel="stylesheet" href="{}" integrity="{}">"#,
        address(&styles.all),
        styles.all.integrity
    );
    // Without JavaScript, nothing else loads the rest of the styles.
    let add_styles = |notice: &mut Element| {
        notice.prepend(&styles, ContentType::Html);
        Ok(())
    };
    rewrite(
        html,
        vec![
            element!("script[data-wasm]", set_script),
            element!("link", set_link),
            element!("noscript", add_styles),
        ],
    )
}

/// The address of the site's data while the app is served by Trunk.
const DEVELOPMENT_DATA: &str = "/site.bin";

/// The digests of the scripts inside the template.
fn inline_scripts(html: &str) -> Result<std::collections::BTreeSet<String>> {
    let script = RefCell::new(String::new());
    let digests = RefCell::new(std::collections::BTreeSet::new());
    let take = |chunk: &mut TextChunk| {
        script.borrow_mut().push_str(chunk.as_str());
        if chunk.last_in_text_node() {
            let text = script.take();
            if !text.trim().is_empty() {
                digests.borrow_mut().insert(integrity(text.as_bytes()));
            }
        }
        Ok(())
    };
    rewrite(html, vec![text!("script:not([src])", take)])?;
    Ok(digests.into_inner())
}

type Handler<'a> = (Cow<'a, Selector>, ElementContentHandlers<'a>);

fn rewrite(html: &str, handlers: Vec<Handler<'_>>) -> Result<String> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings).context("Cannot rewrite index.html")
}
