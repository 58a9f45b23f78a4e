//! Rust's WebAssembly target.

use crate::process::{self, command};
use anyhow::{Result, bail};
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target with rustup if it is missing.
pub fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!(
            "Rust's target {TARGET} is missing, and so is rustup, which could install it. Install rustup from \
             https://rustup.rs and try again."
        );
    }
    println!("Installing Rust's target {TARGET} (seconds) …");
    process::run(
        command("rustup").args(["target", "add", TARGET]),
        "Cannot install the target; the lines above say why. Is there a network?",
    )
}

fn is_installed() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib").join(TARGET).is_dir())
}

/// The folder of the compiler's libraries.
pub(super) fn sysroot() -> Option<PathBuf> {
    process::output(command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}
