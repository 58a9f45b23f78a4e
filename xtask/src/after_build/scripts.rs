//! Scripts are made shorter.

use super::built::Built;
use crate::tools::esbuild;
use anyhow::{Context, Result};

/// Shortens every script in the folder.
pub fn shorten(built: &Built) -> Result<()> {
    for entry in std::fs::read_dir(&built.folder).context("The built folder cannot be read.")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            esbuild::shorten(&path)?;
        }
    }
    Ok(())
}
