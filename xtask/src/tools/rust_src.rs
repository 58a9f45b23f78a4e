//! The source of Rust's standard library, to build it along with the program.

use super::wasm_target::sysroot;
use crate::process::{self, command};

/// Adds it with rustup where it is missing. Without it the program is larger, and that is said.
pub fn ensure() {
    if is_there() {
        return;
    }
    println!("Adding the source of Rust's standard library (seconds) …");
    let add = ["component", "add", "rust-src"];
    let trouble = "rustup could not add it";
    if process::run(command("rustup").args(add), trouble).is_err() {
        println!("Without it the program for the browser is a ninth larger; everything works.");
    }
}

/// Whether it is there.
pub fn is_there() -> bool {
    sysroot().is_some_and(|root| root.join("lib/rustlib/src/rust/library/std").is_dir())
}
