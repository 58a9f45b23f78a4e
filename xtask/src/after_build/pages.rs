//! Every page's HTML, written with the components themselves.

use super::built::Built;
use crate::process::{self, cargo};
use anyhow::Result;

/// Runs the native program that writes them.
pub fn write(built: &Built) -> Result<()> {
    let mut prerender = cargo();
    prerender.args(["run", "--quiet", "--package", "career-ladder", "--bin", "prerender"]);
    built.options.hand_to(&mut prerender);
    process::run(&mut prerender, "The pages could not be written, the lines above say why.")
}
