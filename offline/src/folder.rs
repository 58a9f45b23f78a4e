//! Goes through a built folder.

use crate::Trouble;
use crate::list::Entry;
use std::path::Path;

/// Every file of `folder` that a page is made of, however deep it lies.
pub(crate) fn files(folder: &Path) -> Result<Vec<Entry>, Trouble> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    Ok(found)
}

fn collect(folder: &Path, inside: &str, found: &mut Vec<Entry>) -> Result<(), Trouble> {
    for entry in std::fs::read_dir(folder).map_err(Trouble::with(folder))? {
        let entry = entry.map_err(Trouble::with(folder))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else { continue };
        let name = format!("{inside}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), found)?;
        } else if Entry::is_wanted(&name) {
            let content = std::fs::read(&path).map_err(Trouble::with(&path))?;
            found.push(Entry::new(&name, &content));
        }
    }
    Ok(())
}
