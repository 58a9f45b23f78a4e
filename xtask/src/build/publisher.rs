//! What a publisher brings: ladders that are checked before anything is built, and a folder to write
//! the site to that holds nothing else.

use super::Options;
use crate::theme::Theme;
use crate::{check, project};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Looks at everything, and puts the ladders together. Quick, and said before a build of minutes.
pub fn prepare(options: &Options) -> Result<Theme> {
    is_ours_to_write(&options.out)?;
    let theme = Theme::chosen(options.theme.as_deref())?;
    for warning in theme.warnings()? {
        println!("warning: {warning}");
    }
    if !options.ladders.is_empty() {
        let folder = options.published();
        fs::create_dir_all(&folder).context("target/ cannot be written to.")?;
        if !check::put_together(&options.ladders, &folder)? {
            clean_up(options);
            bail!(
                "Nothing was built: mend the errors above first. (docs/write-a-ladder.md says how a ladder is written.)"
            );
        }
    }
    Ok(theme)
}

/// Removes what was put together.
pub fn clean_up(options: &Options) {
    if !options.ladders.is_empty() {
        // What stays in target/ is in nobody's way.
        let _ = fs::remove_dir_all(options.published());
    }
}

/// Everything in the folder is replaced, so that it has to be empty, new, or a site of ours.
fn is_ours_to_write(out: &Path) -> Result<()> {
    let is_ours = out == project::dist()
        || (out.join("_headers").is_file() && out.join("404.html").is_file());
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if out.is_file() || !(is_ours || is_empty) {
        bail!(
            "{} holds something else, and a build replaces everything in its folder: name another \
             folder with --out, or empty this one.",
            out.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::is_ours_to_write;
    use std::fs;

    #[test]
    fn a_folder_with_something_else_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("out-{}", std::process::id()));
        is_ours_to_write(&folder).unwrap();
        fs::create_dir_all(&folder).unwrap();
        is_ours_to_write(&folder).unwrap();
        fs::write(folder.join("letter.txt"), "dear").unwrap();
        let trouble = is_ours_to_write(&folder).unwrap_err().to_string();
        assert!(trouble.contains("holds something else"), "{trouble}");
        assert!(is_ours_to_write(&folder.join("letter.txt")).is_err());
        for name in ["_headers", "404.html"] {
            fs::write(folder.join(name), "").unwrap();
        }
        is_ours_to_write(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
