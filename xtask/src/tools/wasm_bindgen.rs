//! The wasm-bindgen command, whose version must equal that of the library in Cargo.lock.

use super::cargo_install::install;
use crate::process::{self, command};
use crate::project;
use anyhow::Result;

/// Installs it if it is missing in that version.
pub fn ensure() -> Result<()> {
    let version = project::locked_version("wasm-bindgen")?;
    let installed = process::output(command("wasm-bindgen").arg("--version"));
    if installed.is_some_and(|installed| installed == format!("wasm-bindgen {version}")) {
        return Ok(());
    }
    // Without `--locked`: its own lock file does not build. Without TLS, which only its test runner uses.
    let options = ["--no-default-features", "--bin", "wasm-bindgen"];
    install("wasm-bindgen-cli", &version, &options, "1 minute")
}
