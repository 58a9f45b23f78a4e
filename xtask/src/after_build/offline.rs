//! The worker that keeps the site on a visitor's device, with the list of what it keeps.

use super::built::Built;
use crate::tools::esbuild;
use anyhow::{Context, Result};
use std::path::Path;

/// Lists the folder and writes its worker, or the one that takes everything back.
pub fn write(built: &Built) -> Result<()> {
    if built.options.is_kept { keep(&built.folder) } else { withdraw(&built.folder) }
}

fn keep(folder: &Path) -> Result<()> {
    let list = offline::keep(folder).context("What is kept offline cannot be listed.")?;
    esbuild::shorten(&folder.join(offline::WORKER))?;
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
