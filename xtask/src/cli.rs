//! Builds and runs `career-ladder` (crates/cli).

use crate::process::cargo;
use crate::project;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::process::{Command, ExitCode};

/// Runs `career-ladder NAME ARGUMENTS…` and exits as it does.
pub fn run(name: &str, arguments: impl Iterator<Item = OsString>) -> Result<ExitCode> {
    let mut command = without_app();
    // Not in the project's root: the arguments name files relative to the caller's folder.
    command.current_dir(std::env::current_dir()?).arg(name).args(arguments);
    let status = command.status().context("Cannot start cargo")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// `career-ladder` without the app, which compiles in seconds, even if the bundled ladder is invalid.
pub fn without_app() -> Command {
    let mut command = cargo();
    command.args([
        "run",
        "--quiet",
        "--package",
        "cli",
        "--no-default-features",
        "--manifest-path",
    ]);
    command.arg(project::root().join("Cargo.toml")).arg("--");
    command
}

/// `career-ladder` with the app, which can render pages.
pub fn with_app() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "cli", "--"]);
    command
}
