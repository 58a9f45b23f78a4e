//! The other implementations of the site, from `bench/`.

use crate::process::{self, command};
use crate::{cli, project};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Their folders, as `bench/build.js` names them.
const NAMES: [&str; 3] = ["react", "by-hand", "no-script"];

/// Builds all of them with compressed copies, as ours has. Returns their folders.
pub fn build(sites: &Path) -> Result<Vec<PathBuf>> {
    let source = project::root().join("bench");
    install(&source)?;
    let mut build = command("node");
    build.arg("build.js").arg(sites).current_dir(&source);
    process::run(&mut build, "The pages of bench/ cannot be built; the lines above say why.")?;
    let folders = NAMES.map(|name| sites.join(name));
    for folder in &folders {
        let message = "The pages of bench/ cannot be compressed; the lines above say why.";
        process::run(cli::with_app().arg("compress").arg(folder), message)?;
    }
    Ok(folders.into())
}

/// Installs React and vite if they are missing or older than the lock file.
fn install(source: &Path) -> Result<()> {
    let modified = |file: &str| source.join(file).metadata().and_then(|file| file.modified()).ok();
    if modified("node_modules/.package-lock.json") >= modified("package-lock.json") {
        return Ok(());
    }
    println!("Installing React and vite into bench/ (seconds) …");
    let npm = process::find("npm").context("React comes from npm. Install Node.js.")?;
    let mut install = command(npm);
    // Not `npm ci`, which fails where a registry lacks an optional dependency of vite for another system.
    install
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(source);
    process::run(&mut install, "Cannot install React and vite. Is there a network?")
}
