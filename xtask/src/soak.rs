//! `cargo xtask soak`: a long visit that shows whether anything leaks.

use crate::browsers::Browser;
use crate::process::{self, cargo};
use crate::project;
use anyhow::{Result, bail};
use lexopt::Parser;

/// Runs the `soak` program of the browser tests on the site in `dist/`.
pub fn run(mut arguments: Parser) -> Result<()> {
    if !project::dist().join("index.html").is_file() {
        bail!("There is no site in dist/. Run `cargo xtask build` first.");
    }
    Browser::Chromium.ensure()?;
    let mut soak = cargo();
    soak.args(["run", "--quiet", "--package", "browser-tests", "--bin", "soak", "--"])
        .args(arguments.raw_args()?);
    process::run(&mut soak, "The long visit failed; the lines above say why.")
}
