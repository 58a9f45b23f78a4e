//! The program is taken apart into what the first view needs and the parts that come later, made
//! small, and put in the place of the one that Trunk wrote. The package `split` does the work.

use super::built::Built;
use crate::process::{self, cargo, command};
use crate::project;
use crate::tools::wasm_opt;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// What cargo built and Trunk began with.
const PROGRAM: &str = "target/wasm32-unknown-unknown/release/career-ladder.wasm";

/// Takes the program apart.
pub fn take_apart(built: &Built) -> Result<()> {
    let work = project::root().join("target/parts");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).context("target/ cannot be written to.")?;
    split("parts", [&project::root().join(PROGRAM), &work])?;
    bind(&work)?;
    split("names", [&work.join("main_bg.wasm"), &work.join("main.js")])?;
    for entry in fs::read_dir(&work).context("target/ cannot be read.")? {
        let path = entry.context("target/ cannot be read.")?.path();
        // `main.wasm` is what `main_bg.wasm` was made from.
        let is_served = path.extension().is_some_and(|ending| ending == "wasm")
            && path.file_stem().is_some_and(|stem| stem != "main");
        if is_served {
            wasm_opt::shorten(&path)?;
        }
    }
    split("join", [&work, &built.folder])
}

fn split(what: &str, paths: [&Path; 2]) -> Result<()> {
    let mut split = cargo();
    split.args(["run", "--quiet", "--package", "split", "--", what]).args(paths);
    process::run(&mut split, "The program could not be taken apart, the lines above say why.")
}

fn bind(work: &Path) -> Result<()> {
    let mut bind = command("wasm-bindgen");
    // The parts call what the program exports under the linker's names.
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "main"])
        .arg("--out-dir")
        .arg(work)
        .arg(work.join("main.wasm"));
    process::run(&mut bind, "The program's JavaScript could not be written.")
}
