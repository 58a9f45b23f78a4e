//! Turns the folder that Trunk built into a site to host. `cargo xtask build` has split the app and
//! minified its files by then; see `xtask/src/build.rs`.

use crate::headers::{ASSETS, LADDERS, headers_file};
use crate::site_options::SiteOptions;
use crate::{compress, offline, prerender, social_card};
use anyhow::{Context, Result};
use career_ladder::bundled;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Finishes the site in `folder`. `ladders` is a folder with a publisher's ladders and their list.
///
/// # Errors
/// If a file cannot be read or written, or `index.html` lacks something that pages need.
pub fn finish(folder: &Path, ladders: Option<&Path>, options: &SiteOptions) -> Result<()> {
    let theme = options.theme()?;
    let ladder = Arc::new(bundled::ladder().context("Cannot read the bundled ladder")?);
    if let Some(ladders) = ladders {
        replace_ladders(folder, ladders).context("Cannot copy the ladders")?;
        social_card::write(&folder.join("social-card.png"), &ladder, &theme.card_colours()?)
            .context("Cannot draw the social card")?;
    }
    let pages = prerender::write_pages(folder, &ladder, options)?;
    println!("{pages} pages written.");
    if options.no_offline {
        fs::remove_file(folder.join("offline.js")).context("Cannot remove offline.js")?;
        offline::write_withdrawing_worker(folder)?;
    } else {
        println!("{}", offline::write_worker(folder)?.summary());
    }
    write_headers(folder, options)?;
    // Last, because the copies must not differ from the files.
    compress::write_copies(folder)
}

fn replace_ladders(folder: &Path, ladders: &Path) -> Result<()> {
    let target = folder.join(LADDERS);
    fs::remove_dir_all(&target)?;
    fs::create_dir(&target)?;
    for entry in fs::read_dir(ladders)? {
        let entry = entry?;
        fs::copy(entry.path(), target.join(entry.file_name()))?;
    }
    Ok(())
}

/// Writes `_headers` for the files and folders at the top of the site.
fn write_headers(folder: &Path, options: &SiteOptions) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != ASSETS && !name.starts_with('_') {
            names.push((name, entry.file_type()?.is_dir()));
        }
    }
    names.sort();
    let file = headers_file(&options.base, &options.connect, options.hsts, &names);
    fs::write(folder.join("_headers"), file).context("Cannot write _headers")
}
