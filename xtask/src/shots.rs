//! `cargo xtask shots`: pictures of the built pages.

use crate::chromium;
use crate::process::{self, cargo};
use crate::project;
use anyhow::{Result, bail};
use lexopt::Parser;

/// Hands everything over to the program that has a browser.
pub fn run(mut arguments: Parser) -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        bail!("There is no site in dist/ yet: build it first with `cargo xtask build`.");
    }
    chromium::ensure()?;
    let mut shots = cargo();
    shots
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots", "--"])
        .args(arguments.raw_args()?);
    process::run(&mut shots, "The pictures could not be taken, the lines above say why.")
}
