//! The worker that keeps the site on a visitor's device, with the list of what it keeps.

use super::built::Built;
use crate::tools::esbuild;
use anyhow::{Context, Result};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The script with which a page has itself kept; a release gives it a lasting name.
const PAGE: &str = "offline.js";

/// Lists the folder and writes its worker, or the one that takes everything back.
pub fn write(built: &Built) -> Result<()> {
    if built.options.is_kept {
        return keep(&built.folder);
    }
    // What keeps a page offline is asked for by none of them then.
    match fs::remove_file(built.folder.join(PAGE)) {
        Err(why) if why.kind() != ErrorKind::NotFound => {
            Err(why).with_context(|| format!("{PAGE} cannot be removed."))
        }
        _ => withdraw(&built.folder),
    }
}

fn keep(folder: &Path) -> Result<()> {
    let list = offline::keep(folder).context("What is kept offline cannot be listed.")?;
    esbuild::shorten(&folder.join(offline::WORKER), &[])?;
    let (files, bytes) = (list.entries.len(), list.bytes().div_ceil(1024));
    println!("{files} files, {bytes} KB, are kept for offline use as version {}.", list.version());
    if list.left_out > 0 {
        println!("{} pages more are not: offline the program draws them.", list.left_out);
    }
    Ok(())
}

/// Writes a worker that takes back what an earlier build, seen at the same address, has kept: also
/// while one works on the page, which has to be the newest.
pub fn withdraw(folder: &Path) -> Result<()> {
    offline::withdraw(folder).context("The worker cannot be written.")
}
