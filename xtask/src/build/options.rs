//! What a build is asked for, and how it reaches the steps that Trunk calls.

use crate::headers::Connect;
use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::env;
use std::process::Command;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The path the site will be hosted under: begins and ends with `/`.
    pub base: String,
    /// The hosts that pages may fetch ladders from.
    pub connect: Connect,
    /// Whether the site is kept on visitors' devices for offline use.
    pub is_kept: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { base: "/".to_owned(), connect: Connect::default(), is_kept: true }
    }
}

const CONNECT: &str = "CAREER_LADDER_CONNECT";
const OFFLINE: &str = "CAREER_LADDER_OFFLINE";

impl Options {
    /// Reads them from the command.
    pub fn read(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        let mut hosts = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("base") => options.base = normalized(&arguments.value()?.string()?)?,
                Arg::Long("no-offline") => options.is_kept = false,
                Arg::Long("connect") => {
                    for host in arguments.values()? {
                        hosts.push(host.string()?);
                    }
                }
                other => return Err(other.unexpected().into()),
            }
        }
        options.connect = Connect::read(hosts.iter().map(String::as_str))?;
        Ok(options)
    }

    /// Hands them to a program and whatever it calls.
    pub fn hand_to(&self, program: &mut Command) {
        let offline = if self.is_kept { "yes" } else { "no" };
        program.env("CAREER_LADDER_BASE", &self.base).env(CONNECT, self.connect.to_string());
        program.env(OFFLINE, offline);
    }

    /// What was handed to us.
    pub fn handed() -> Result<Self> {
        let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
        let connect = env::var(CONNECT).context(by_trunk)?;
        Ok(Self {
            base: env::var("CAREER_LADDER_BASE").context(by_trunk)?,
            connect: Connect::read(connect.split_whitespace())?,
            is_kept: env::var(OFFLINE).as_deref() != Ok("no"),
        })
    }
}

/// A base path that begins and ends with `/`.
fn normalized(base: &str) -> Result<String> {
    let inner = base.trim_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~/".contains(letter);
    if !inner.chars().all(plain) || inner.split('/').any(|part| part == "..") {
        bail!("--base takes the path the site is hosted under, such as /careers/, not `{base}`.");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        Options::read(&mut Parser::from_args(arguments))
    }

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for (given, meant) in [("/", "/"), ("", "/"), ("careers", "/careers/"), ("/a/b", "/a/b/")] {
            assert_eq!(read(&["--base", given]).unwrap().base, meant);
        }
        assert!(read(&["--base", "https://example.org/"]).is_err());
        assert!(read(&["--base", "/../"]).is_err());
    }

    #[test]
    fn hosts_stand_one_after_the_other_or_each_behind_its_own_option() {
        let together =
            read(&["--connect", "https://a.org", "https://b.org", "--base", "/"]).unwrap();
        let apart = read(&["--connect", "https://a.org", "--connect", "https://b.org"]).unwrap();
        assert_eq!(together, apart);
        assert_eq!(together.connect.to_string(), "https://a.org https://b.org");
    }
}
