//! What a build is asked for, and how it reaches the steps that Trunk calls.

use crate::headers::Connect;
use crate::project;
use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The path the site will be hosted under: begins and ends with `/`.
    pub base: String,
    /// The scheme and host it will be at, such as `https://example.org`, where that is known.
    pub site: Option<String>,
    /// The hosts that pages may fetch ladders from.
    pub connect: Connect,
    /// A publisher's ladders, their default first. Empty for the project's own.
    pub ladders: Vec<PathBuf>,
    /// A publisher's theme.
    pub theme: Option<PathBuf>,
    /// Where the site is written to.
    pub out: PathBuf,
    /// Whether the site is kept on visitors' devices for offline use.
    pub is_kept: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base: "/".to_owned(),
            site: None,
            connect: Connect::default(),
            ladders: Vec::new(),
            theme: None,
            out: project::dist(),
            is_kept: true,
        }
    }
}

const BASE: &str = "CAREER_LADDER_BASE";
const SITE: &str = "CAREER_LADDER_SITE";
const CONNECT: &str = "CAREER_LADDER_CONNECT";
const OFFLINE: &str = "CAREER_LADDER_OFFLINE";
const PUBLISHED: &str = "CAREER_LADDER_PUBLISHED";
const THEME: &str = "CAREER_LADDER_THEME";

impl Options {
    /// Reads them from the command. Files are named from the folder the caller stands in.
    pub fn read(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        let mut hosts = Vec::new();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("base") => options.base = base(&arguments.value()?.string()?)?,
                Arg::Long("site") => options.site = Some(site(&arguments.value()?.string()?)?),
                Arg::Long("ladder") => {
                    let files = arguments.values()?;
                    let files: Vec<_> =
                        files.map(|file| from_here(&file)).collect::<Result<_>>()?;
                    options.ladders.extend(files);
                }
                Arg::Long("theme") => options.theme = Some(from_here(&arguments.value()?)?),
                Arg::Long("no-offline") => options.is_kept = false,
                Arg::Long("out") => options.out = from_here(&arguments.value()?)?,
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
        program
            .env(BASE, &self.base)
            .env(SITE, self.site.as_deref().unwrap_or_default())
            .env(CONNECT, self.connect.to_string())
            .env(OFFLINE, if self.is_kept { "yes" } else { "no" });
        if let Some(theme) = &self.theme {
            program.env(THEME, theme);
        }
        if let Some(first) = self.ladders.first() {
            let folder = self.published();
            program
                .env("CAREER_LADDER_DOCUMENT", first)
                .env("CAREER_LADDER_LIST", folder.join("index.json"))
                .env(PUBLISHED, folder);
        }
    }

    /// What was handed to the steps: not the ladders, which are put together by then, see [`published`].
    pub fn handed() -> Result<Self> {
        let by_trunk = "`after-build` is called by Trunk; use `cargo xtask build`.";
        let connect = env::var(CONNECT).context(by_trunk)?;
        Ok(Self {
            base: env::var(BASE).context(by_trunk)?,
            site: env::var(SITE).ok().filter(|site| !site.is_empty()),
            connect: Connect::read(connect.split_whitespace())?,
            theme: env::var_os(THEME).map(PathBuf::from),
            is_kept: env::var(OFFLINE).as_deref() != Ok("no"),
            ..Self::default()
        })
    }

    /// Where a publisher's ladders are put together for the build.
    pub fn published(&self) -> PathBuf {
        // Named for this process, so that two builds at once do not meet.
        project::root().join(format!("target/published-{}", std::process::id()))
    }
}

/// The folder of a publisher's ladders that was handed to the steps.
pub fn published() -> Option<PathBuf> {
    env::var_os(PUBLISHED).map(PathBuf::from)
}

/// A base path that begins and ends with `/`.
fn base(base: &str) -> Result<String> {
    let inner = base.trim_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~/".contains(letter);
    if !inner.chars().all(plain) || inner.split('/').any(|part| part == "..") {
        bail!("--base takes the path the site is hosted under, such as /careers/, not `{base}`.");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

/// A scheme and a host, without a `/` at the end.
fn site(site: &str) -> Result<String> {
    let trimmed = site.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.:".contains(letter);
    if !host.is_some_and(|host| !host.is_empty() && host.chars().all(plain)) {
        bail!(
            "--site takes the address of the host alone, such as https://example.org, not `{site}`; \
             the path goes into --base."
        );
    }
    Ok(trimmed.to_owned())
}

fn from_here(file: &OsString) -> Result<PathBuf> {
    std::path::absolute(Path::new(file))
        .with_context(|| format!("`{}` names no file.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options> {
        // The first stands for the program's own name.
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
    fn a_site_is_a_scheme_and_a_host() {
        for (given, meant) in [
            ("https://example.org", "https://example.org"),
            ("https://example.org/", "https://example.org"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(read(&["--site", given]).unwrap().site.as_deref(), Some(meant));
        }
        for wrong in ["example.org", "https://", "https://a.org/path", "https://a.org\"><script>"] {
            assert!(read(&["--site", wrong]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn hosts_and_ladders_stand_one_after_the_other_or_each_behind_its_own_option() {
        let together =
            read(&["--connect", "https://a.org", "https://b.org", "--base", "/"]).unwrap();
        let apart = read(&["--connect", "https://a.org", "--connect", "https://b.org"]).unwrap();
        assert_eq!(together, apart);
        assert_eq!(together.connect.to_string(), "https://a.org https://b.org");
        let ladders =
            read(&["--ladder", "a.json", "b.json", "--ladder", "/c.json"]).unwrap().ladders;
        let here = env::current_dir().unwrap();
        assert_eq!(ladders, [here.join("a.json"), here.join("b.json"), PathBuf::from("/c.json")]);
    }
}
