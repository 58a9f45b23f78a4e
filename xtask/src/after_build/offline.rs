//! The worker that keeps the site on a visitor's device, with the list of what it keeps.

use super::built::Built;
use crate::tools::esbuild;
use anyhow::{Context, Result};

/// Lists the folder and writes its worker.
pub fn keep(built: &Built) -> Result<()> {
    let list = offline::keep(&built.folder).context("What is kept offline cannot be listed.")?;
    esbuild::shorten(&built.folder.join(offline::WORKER))?;
    let (files, bytes) = (list.entries.len(), list.bytes().div_ceil(1024));
    println!("{files} files, {bytes} KB, are kept for offline use as version {}.", list.version());
    if list.left_out > 0 {
        println!(
            "{} pages more are not: without a connection the program draws them.",
            list.left_out
        );
    }
    Ok(())
}

/// Writes a worker that takes back what an earlier build, seen at the same address, has kept: while
/// one works on the page, it has to be the newest.
pub fn withdraw(built: &Built) -> Result<()> {
    offline::withdraw(&built.folder).context("The worker cannot be written.")
}
