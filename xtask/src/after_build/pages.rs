//! Every page's HTML, written with the components themselves.

use super::built::Built;
use crate::process::{self, cargo};
use anyhow::Result;

/// Runs the native program that writes them.
pub fn write(built: &Built) -> Result<()> {
    let mut prerender = cargo();
    prerender
        .args(["run", "--quiet", "--package", "career-ladder", "--bin", "prerender"])
        .env("CAREER_LADDER_BASE", &built.base);
    process::run(&mut prerender, "The pages could not be written, the lines above say why.")
}
