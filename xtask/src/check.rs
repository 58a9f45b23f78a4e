//! `cargo xtask check`: says what is wrong with ladders. The package `check` does the work; here it
//! is built and run where the caller stands.

use crate::project;
use anyhow::{Context, Result};
use lexopt::Parser;
use std::process::{Command, ExitCode};

/// Hands everything on and exits as the program does: 1 where a ladder has an error.
pub fn run(mut arguments: Parser) -> Result<ExitCode> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Not in the project's root: the files are named from the folder the caller stands in.
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--package", "check", "--manifest-path"])
        .arg(project::root().join("Cargo.toml"))
        .arg("--")
        .args(arguments.raw_args()?)
        .status()
        .context("`cargo` could not be started: is it installed?")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
