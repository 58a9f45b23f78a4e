//! What Trunk calls once it has put the page together (see Trunk.toml), before the folder becomes
//! `dist/`. The place for whatever else the folder to host needs.

use crate::process::{self, cargo};
use crate::reader_script;
use crate::tools::esbuild;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Finishes the folder that Trunk names in `TRUNK_STAGING_DIR`.
pub fn run() -> Result<()> {
    let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
    let base = std::env::var("TRUNK_PUBLIC_URL").context(by_trunk)?;
    let folder = PathBuf::from(std::env::var_os("TRUNK_STAGING_DIR").context(by_trunk)?);
    reader_script::write(&folder)?;
    // While one works on the page a quick build counts, and the program alone shows it.
    if std::env::var("TRUNK_PROFILE").as_deref() == Ok("release") {
        shorten_scripts(&folder)?;
        reader_script::name_for_ever(&folder)?;
        prerender(&base)?;
    }
    Ok(())
}

/// Shortens every script in the folder.
fn shorten_scripts(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder).context("The built folder cannot be read.")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            esbuild::shorten(&path)?;
        }
    }
    Ok(())
}

/// Writes every page's HTML, with the components themselves.
fn prerender(base: &str) -> Result<()> {
    let mut prerender = cargo();
    prerender
        .args(["run", "--quiet", "--package", "career-ladder", "--bin", "prerender"])
        .env("CAREER_LADDER_BASE", base);
    process::run(&mut prerender, "The pages could not be written, the lines above say why.")
}
