//! wasm-bindgen's program, which has to match the library in Cargo.lock exactly.

use super::cargo_install::install;
use crate::process::{self, command};
use crate::project;
use anyhow::Result;

/// Installs it where it is missing in the version that Cargo.lock asks for.
pub fn ensure() -> Result<()> {
    let version = project::locked_version("wasm-bindgen")?;
    let there = process::output(command("wasm-bindgen").arg("--version"));
    if there.is_some_and(|said| said == format!("wasm-bindgen {version}")) {
        return Ok(());
    }
    // Its own lock file does not build; without it cargo takes what fits.
    install("wasm-bindgen-cli", &version, &[], "1 minute")
}
