//! The source of Rust's standard library, see `build_std.rs`.

use super::wasm_target::sysroot;
use crate::process::{self, command};

/// Installs it with rustup if it is missing. It is optional.
pub fn ensure() {
    if is_installed() {
        return;
    }
    println!("Installing the source of Rust's standard library (seconds) …");
    let add = ["component", "add", "rust-src"];
    let message = "rustup failed";
    if process::run(command("rustup").args(add), message).is_err() {
        println!("Continuing without it: the site works, but the app is a ninth larger.");
    }
}

/// Whether it is installed.
pub fn is_installed() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir())
}
