//! `cargo xtask shots`: screenshots of the built pages.

use crate::browsers::Browser;
use crate::process::{self, cargo};
use crate::project;
use anyhow::{Result, bail};
use lexopt::Parser;

/// Runs the `shots` program of the browser tests.
pub fn run(mut arguments: Parser) -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        bail!("There is no site in dist/. Run `cargo xtask build` first.");
    }
    Browser::Chromium.ensure()?;
    let mut shots = cargo();
    shots
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots", "--"])
        .args(arguments.raw_args()?);
    process::run(&mut shots, "The screenshots failed; the lines above say why.")
}
