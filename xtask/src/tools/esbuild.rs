//! esbuild, which minifies JavaScript. Trunk 0.21.14 fails to parse wasm-bindgen's output and leaves it as it is.
//! Optional.

use super::npm;
use crate::process::{self, command};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

const VERSION: &str = "0.28.2";

/// Installs it if it is missing and npm is available.
pub fn ensure() {
    if npm::has("esbuild", VERSION) {
        return;
    }
    if let Err(error) = npm::install("esbuild", VERSION) {
        println!(
            "Continuing without esbuild: the site works, but its JavaScript is a quarter larger. ({error:#})"
        );
    }
}

/// Minifies every script in a folder in place; does nothing without esbuild.
pub fn minify_all(folder: &Path) -> Result<()> {
    if !npm::has("esbuild", VERSION) {
        return Ok(());
    }
    for entry in
        fs::read_dir(folder).with_context(|| format!("Cannot read {}", folder.display()))?
    {
        let script = entry?.path();
        if script.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let mut minify = command("esbuild");
        minify
            .args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
            // wasm-bindgen's warnings are about mistakes that a build excludes.
            .arg("--pure:console.warn")
            .arg(format!("--outfile={}", script.display()))
            .arg(&script);
        process::run(&mut minify, "esbuild failed; the lines above say why.")?;
    }
    Ok(())
}
