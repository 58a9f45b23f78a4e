//! Installs packages from npm into `.tools/npm/`.

use crate::process::{self, command};
use crate::project;
use anyhow::{Result, bail};

/// Whether a package is installed in this version.
pub fn has(package: &str, version: &str) -> bool {
    let manifest = project::tools().join("npm/node_modules").join(package).join("package.json");
    let text = std::fs::read_to_string(manifest).unwrap_or_default();
    text.contains(&format!("\"version\": \"{version}\""))
}

/// Installs a package.
pub fn install(package: &str, version: &str) -> Result<()> {
    let Some(npm) = process::find("npm") else {
        bail!("{package} comes from npm, which was not found. Install Node.js and try again.");
    };
    println!("Installing {package} {version} into .tools/npm/ (seconds) …");
    let mut install = command(npm);
    install
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(project::tools().join("npm"))
        .arg(format!("{package}@{version}"));
    let message =
        format!("Cannot install {package} {version}; the lines above say why. Is there a network?");
    process::run(&mut install, &message)
}
