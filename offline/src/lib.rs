//! Which files of a built site are kept on a visitor's device, and the worker that keeps them.
//!
//! [`keep`] lists a folder and writes its `sw.js`; [`withdraw`] writes one that takes everything
//! back. Both are steps of the build; the browser tests call them to make a second version.

mod folder;
mod list;

pub use list::{Entry, List, MOST_BYTES_OF_PAGES, digest};

use std::io;
use std::path::{Path, PathBuf};

/// The worker's name in the folder. It has to stand at the root of what it keeps, and its name may
/// never change: browsers that have it ask for it by this one.
pub const WORKER: &str = "sw.js";

const KEEPING: &str = include_str!("../worker.js");
const WITHDRAWING: &str = include_str!("../withdraw.js");

/// A file or folder that cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {why}", path.display())]
pub struct Trouble {
    path: PathBuf,
    why: io::Error,
}

impl Trouble {
    fn with(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self { path, why }
    }
}

/// Lists what of `folder` is kept, and writes the worker that keeps it. Gives the list.
///
/// # Errors
/// Where the folder cannot be read, or the worker not be written.
pub fn keep(folder: &Path) -> Result<List, Trouble> {
    let list = List::of(folder::files(folder)?);
    write(folder, &format!("{}{KEEPING}", list.script()))?;
    Ok(list)
}

/// Writes a worker that deletes what an earlier one kept, and itself.
///
/// # Errors
/// Where the worker cannot be written.
pub fn withdraw(folder: &Path) -> Result<(), Trouble> {
    write(folder, WITHDRAWING)
}

fn write(folder: &Path, script: &str) -> Result<(), Trouble> {
    let path = folder.join(WORKER);
    std::fs::write(&path, script).map_err(Trouble::with(&path))
}
