//! axe-core, which checks the accessibility of pages.

use super::npm;
use crate::project;
use anyhow::Result;
use std::path::PathBuf;

const VERSION: &str = "4.14.1";

/// Installs it if it is missing. Returns the path of its script.
pub fn ensure() -> Result<PathBuf> {
    if !npm::has("axe-core", VERSION) {
        npm::install("axe-core", VERSION)?;
    }
    Ok(project::tools().join("npm/node_modules/axe-core/axe.min.js"))
}
