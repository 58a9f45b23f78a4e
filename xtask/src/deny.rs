//! `cargo xtask deny`: checks dependencies with cargo-deny. Not part of `cargo xtask test`, because the list of
//! known vulnerabilities comes from the network.

use crate::process::{self, cargo, output};
use crate::tools;
use anyhow::Result;
use lexopt::Parser;

/// Installs cargo-deny if it is missing, and runs every check of `deny.toml`.
pub fn run(mut arguments: Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    if output(cargo().args(["deny", "--version"])).is_none() {
        tools::deny::install()?;
    }
    check(
        &["licenses", "bans", "sources"],
        "A licence, version or source is not allowed; see the lines above and deny.toml.",
    )?;
    process::run(
        cargo().args(["deny", "--workspace", "fetch", "db"]),
        "Licences, versions and sources are fine. Known vulnerabilities were not checked, because \
         https://github.com/RustSec/advisory-db cannot be fetched. Is there a network?",
    )?;
    check(
        &["advisories"],
        "A dependency has a known vulnerability; see the lines above. Update it, or explain in deny.toml why it \
         does no harm here.",
    )
}

fn check(checks: &[&str], message: &str) -> Result<()> {
    process::run(cargo().args(["deny", "--workspace", "check"]).args(checks), message)
}
