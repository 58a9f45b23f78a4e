//! Writes each route's HTML at build time. Called by Trunk once the rest is built, with
//! `TRUNK_STAGING_DIR` naming the folder that holds it.

use career_ladder::ladder::NotPacked;
use career_ladder::prerender::{MANIFEST, Template, Unusable, hashed_name, manifest, page, routes};
use career_ladder::route::{BASE, Nowhere, Route};
use career_ladder::{bundled, state::Shared};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

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
    let ladder: Shared = Arc::new(bundled::ladder()?);
    let index = folder.join("index.html");
    let template = std::fs::read_to_string(&index).map_err(|why| Failure::File(index, why))?;
    let template = with_one_stylesheet(&folder, Template::new(&template)?)?;
    let routes = routes(&ladder);
    for route in &routes {
        write(&folder, &file_of(route), &page(&template, &ladder, route)?)?;
    }
    let nowhere = Route::Nowhere(Nowhere::Page("this address".to_owned()));
    write(&folder, "404.html", &page(&template, &ladder, &nowhere)?)?;
    write(&folder, MANIFEST, &manifest(&ladder, template.paper()))?;
    Ok(routes.len() + 1)
}

/// Puts the stylesheets into one file: a page asks once, and it packs better.
fn with_one_stylesheet(folder: &Path, template: Template) -> Result<Template, Failure> {
    let mut all = String::new();
    for address in template.stylesheets() {
        let path = folder.join(address.rsplit('/').next().unwrap_or_default());
        let sheet = std::fs::read_to_string(&path);
        all.push_str(&sheet.map_err(|why| Failure::File(path.clone(), why))?);
        std::fs::remove_file(&path).map_err(|why| Failure::File(path, why))?;
    }
    let name = hashed_name("style", "css", &all);
    write(folder, &name, &all)?;
    Ok(template.with_stylesheet(&format!("{BASE}{name}"))?)
}

/// Hosts show `roles/cto/index.html` for `/roles/cto` and `/roles/cto/` alike.
fn file_of(route: &Route) -> String {
    let address = route.address();
    match address.trim_matches('/') {
        "" => "index.html".to_owned(),
        path => format!("{path}/index.html"),
    }
}

fn write(folder: &Path, name: &str, html: &str) -> Result<(), Failure> {
    let path = folder.join(name);
    let failed = |why| Failure::File(path.clone(), why);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    std::fs::write(&path, html).map_err(failed)
}
