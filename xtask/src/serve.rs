//! `cargo xtask serve`: the page on this machine, built anew and reloaded with every change.

use crate::build::Options;
use crate::process::command;
use crate::{project, tools};
use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::Command;

/// Reads the options and serves until it is stopped.
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
        "Building the page (the first time about 2 minutes). It then is at http://127.0.0.1:{port}/ \
         and reloads with every change. Ctrl+C ends it."
    );
    let mut trunk = command("trunk");
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
        // Not dist/: that is always the folder to host.
        .arg(project::root().join("target/serve"));
    Options::default().hand_to(&mut trunk);
    if open {
        trunk.arg("--open");
    }
    become_it(&mut trunk)
}

fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "Port {port} is in use: end the program that listens there, or choose another port with \
             `cargo xtask serve --port {}`.",
            port.saturating_add(1).max(1024)
        ),
        Err(error) => bail!(
            "Port {port} cannot be opened ({error}): choose another with `cargo xtask serve --port 8080`."
        ),
    }
}

/// Puts the program in our place, so that whoever ends us ends it.
#[cfg(unix)]
fn become_it(program: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(program.exec()).context("Trunk could not be started; delete .tools/ and start again.")
}

#[cfg(not(unix))]
fn become_it(program: &mut Command) -> Result<()> {
    crate::process::run(program, "Trunk ended with an error, the lines above say which.")
        .context("Trunk could not be started; delete .tools/ and start again.")
}
