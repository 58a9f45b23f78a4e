//! Trunk, which puts the page together.

use super::cargo_install::install;
use crate::process::{self, command};
use anyhow::Result;

const VERSION: &str = "0.21.14";

/// Installs Trunk where it is missing in this version.
pub fn ensure() -> Result<()> {
    let there = process::output(command("trunk").arg("--version"));
    if there.is_some_and(|said| said == format!("trunk {VERSION}")) {
        return Ok(());
    }
    let lean = ["--locked", "--no-default-features", "--features", "rustls"];
    install("trunk", VERSION, &lean, "3 minutes")
}
