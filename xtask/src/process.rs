//! Runs other programs.

use crate::project;
use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A command that runs in the project's root and finds the tools in `.tools/` before all others.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root()).env("PATH", path());
    command
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command and shows its output. If it fails, `message` is the error.
pub fn run(command: &mut Command, message: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("{message}");
    }
    Ok(())
}

/// Like [`run`], but shows the output only if the command fails.
pub fn run_quietly(command: &mut Command, message: &str) -> Result<()> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        print!("{}", String::from_utf8_lossy(&output.stdout));
        eprint!("{}", String::from_utf8_lossy(&output.stderr));
        bail!("{message}");
    }
    Ok(())
}

/// Like [`run`], and also passes each line of the standard output to `on_line`.
pub fn run_reading(
    command: &mut Command,
    message: &str,
    mut on_line: impl FnMut(&str),
) -> Result<()> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.context("The output of a program is not UTF-8")?;
            println!("{line}");
            on_line(&line);
        }
    }
    if !child.wait().with_context(|| cannot_start(command))?.success() {
        bail!("{message}");
    }
    Ok(())
}

/// The standard output of a command, or `None` if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Finds a program in `.tools/` or on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let extensions: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    std::env::split_paths(&path())
        .flat_map(|folder| extensions.iter().map(move |end| folder.join(format!("{program}{end}"))))
        .find(|file| file.is_file())
}

fn path() -> OsString {
    let tools = project::tools();
    let own = [tools.join("bin"), tools.join("npm/node_modules/.bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&inherited));
    // Joining fails only if a folder has a separator in its name.
    std::env::join_paths(all).unwrap_or(inherited)
}

fn cannot_start(command: &Command) -> String {
    format!("Cannot start `{}`. Is it installed?", command.get_program().display())
}
