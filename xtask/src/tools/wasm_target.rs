//! Rust's standard library for WebAssembly.

use crate::process::{self, command};
use anyhow::{Result, bail};
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target with rustup where it is missing.
pub fn ensure() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if process::find("rustup").is_none() {
        bail!(
            "Rust's target {TARGET} is missing and rustup, which would add it, was not found; \
             install rustup from https://rustup.rs and start again."
        );
    }
    println!("Adding Rust's target {TARGET} (seconds) …");
    process::run(
        command("rustup").args(["target", "add", TARGET]),
        "rustup could not add the target: is there a network? The lines above say what failed.",
    )
}

fn is_there() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib").join(TARGET).is_dir())
}

/// Where the compiler has its libraries.
pub(super) fn sysroot() -> Option<PathBuf> {
    process::output(command("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}
