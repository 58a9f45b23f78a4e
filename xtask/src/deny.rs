//! `cargo xtask deny`: what comes in with dependencies. By itself, because it needs a network: the
//! list of known faults is fetched anew each time.

use crate::process::{self, cargo, output};
use crate::tools;
use anyhow::Result;
use lexopt::Parser;

/// Installs cargo-deny where it is missing, and runs every check of `deny.toml`.
pub fn run(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    if output(cargo().args(["deny", "--version"])).is_none() {
        tools::deny::install()?;
    }
    process::run(
        cargo().args(["deny", "--workspace", "check"]),
        "cargo-deny has something to say: the lines above say what, and deny.toml says why what is there is allowed.",
    )
}
