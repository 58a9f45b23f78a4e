//! Writes the HTML of every page, so that the site can be read before the app starts and without it.

mod assets;
mod head;
mod json_ld;
mod manifest;
mod rendered_content;
mod search_engines;
mod template;

pub use assets::HashedAsset;
pub use head::CARD_SIZE;
pub use manifest::manifest;
pub use search_engines::{robots_txt, sitemap};
pub use template::Template;

use crate::compress::for_each_parallel;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result};
use assets::Assets;
use career_ladder::pages::Page;
use career_ladder::prerender::{content, folder as page_folder, routes};
use career_ladder::router::{NotFound, Route};
use career_ladder::stores::SharedLadder;
use std::fs;
use std::path::Path;
use template::Styles;

/// Gives the assets in `folder` their final names, then writes every page, the web app manifest,
/// `robots.txt` and `sitemap.xml`. Returns the number of pages.
///
/// # Errors
/// If a file cannot be read or written, or `index.html` lacks something that pages need.
pub fn write_pages(folder: &Path, ladder: &SharedLadder, options: &SiteOptions) -> Result<usize> {
    let site = options.site.as_deref();
    let theme = options.theme()?;
    let index = fs::read_to_string(folder.join("index.html")).context("Cannot read index.html")?;
    let assets = Assets::rename(folder, &index, ladder, options)?;
    let template = Template::new(&index)?.with_options(options)?.with_assets(assets)?;

    let write = |name: &str, content: &str| {
        let file = folder.join(name);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, content).with_context(|| format!("Cannot write {name}"))
    };
    let write_page =
        |name: &str, route: &Route| write(name, &page(&template, ladder, route, site)?);
    let routes = routes(ladder);
    for_each_parallel(&routes, |route| {
        write_page(&format!("{}index.html", page_folder(route)), route)
    })?;
    write_page("404.html", &Route::NotFound(NotFound::Page("this address".to_owned())))?;

    let [background, _] = theme.backgrounds()?;
    write(manifest::FILE, &manifest(ladder, &background))?;
    write("robots.txt", &robots_txt(site))?;
    if let Some(site) = site {
        write("sitemap.xml", &sitemap(ladder, &routes, site))?;
    }
    Ok(routes.len() + 1)
}

/// The HTML of a page: the template with the route's head and content. `site` is the scheme and host
/// of the site, such as `https://example.org`, if known.
///
/// # Errors
/// If the template or the content is not valid HTML.
pub fn page(
    template: &Template,
    ladder: &SharedLadder,
    route: &Route,
    site: Option<&str>,
) -> Result<String> {
    let content = rendered_content::adapt(ladder, &content(ladder, route))?;
    let chunks = Page::of(route).chunk_names(ladder);
    // A page without chunks is the first view.
    let styles = if chunks.is_empty() { Styles::First } else { Styles::All };
    template.page(&head::tags(ladder, route, site), &content, styles, &chunks)
}
