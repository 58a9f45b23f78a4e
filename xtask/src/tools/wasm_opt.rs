//! wasm-opt from Binaryen, which makes the program in the page smaller. Worth having; the site
//! builds and works without it.

use super::npm;
use crate::process::{self, command};
use anyhow::Result;
use std::path::Path;

const VERSION: &str = "132.0.0";

/// The oldest that knows every feature our Rust emits.
const OLDEST: u32 = 123;

/// Installs it where it is missing and can be had, and says so where it cannot.
pub fn ensure() {
    if is_there() || npm::has("binaryen", VERSION) {
        return;
    }
    if let Err(trouble) = npm::install("binaryen", VERSION) {
        println!(
            "Going on without wasm-opt: the built site works and is about a quarter larger. ({trouble})"
        );
    }
}

/// Whether a wasm-opt that is new enough can be run.
pub fn is_there() -> bool {
    process::output(command("wasm-opt").arg("--version"))
        .and_then(|said| said.split_whitespace().nth(2)?.parse::<u32>().ok())
        .is_some_and(|version| version >= OLDEST)
}

/// Every feature that our Rust emits, named because the parts of a program no longer say so.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes a program smaller in its place; leaves it as it is where wasm-opt cannot be had.
pub fn shorten(program: &Path) -> Result<()> {
    if !is_there() {
        return Ok(());
    }
    let mut shorten = command("wasm-opt");
    shorten
        // Taken apart into plain steps and put together twice more, it ends up smaller still; and it packs
        // better with its functions in the order of their names, which still stand in it here.
        .args(["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"])
        .args(["--one-caller-inline-max-function-size=250", "--reorder-functions-by-name"])
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        // The stack comes first in memory, so nothing else is where a null pointer leads.
        .arg("--low-memory-unused")
        .args(FEATURES)
        .arg(program)
        .arg("-o")
        .arg(program);
    process::run(&mut shorten, "The program could not be made smaller, the lines above say why.")
}
