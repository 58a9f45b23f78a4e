//! `cargo xtask check`: says what is wrong with ladders. The package `check` does the work; here it
//! is built and run where the caller stands.

use crate::project;
use anyhow::{Context, Result};
use lexopt::Parser;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Tells the problems of ladders, and puts them with their list into `folder`; whether all are sound.
pub fn put_together(ladders: &[PathBuf], folder: &Path) -> Result<bool> {
    let code = started(cargo_check().arg("--into").arg(folder).arg("--").args(ladders))?;
    Ok(code == ExitCode::SUCCESS)
}

/// Hands everything on and exits as the program does: 1 where a ladder has an error.
pub fn run(mut arguments: Parser) -> Result<ExitCode> {
    started(cargo_check().args(arguments.raw_args()?))
}

/// Not in the project's root: the files are named from the folder the caller stands in.
fn cargo_check() -> Command {
    let mut check = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    check.args(["run", "--quiet", "--package", "cli", "--manifest-path"]);
    check.arg(project::root().join("Cargo.toml")).arg("--");
    check
}

fn started(check: &mut Command) -> Result<ExitCode> {
    let status = check.status().context("`cargo` could not be started: is it installed?")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}
