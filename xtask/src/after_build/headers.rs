//! `_headers`, which some hosts and the browser tests' server read.

use super::built::Built;
use crate::headers::{LASTING, headers_file};
use anyhow::{Context, Result};
use std::fs;

/// Writes it for what stands at the top of the folder. Comes after everything that puts files there.
pub fn write(built: &Built) -> Result<()> {
    let unreadable = "The built folder cannot be read.";
    let mut names = Vec::new();
    for entry in fs::read_dir(&built.folder).context(unreadable)? {
        let entry = entry.context(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != LASTING && !name.starts_with('_') {
            names.push((name, entry.file_type().context(unreadable)?.is_dir()));
        }
    }
    names.sort();
    let options = &built.options;
    let file = headers_file(&options.base, &options.connect, &names);
    fs::write(built.folder.join("_headers"), file).context("The built folder cannot be written to.")
}
