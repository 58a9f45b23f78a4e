//! A publisher's ladders, in the place of the project's own.

use super::built::Built;
use crate::build::published;
use anyhow::{Context, Result};
use std::fs;

/// Copies them, with their list; does nothing for the project's own site.
pub fn replace(built: &Built) -> Result<()> {
    let Some(published) = published() else { return Ok(()) };
    let unwritable = "The built folder cannot be written to.";
    let ladders = built.folder.join("ladders");
    fs::remove_dir_all(&ladders).context(unwritable)?;
    fs::create_dir(&ladders).context(unwritable)?;
    for entry in fs::read_dir(&published).context("The ladders are no longer in target/.")? {
        let entry = entry.context("The ladders cannot be read.")?;
        fs::copy(entry.path(), ladders.join(entry.file_name())).context(unwritable)?;
    }
    Ok(())
}
