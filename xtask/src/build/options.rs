//! The options of `cargo xtask build`.

use crate::project;
use anyhow::{Context, Result};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What to build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The path that the site is hosted under; begins and ends with `/`.
    pub base: String,
    /// A publisher's ladders, the default first. Empty for the project's own.
    pub ladders: Vec<PathBuf>,
    /// Where to write the site.
    pub out: PathBuf,
    /// Arguments for `career-ladder`, which checks them (crates/cli/src/site_options.rs).
    pub site_arguments: Vec<OsString>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: "/".to_owned(),
            ladders: Vec::new(),
            out: project::dist(),
            site_arguments: Vec::new(),
        }
    }
}

impl Options {
    /// Parses the arguments. File names are relative to the caller's folder.
    pub fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("ladder") => {
                    for file in arguments.values()? {
                        options.ladders.push(absolute(&file)?);
                    }
                }
                Arg::Long("out") => options.out = absolute(&arguments.value()?)?,
                Arg::Long("base") => {
                    let base = arguments.value()?.string()?;
                    options.pass_on("--base", &base);
                    let path = base.trim_matches('/');
                    options.base =
                        if path.is_empty() { "/".to_owned() } else { format!("/{path}/") };
                }
                Arg::Long("site") => options.pass_on("--site", arguments.value()?),
                Arg::Long("hsts") => options.pass_on("--hsts", arguments.value()?),
                Arg::Long("theme") => options.pass_on("--theme", absolute(&arguments.value()?)?),
                Arg::Long("connect") => {
                    for host in arguments.values()? {
                        options.pass_on("--connect", host);
                    }
                }
                Arg::Long("no-offline") => options.site_arguments.push("--no-offline".into()),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }

    fn pass_on(&mut self, name: &str, value: impl AsRef<OsStr>) {
        let mut argument = OsString::from(name);
        argument.push("=");
        argument.push(value);
        self.site_arguments.push(argument);
    }

    /// Sets what the app is compiled for: the base path and the bundled ladders.
    pub fn set_environment(&self, command: &mut Command) {
        // Left out by default, so that nothing is compiled again after `cargo test`.
        if self.base != "/" {
            command.env("CAREER_LADDER_BASE", &self.base);
        }
        if let Some(first) = self.ladders.first() {
            command
                .env("CAREER_LADDER_DOCUMENT", first)
                .env("CAREER_LADDER_LIST", self.ladder_folder().join("index.json"));
        }
    }

    /// Where a publisher's ladders are collected for a build.
    pub fn ladder_folder(&self) -> PathBuf {
        // Named after this process, so that two builds can run at once.
        project::root().join(format!("target/ladders-{}", std::process::id()))
    }
}

fn absolute(file: &OsStr) -> Result<PathBuf> {
    std::path::absolute(Path::new(file))
        .with_context(|| format!("`{}` is not a file name", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Options {
        Options::parse(&mut Parser::from_args(arguments)).unwrap()
    }

    #[test]
    fn a_base_path_gets_a_slash_at_both_ends() {
        for (given, expected) in
            [("/", "/"), ("", "/"), ("careers", "/careers/"), ("/a/b", "/a/b/")]
        {
            assert_eq!(parse(&["--base", given]).base, expected);
        }
    }

    #[test]
    fn options_with_several_values_can_be_given_once_or_repeated() {
        let together = parse(&["--connect", "https://a.org", "https://b.org", "--no-offline"]);
        let apart =
            parse(&["--connect", "https://a.org", "--connect=https://b.org", "--no-offline"]);
        assert_eq!(together, apart);
        let expected = ["--connect=https://a.org", "--connect=https://b.org", "--no-offline"];
        assert_eq!(together.site_arguments, expected);
        let ladders = parse(&["--ladder", "a.json", "b.json", "--ladder", "/c.json"]).ladders;
        let here = std::env::current_dir().unwrap();
        assert_eq!(ladders, [here.join("a.json"), here.join("b.json"), PathBuf::from("/c.json")]);
    }
}
