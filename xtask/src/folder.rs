//! Folders: copied, replaced, measured.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Copies a folder and everything in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("Cannot copy {} to {}", from.display(), to.display());
    fs::create_dir_all(to).with_context(failed)?;
    for entry in fs::read_dir(from).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let target = to.join(entry.file_name());
        if entry.file_type().with_context(failed)?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).with_context(failed)?;
        }
    }
    Ok(())
}

/// Removes everything in a folder except the entry called `keep`. Creates the folder if it is missing.
pub fn clear(folder: &Path, keep: &str) -> Result<()> {
    let failed = || format!("Cannot empty {}", folder.display());
    fs::create_dir_all(folder).with_context(failed)?;
    for entry in fs::read_dir(folder).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        if entry.file_name() == keep {
            continue;
        }
        if entry.file_type().with_context(failed)?.is_dir() {
            fs::remove_dir_all(entry.path()).with_context(failed)?;
        } else {
            fs::remove_file(entry.path()).with_context(failed)?;
        }
    }
    Ok(())
}
