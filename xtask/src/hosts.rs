//! `cargo xtask headers`: what a host has to be told, for this base and these hosts.

use crate::build::Options;
use crate::headers::{caddy, headers_file, meta_tags, nginx};
use anyhow::{Result, bail};
use lexopt::{Parser, ValueExt};

/// Prints the configuration for the kind of host that is named first.
pub fn run(mut arguments: Parser) -> Result<()> {
    let kind = arguments.value()?.string()?;
    let Options { base, connect, .. } = Options::read(&mut arguments)?;
    match kind.as_str() {
        "nginx" => print!("{}", nginx(&base, &connect)),
        "caddy" => print!("{}", caddy(&base, &connect)),
        "netlify" | "cloudflare" => print!("{}", headers_file(&base, &connect, &[])),
        "meta" => println!("{}", meta_tags(&connect)),
        other => bail!(
            "`cargo xtask headers` knows nginx, caddy, netlify, cloudflare and meta, not `{other}`."
        ),
    }
    Ok(())
}
