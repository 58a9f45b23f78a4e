//! `cargo xtask serve`: `trunk serve` with its tools installed.

use crate::process::command;
use crate::{project, tools};
use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

/// Serves the app until it is stopped.
pub fn run(mut arguments: Parser) -> Result<()> {
    let (mut port, mut open) = (8080_u16, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("port") => port = arguments.value()?.parse()?,
            Arg::Long("open") => open = true,
            other => return Err(other.unexpected().into()),
        }
    }
    check_port(port)?;
    tools::ensure()?;
    println!(
        "Building the app (2 minutes the first time). It will be at http://127.0.0.1:{port}/ and reload on \
         every change. Press Ctrl+C to stop."
    );
    let mut trunk = command("trunk");
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
        // Not dist/, which is the site to host.
        .arg(project::root().join("target/serve"));
    if open {
        trunk.arg("--open");
    }
    replace_process(&mut trunk)
}

fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "Port {port} is in use. Choose another one, for example `cargo xtask serve --port {}`.",
            port.saturating_add(1).max(1024)
        ),
        Err(error) => bail!("Cannot open port {port}: {error}. Choose another one with `--port`."),
    }
}

/// Replaces this process, so that Ctrl+C and signals reach Trunk.
#[cfg(unix)]
fn replace_process(program: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(program.exec()).context("Cannot start Trunk. Delete .tools/ and try again.")
}

#[cfg(not(unix))]
fn replace_process(program: &mut Command) -> Result<()> {
    crate::process::run(program, "Trunk failed; the lines above say why.")
        .context("Cannot start Trunk. Delete .tools/ and try again.")
}
