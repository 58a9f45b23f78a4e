//! esbuild, which shortens the JavaScript between the page and its program: Trunk's own shortening
//! (0.21.14) warns that it cannot read it. Worth having; the site works without it.

use super::npm;
use crate::process::{self, command};
use anyhow::Result;
use std::path::Path;

const VERSION: &str = "0.28.2";

/// Installs it where it is missing and can be had, and says so where it cannot.
pub fn ensure() {
    if npm::has("esbuild", VERSION) {
        return;
    }
    if let Err(trouble) = npm::install("esbuild", VERSION) {
        println!(
            "Going on without esbuild: the built site works and its JavaScript is a quarter larger. ({trouble})"
        );
    }
}

/// Shortens a module in its place; leaves it as it is where esbuild could not be had. `also` are options.
pub fn shorten(module: &Path, also: &[&str]) -> Result<()> {
    if !npm::has("esbuild", VERSION) {
        return Ok(());
    }
    let mut shorten = command("esbuild");
    shorten
        .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
        .args(also)
        .arg(format!("--outfile={}", module.display()))
        .arg(module);
    process::run(&mut shorten, "The JavaScript could not be shortened, the lines above say why.")
}
