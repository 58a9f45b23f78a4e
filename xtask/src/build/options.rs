//! The options of `cargo xtask build`.

use crate::project;
use anyhow::{Context, Result};
use lexopt::{Arg, Parser};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// What to build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The ladders, the site's own first.
    pub ladders: Vec<PathBuf>,
    /// Where to write the site.
    pub out: PathBuf,
    /// Arguments for `career-ladder`, which checks them (crates/cli/src/site_options.rs).
    pub site_arguments: Vec<OsString>,
}

impl Default for Options {
    fn default() -> Self {
        Self { ladders: project::ladders(), out: project::dist(), site_arguments: Vec::new() }
    }
}

impl Options {
    /// Parses the arguments. File names are relative to the caller's folder.
    pub fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        let mut ladders = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("ladder") => {
                    for file in arguments.values()? {
                        ladders.push(absolute(&file)?);
                    }
                }
                Arg::Long("out") => options.out = absolute(&arguments.value()?)?,
                Arg::Long("base") => options.pass_on("--base", arguments.value()?),
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
        if !ladders.is_empty() {
            options.ladders = ladders;
        }
        Ok(options)
    }

    fn pass_on(&mut self, name: &str, value: impl AsRef<OsStr>) {
        let mut argument = OsString::from(name);
        argument.push("=");
        argument.push(value);
        self.site_arguments.push(argument);
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
