//! Trunk, which builds the app.

use super::cargo_install::install;
use crate::process::{self, command};
use anyhow::Result;

const VERSION: &str = "0.21.14";

/// Installs it if it is missing in this version.
pub fn ensure() -> Result<()> {
    let version = process::output(command("trunk").arg("--version"));
    if version.is_some_and(|version| version == format!("trunk {VERSION}")) {
        return Ok(());
    }
    // Without TLS: it finds its own tools on PATH and need not download them.
    install("trunk", VERSION, &["--locked", "--no-default-features"], "3 minutes")
}
