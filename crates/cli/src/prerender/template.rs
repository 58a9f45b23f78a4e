//! `index.html` as Trunk built it, completed and then filled with each page's head and content.

use super::assets::{Assets, HashedAsset};
use crate::headers::meta_tags;
use crate::offline;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result, ensure};
use career_ladder::router::BASE;
use lol_html::html_content::{ContentType, Element};
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, element, rewrite_str};
use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

/// The style sheets that a page loads before its first paint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    /// Those of the first view. `public/start.js` loads the rest; without JavaScript, a `<noscript>` does.
    First,
    /// All.
    All,
}

/// A page without its head and content.
#[derive(Debug)]
pub struct Template {
    html: String,
    /// The tag of the second style sheet.
    later_styles: String,
    /// The addresses of the files of each chunk.
    chunks: BTreeMap<String, Vec<String>>,
}

impl Template {
    /// Removes the title and the description, which each page has itself.
    ///
    /// # Errors
    /// If the HTML has no place for a page's head or content.
    pub fn new(html: &str) -> Result<Self> {
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
                element!("title, meta[name=description]", remove),
                element!("#app, meta[name=viewport]", count),
            ],
        )?;
        ensure!(
            places.get() == 2,
            "index.html needs one element with the id `app` and one `<meta name=viewport>`"
        );
        Ok(Self { html, later_styles: String::new(), chunks: BTreeMap::new() })
    }

    /// Adds the content security policy, the colours of the browser's own bars, the hosts that the page may
    /// connect to, and the scripts for offline use.
    ///
    /// # Errors
    /// If the theme cannot be read.
    pub fn with_options(mut self, options: &SiteOptions) -> Result<Self> {
        let [light, dark] = options.theme()?.backgrounds()?;
        let connect: Vec<_> = options.connect.iter().map(ToString::to_string).collect();
        let connect = connect.join(" ");
        let policy = format!("\n{}", meta_tags(&options.connect));
        let add_policy = |meta: &mut Element| {
            meta.after(&policy, ContentType::Html);
            Ok(())
        };
        let set_colour = |meta: &mut Element| {
            let is_dark = meta.get_attribute("media").is_some_and(|media| media.contains("dark"));
            meta.set_attribute("content", if is_dark { &dark } else { &light })?;
            Ok(())
        };
        let set_connect = |app: &mut Element| {
            app.set_attribute("data-connect", &connect)?;
            Ok(())
        };
        let add_offline = |script: &mut Element| {
            if !options.no_offline {
                script.set_attribute("data-offline", &format!("{BASE}offline.js"))?;
                script.set_attribute("data-worker", &format!("{BASE}{}", offline::WORKER))?;
            }
            Ok(())
        };
        self.html = rewrite(
            &self.html,
            vec![
                element!("meta[charset]", add_policy),
                element!("meta[name=theme-color]", set_colour),
                element!("#app", set_connect),
                element!("script[data-wasm]", add_offline),
            ],
        )?;
        Ok(self)
    }

    /// Uses the final names of the assets, with their digests: in `integrity`, or in `data-NAME-integrity` for
    /// `public/start.js` to check.
    pub(super) fn with_assets(mut self, assets: Assets) -> Result<Self> {
        let first_link = Cell::new(true);
        let link = |HashedAsset { address, integrity }: &HashedAsset| {
            format!(r#"<link rel="stylesheet" href="{address}" integrity="{integrity}">"#)
        };
        let replace_styles = |sheet: &mut Element| {
            if first_link.replace(false) {
                sheet.replace(&link(&assets.first_styles), ContentType::Html);
            } else {
                sheet.remove();
            }
            Ok(())
        };
        let rename_script = |script: &mut Element| {
            let attributes = script.attributes().iter().map(|a| (a.name(), a.value()));
            for (name, value) in attributes.collect::<Vec<_>>() {
                let Some(asset) = assets.renamed.get(&value) else { continue };
                script.set_attribute(&name, &asset.address)?;
                match name.as_str() {
                    // Browsers do not check the digest of a worker's script.
                    "data-reader" => {}
                    "src" => script.set_attribute("integrity", &asset.integrity)?,
                    name => script.set_attribute(&format!("{name}-integrity"), &asset.integrity)?,
                }
            }
            script.set_attribute("data-later", &assets.later_styles.address)?;
            script.set_attribute("data-later-integrity", &assets.later_styles.integrity)?;
            Ok(())
        };
        // Without `integrity`, about which Chromium warns here.
        let rename_preload = |preload: &mut Element| {
            let href = preload.get_attribute("href").unwrap_or_default();
            if let Some(asset) = assets.renamed.get(&href) {
                preload.set_attribute("href", &asset.address)?;
            }
            Ok(())
        };
        self.html = rewrite(
            &self.html,
            vec![
                element!("link[rel=stylesheet]", replace_styles),
                element!("script[data-wasm]", rename_script),
                element!("link[rel=preload]", rename_preload),
            ],
        )?;
        self.later_styles = link(&assets.later_styles);
        self.chunks = assets.chunks;
        Ok(self)
    }

    /// A page with this head and content, which preloads the named chunks.
    pub(super) fn page(
        &self,
        head: &str,
        content: &str,
        styles: Styles,
        chunks: &[&str],
    ) -> Result<String> {
        let later_styles = match styles {
            Styles::First if self.later_styles.is_empty() => String::new(),
            Styles::First => format!("<noscript>{}</noscript>", self.later_styles),
            Styles::All => self.later_styles.clone(),
        };
        // After the styles, which the first paint waits for.
        let after_styles = later_styles + &self.preloads(chunks);
        let add_after_styles = |element: &mut Element| {
            element.after(&after_styles, ContentType::Html);
            Ok(())
        };
        // Minified HTML may have no `<head>` tag, and the policy has to come first.
        let add_head = |element: &mut Element| {
            element.after(head, ContentType::Html);
            Ok(())
        };
        let set_content = |element: &mut Element| {
            element.set_inner_content(content, ContentType::Html);
            Ok(())
        };
        rewrite(
            &self.html,
            vec![
                element!("meta[name=viewport]", add_head),
                element!("link[rel=stylesheet]", add_after_styles),
                element!("#app", set_content),
            ],
        )
    }

    fn preloads(&self, chunks: &[&str]) -> String {
        let mut files: Vec<_> =
            chunks.iter().filter_map(|chunk| self.chunks.get(*chunk)).flatten().collect();
        files.sort();
        files.dedup();
        let tag = |file| format!(r#"<link rel="preload" as="fetch" crossorigin href="{file}">"#);
        files.into_iter().map(tag).collect()
    }
}

type Handler<'a> = (Cow<'a, Selector>, ElementContentHandlers<'a>);

fn rewrite(html: &str, handlers: Vec<Handler<'_>>) -> Result<String> {
    let settings = handlers
        .into_iter()
        .fold(RewriteStrSettings::new(), RewriteStrSettings::append_element_content_handler);
    rewrite_str(html, settings).context("Cannot rewrite index.html")
}
