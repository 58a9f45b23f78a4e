//! `cargo xtask bench`: measures the built site against other implementations in one run. Puts all sites
//! into one folder, and runs the `bench` program of the browser tests.

mod references;

use crate::browsers::Browser;
use crate::process::{self, cargo};
use crate::{build, folder, project, tools};
use anyhow::{Context, Result};
use large_ladder::{Size, large_ladder};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The names and sizes of the large ladders.
const LADDERS: [(&str, Size); 2] = [("square", Size::SQUARE), ("catalogue", Size::CATALOGUE)];

/// The scene that needs sites whose own ladder is large, and the folder of these sites.
const OWN: &str = "own";

/// What to measure. Scenes and `--runs` are passed on.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    is_built: bool,
    is_quick: bool,
    scenes: Vec<String>,
    runs: Option<String>,
}

/// Builds what is needed and measures.
pub fn run(mut arguments: Parser) -> Result<()> {
    let options = Options::parse(&mut arguments)?;
    Browser::Chromium.ensure()?;
    if !options.is_built {
        tools::ensure()?;
        build::default_site()?;
    }
    let sites = project::root().join("target/bench/sites");
    println!("Assembling the sites …");
    assemble(&sites)?;
    if options.needs_own_sites() {
        for (name, _) in LADDERS {
            build_own(&sites, name, options.is_built)?;
        }
    }
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"])
        .arg(&sites)
        .args(options.passed_on());
    process::run(&mut bench, "The benchmark failed; the lines above say why.")
}

impl Options {
    fn parse(arguments: &mut Parser) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("built") => options.is_built = true,
                Arg::Long("quick") => options.is_quick = true,
                Arg::Long("runs") => options.runs = Some(arguments.value()?.string()?),
                Arg::Value(scene) => options.scenes.push(scene.string()?),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(options)
    }

    fn needs_own_sites(&self) -> bool {
        !self.is_quick && (self.scenes.is_empty() || self.scenes.iter().any(|scene| scene == OWN))
    }

    fn passed_on(&self) -> Vec<&str> {
        let mut arguments: Vec<&str> = self.scenes.iter().map(String::as_str).collect();
        arguments.extend(self.is_quick.then_some("--quick"));
        arguments.extend(self.runs.iter().flat_map(|runs| ["--runs", runs]));
        arguments
    }
}

/// Puts every site with the large ladders into a folder of its own, and keeps the sites of large ladders.
fn assemble(sites: &Path) -> Result<()> {
    folder::clear(sites, OWN)?;
    let ours = sites.join("ours");
    folder::copy(&project::dist(), &ours)?;
    let references = references::build(sites)?;
    for (name, size) in LADDERS {
        let ladder = large_ladder(size);
        for site in references.iter().chain([&ours]) {
            let file = ladder_file(site, name);
            fs::write(&file, &ladder)
                .with_context(|| format!("Cannot write {}", file.display()))?;
        }
    }
    Ok(())
}

/// Builds a site of a large ladder, as a publisher does. With `--built`, one that is there stays as it is.
fn build_own(sites: &Path, name: &str, is_built: bool) -> Result<()> {
    let out = sites.join(OWN).join(name);
    if is_built && out.join("index.html").is_file() {
        return Ok(());
    }
    let ladder = ladder_file(&sites.join("ours"), name);
    let options: [OsString; 4] = ["--ladder".into(), ladder.into(), "--out".into(), out.into()];
    build::run(Parser::from_args(options))
}

fn ladder_file(site: &Path, name: &str) -> PathBuf {
    site.join(name).with_extension("json")
}

#[cfg(test)]
mod tests {
    use super::Options;
    use lexopt::Parser;

    fn parse(arguments: &[&str]) -> Options {
        Options::parse(&mut Parser::from_args(arguments)).unwrap()
    }

    #[test]
    fn scenes_and_runs_are_passed_on() {
        let options = parse(&["press", "--built", "--runs", "5", "filter"]);
        assert_eq!(options.passed_on(), ["press", "filter", "--runs", "5"]);
        assert_eq!(parse(&["--quick"]).passed_on(), ["--quick"]);
    }

    #[test]
    fn sites_of_large_ladders_are_built_only_for_their_scene() {
        assert!(parse(&[]).needs_own_sites());
        assert!(parse(&["link", "own"]).needs_own_sites());
        assert!(!parse(&["link"]).needs_own_sites());
        assert!(!parse(&["--quick"]).needs_own_sites());
    }
}
