//! Other programs: found, started, and their failure put into one sentence.

use crate::build::small;
use crate::project;
use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A command in the project's root that finds the project's own tools before all others.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root()).env("PATH", path());
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What is set where the program for the browser is built is not for what is built here.
    small::SETTINGS.iter().for_each(|(name, _)| {
        cargo.env_remove(name);
    });
    cargo
}

/// Runs a command, its output shown; where it fails, `trouble` is the error.
pub fn run(command: &mut Command, trouble: &str) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("{trouble}");
    }
    Ok(())
}

/// Runs a command, hands each line of its output to `each` and shows it too.
pub fn run_reading(command: &mut Command, trouble: &str, mut each: impl FnMut(&str)) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| not_started(command))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.context("The output of a program is no text.")?;
            println!("{line}");
            each(&line);
        }
    }
    if !child.wait().with_context(|| not_started(command))?.success() {
        bail!("{trouble}");
    }
    Ok(())
}

/// What a command prints, if it can be run and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The file of a program on PATH, the project's own tools first.
pub fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&path())
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{program}{end}"))))
        .find(|file| file.is_file())
}

fn path() -> OsString {
    let tools = project::tools();
    let own = [tools.join("bin"), tools.join("npm/node_modules/.bin")];
    let given = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&given));
    // Only a folder with a separator in its name cannot be joined: then the given path has to do.
    std::env::join_paths(all).unwrap_or(given)
}

fn not_started(command: &Command) -> String {
    format!("`{}` could not be started: is it installed?", command.get_program().display())
}
