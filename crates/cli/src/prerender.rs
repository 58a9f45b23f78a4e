//! Writes the HTML of every page, so that the site can be read before the app starts and without it.

mod head;
mod json_ld;
mod manifest;
mod rendered_content;
mod search_engines;
mod styles;
mod template;

pub use manifest::manifest;
pub use rendered_content::RenderedPage;
pub use search_engines::{robots_txt, sitemap};
pub use styles::Styles;
pub use template::{PageParts, Template};

use crate::built_app::{HashedAsset, Manifest};
use crate::headers::PolicySources;
use crate::site_options::SiteOptions;
use anyhow::{Context, Result};
use career_ladder::prerender::{folder as page_folder, former_routes, routes};
use career_ladder::router::{NotFound, Route};
use career_ladder::stores::SharedLadder;
use indicatif::ProgressBar;
use ladder::CatalogEntry;
use rayon::prelude::*;
use std::fs;
use std::path::Path;

/// What the pages of a site are made of.
#[derive(Debug)]
pub struct Site<'a> {
    /// The site's own ladder.
    pub ladder: &'a SharedLadder,
    /// The ladders that come with the site.
    pub catalog: &'a [CatalogEntry],
    /// The publisher's choices.
    pub options: &'a SiteOptions,
}

/// The pages that were written.
#[derive(Debug)]
pub struct WrittenPages {
    /// How many there are.
    pub count: usize,
    /// What the policy of the site allows.
    pub sources: PolicySources,
}

/// Writes every page, the style sheet, the web app manifest, `robots.txt` and `sitemap.xml`. `data` is the
/// file with the site's ladder; `progress` advances with each page.
///
/// # Errors
/// If a file cannot be read or written, or the app's template lacks something that pages need.
pub fn write_pages(
    folder: &Path,
    site: &Site<'_>,
    app: &Manifest,
    data: &HashedAsset,
    progress: &ProgressBar,
) -> Result<WrittenPages> {
    let (ladder, address) = (site.ladder, site.options.site.as_deref());
    let theme = site.options.theme()?;
    let mut routes = routes(ladder);
    let sitemap = address.map(|address| sitemap(ladder, &routes, address));
    routes.extend(former_routes(ladder));
    routes.push(Route::NotFound(NotFound::Page("this address".to_owned())));

    progress.set_length(routes.len() as u64);
    let pages = routes
        .par_iter()
        .map(|route| RenderedPage::render(ladder, site.catalog, route))
        .collect::<Result<Vec<_>>>()?;
    let styles = Styles::write(folder, &app.styles, &theme.style_sheet(), &pages)?;
    let template = Template::new(app, &styles, data, site.options)?;

    let write = |name: &str, content: &str| {
        let file = folder.join(name);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, content).with_context(|| format!("Cannot write {name}"))
    };
    pages.par_iter().try_for_each(|page| {
        let name = match page.route {
            Route::NotFound(_) => "404.html".to_owned(),
            ref route => format!("{}index.html", page_folder(route)),
        };
        write(&name, &page.html(ladder, &template, &styles, address)?)?;
        progress.inc(1);
        Ok::<_, anyhow::Error>(())
    })?;

    let [background, _] = theme.backgrounds()?;
    write(manifest::FILE, &manifest(ladder, &background))?;
    write("robots.txt", &robots_txt(address))?;
    if let Some(sitemap) = sitemap {
        write("sitemap.xml", &sitemap)?;
    }
    Ok(WrittenPages { count: pages.len(), sources: template.policy_sources(&styles) })
}
