//! `cargo xtask deny`: what comes in with dependencies. By itself, because its last part needs a
//! network: the list of known faults is fetched anew each time.

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
    check(
        &["licenses", "bans", "sources"],
        "cargo-deny has something to say of licences, versions or sources: the lines above say what, \
         and deny.toml says why what is there is allowed.",
    )?;
    process::run(
        cargo().args(["deny", "--workspace", "fetch", "db"]),
        "Licences, versions and sources are in order. The list of known faults, \
         https://github.com/RustSec/advisory-db, could not be fetched, so nothing is known of those: \
         is there a network?",
    )?;
    check(
        &["advisories"],
        "A dependency has a known fault: the lines above say which. Take a version without it, \
         or say in deny.toml why it does no harm here.",
    )
}

fn check(what: &[&str], trouble: &str) -> Result<()> {
    process::run(cargo().args(["deny", "--workspace", "check"]).args(what), trouble)
}
