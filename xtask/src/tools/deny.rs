//! cargo-deny, which only `cargo xtask deny` needs.

use super::cargo_install::{self, install as build};
use anyhow::Result;

const VERSION: &str = "0.20.2";

/// Installs it.
pub fn install() -> Result<()> {
    build("cargo-deny", VERSION, &["--locked"], "8 minutes")?;
    cargo_install::clean_up();
    Ok(())
}
