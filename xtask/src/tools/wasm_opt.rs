//! wasm-opt from Binaryen, which makes wasm smaller and faster. Optional.

use super::npm;
use crate::process::{self, command};
use anyhow::Result;
use std::path::Path;

const VERSION: &str = "132.0.0";

/// The oldest release that supports every feature in [`FEATURES`].
const MINIMUM: u32 = 123;

/// Installs it if it is missing and npm is available.
pub fn ensure() {
    if is_installed() || npm::has("binaryen", VERSION) {
        return;
    }
    if let Err(error) = npm::install("binaryen", VERSION) {
        println!(
            "Continuing without wasm-opt: the site works, but the app is about a quarter larger. ({error:#})"
        );
    }
}

/// Whether a recent version is installed.
fn is_installed() -> bool {
    process::output(command("wasm-opt").arg("--version"))
        .and_then(|output| output.split_whitespace().nth(2)?.parse::<u32>().ok())
        .is_some_and(|version| version >= MINIMUM)
}

/// The features that rustc uses. Chunks do not list them.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes a wasm file as small as possible. Three passes, two of them over structured control flow that was
/// rebuilt, end up smaller than one.
pub fn optimise_for_size(file: &Path) -> Result<()> {
    // Functions in the order of their names compress better. The stack is first in memory, so that low
    // addresses are unused.
    let options = [
        "-Oz",
        "--flatten",
        "--rereloop",
        "-Oz",
        "-Oz",
        "--one-caller-inline-max-function-size=250",
        "--reorder-functions-by-name",
        "--low-memory-unused",
    ];
    optimise(file, &options)
}

/// Makes a wasm file fast.
pub fn optimise_for_speed(file: &Path) -> Result<()> {
    optimise(file, &["-O3", "--one-caller-inline-max-function-size=20"])
}

/// Changes a file in place; does nothing without wasm-opt.
fn optimise(file: &Path, options: &[&str]) -> Result<()> {
    if !is_installed() {
        return Ok(());
    }
    let mut optimise = command("wasm-opt");
    optimise
        .args(options)
        .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
        .args(FEATURES)
        .arg(file)
        .arg("-o")
        .arg(file);
    // It warns of parts of rustc’s name section that it does not know, which does no harm.
    process::run_quietly(&mut optimise, "wasm-opt failed; the lines above say why.")
}
