//! Offline use: the service worker `sw.js` that keeps the site on a visitor's device, with the list of
//! files it keeps. See `docs/offline.md`.

mod list;

pub use list::FileList;

use anyhow::{Context, Result};
use list::ListedFile;
use std::fs;
use std::path::Path;

/// The service worker. It is at the root of its scope, and its name must never change: browsers that
/// have it look for updates at this address.
pub const WORKER: &str = "sw.js";

/// Lists the files of a built site and writes the service worker that keeps them. Returns the list.
///
/// # Errors
/// If the folder cannot be read or written.
pub fn write_worker(folder: &Path) -> Result<FileList> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    let list = FileList::new(files);
    let script = format!("{}{}", list.script(), include_str!("offline/worker.js"));
    write(folder, &script)?;
    Ok(list)
}

/// Writes the service worker that removes itself and everything an earlier one kept.
///
/// # Errors
/// If the folder cannot be written to.
pub fn write_withdrawing_worker(folder: &Path) -> Result<()> {
    write(folder, include_str!("../../../public/sw.js"))
}

fn write(folder: &Path, script: &str) -> Result<()> {
    let path = folder.join(WORKER);
    fs::write(&path, script).with_context(|| format!("Cannot write {}", path.display()))
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<ListedFile>) -> Result<()> {
    let unreadable = |path: &Path| format!("Cannot read {}", path.display());
    for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found)?;
        } else if ListedFile::is_kept(&name) {
            found
                .push(ListedFile::new(&name, &fs::read(&path).with_context(|| unreadable(&path))?));
        }
    }
    Ok(())
}
