//! Writes each route's HTML at build time. Called by Trunk once the rest is built, with
//! `TRUNK_STAGING_DIR` naming the folder that holds it.

mod assets;
mod file;
mod parts;

use career_ladder::bundled;
use career_ladder::prerender::{
    MANIFEST, Template, Unusable, folder as page_folder, manifest, page, robots, routes, sitemap,
};
use career_ladder::router::{Nowhere, Route};
use ladder::NotPacked;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(
        "TRUNK_STAGING_DIR is not set: prerender is called by Trunk, through cargo xtask build"
    )]
    NoFolder,
    #[error("the bundled ladder: {0}")]
    Ladder(#[from] NotPacked),
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    #[error(transparent)]
    Template(#[from] Unusable),
}

fn main() -> ExitCode {
    match write_pages() {
        Ok(count) => {
            println!("{count} pages written.");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("The pages could not be written: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn write_pages() -> Result<usize, Failure> {
    let folder = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").ok_or(Failure::NoFolder)?);
    let site = std::env::var("CAREER_LADDER_SITE").ok().filter(|site| !site.is_empty());
    let site = site.as_deref();
    let ladder = Arc::new(bundled::ladder()?);
    let index = file::read(&folder.join("index.html"))?;
    let mut template = Template::new(&String::from_utf8_lossy(&index))?;
    if std::env::var("CAREER_LADDER_OFFLINE").as_deref() != Ok("no") {
        template = template.kept_offline()?;
    }
    let template = parts::settle(&folder, assets::settle(&folder, template, &ladder)?)?;
    let write = |name: &str, route: &Route| {
        file::write(&folder.join(name), page(&template, &ladder, route, site)?)
    };
    let routes = routes(&ladder);
    on_every_core(&routes, |route| write(&format!("{}index.html", page_folder(route)), route))?;
    write("404.html", &Route::Nowhere(Nowhere::Page("this address".to_owned())))?;
    file::write(&folder.join(MANIFEST), manifest(&ladder, template.paper()))?;
    file::write(&folder.join("robots.txt"), robots(site))?;
    if let Some(site) = site {
        file::write(&folder.join("sitemap.xml"), sitemap(&ladder, &routes, site))?;
    }
    Ok(routes.len() + 1)
}

/// Does the work for every route, on as many threads as there are cores: a ladder may have thousands.
fn on_every_core(
    routes: &[Route],
    work: impl Fn(&Route) -> Result<(), Failure> + Sync,
) -> Result<(), Failure> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let work = &work;
    thread::scope(|scope| {
        let part = |nth| move || routes.iter().skip(nth).step_by(cores).try_for_each(work);
        let parts: Vec<_> = (0..cores).map(|nth| scope.spawn(part(nth))).collect();
        parts.into_iter().try_for_each(|part| part.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}
