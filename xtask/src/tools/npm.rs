//! Packages from npm, into `.tools/npm/`.

use crate::process::{self, command};
use crate::project;
use anyhow::{Result, bail};

/// Whether a package is there in this version.
pub fn has(package: &str, version: &str) -> bool {
    let manifest = project::tools().join("npm/node_modules").join(package).join("package.json");
    let text = std::fs::read_to_string(manifest).unwrap_or_default();
    text.contains(&format!("\"version\": \"{version}\""))
}

/// Installs a package.
pub fn install(package: &str, version: &str) -> Result<()> {
    let Some(npm) = process::find("npm") else {
        bail!("{package} comes from npm, which was not found; install Node.js and start again.");
    };
    println!("Installing {package} {version} into .tools/npm/ (seconds) …");
    let mut install = command(npm);
    install
        .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
        .arg(project::tools().join("npm"))
        .arg(format!("{package}@{version}"));
    let trouble = format!(
        "{package} {version} could not be installed: is there a network? The lines above say what failed."
    );
    process::run(&mut install, &trouble)
}
