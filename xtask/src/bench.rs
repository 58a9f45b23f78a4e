//! `cargo xtask bench`: measures the built pages against other implementations in one run. Assembles the
//! site, the pages of `bench/` and large ladders in one folder, and runs the `bench` program of the browser tests.

use crate::process::{self, cargo, command};
use crate::{build, chromium, cli, folder, project, tools};
use anyhow::{Context, Result, bail};
use large_ladder::{Size, large_ladder};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// The names and sizes of the large ladders.
const LADDERS: [(&str, Size); 2] = [("square", Size::SQUARE), ("catalogue", Size::CATALOGUE)];

/// The folder of the sites whose own ladder is large. They take minutes to build, so they are kept.
const OWN: &str = "own";

/// Builds what is needed and measures. `--built` uses `dist/` as it is; `--own NAME` also builds a site of
/// that large ladder. Other arguments are passed to the `bench` program.
pub fn run(mut arguments: Parser) -> Result<()> {
    let (mut built, mut own, mut rest) = (false, Vec::new(), Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("built") => built = true,
            Arg::Long("own") => own.push(arguments.value()?.string()?),
            Arg::Long("runs") => rest.extend(["--runs".to_owned(), arguments.value()?.string()?]),
            Arg::Value(word) => rest.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    chromium::ensure()?;
    tools::ensure()?;
    if !built {
        build::default_site()?;
    }
    let site = project::root().join("target/bench/site");
    println!("Assembling the pages …");
    assemble(&site)?;
    own.iter().try_for_each(|name| build_own(&site, name))?;
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"])
        .arg(&site)
        .args(rest);
    process::run(&mut bench, "The benchmark failed; the lines above say why.")
}

/// Assembles the site, the other implementations and the large ladders.
fn assemble(site: &Path) -> Result<()> {
    let failed = || format!("Cannot write {}", site.display());
    folder::clear(site, OWN)?;
    folder::copy(&project::dist(), site)?;
    let pages = project::root().join("bench");
    for file in ["ladder.js", "page.css"] {
        fs::copy(pages.join(file), site.join(file)).with_context(failed)?;
    }
    folder::copy(&pages.join("vanilla"), &site.join("vanilla"))?;
    react(&pages, site)?;
    plain(site)?;
    for (name, size) in LADDERS {
        let file = site.join(name).with_extension("json");
        fs::write(file, large_ladder(size)).with_context(failed)?;
    }
    Ok(())
}

/// A site of a large ladder, as a publisher builds it.
fn build_own(site: &Path, name: &str) -> Result<()> {
    let (ladder, out) = (site.join(name).with_extension("json"), site.join(OWN).join(name));
    let base = format!("/{OWN}/{name}/");
    let options: [OsString; 6] = [
        "--ladder".into(),
        ladder.into(),
        "--base".into(),
        base.into(),
        "--out".into(),
        out.into(),
    ];
    build::run(Parser::from_args(options))
}

/// Writes the ladder page without scripts and preloads.
fn plain(site: &Path) -> Result<()> {
    let failed = "Cannot write the page without scripts";
    let page = fs::read_to_string(site.join("index.html")).context(failed)?;
    let page = without(&page, "<script", "</script>", |_| true);
    let page = without(&page, "<link ", ">", |link| link.contains("preload"));
    let folder = site.join("plain");
    fs::create_dir_all(&folder).context(failed)?;
    fs::write(folder.join("index.html"), page).context(failed)?;
    process::run(cli::without_app().arg("compress").arg(folder), failed)
}

/// Removes every part of a text from `start` to `end` for which `is_removed` is true.
fn without(text: &str, start: &str, end: &str, is_removed: impl Fn(&str) -> bool) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(start) {
        let at = after.find(end).map_or(after.len(), |at| at + end.len());
        let (inside, behind) = after.split_at(at);
        kept.push_str(before);
        if !is_removed(inside) {
            kept.extend([start, inside]);
        }
        rest = behind;
    }
    kept + rest
}

/// Installs React if it is missing, and bundles its page.
fn react(pages: &Path, site: &Path) -> Result<()> {
    if !pages.join("node_modules/react").is_dir() {
        println!("Installing React into bench/ (seconds) …");
        let mut install =
            command(process::find("npm").context("React comes from npm. Install Node.js.")?);
        install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(pages);
        process::run(&mut install, "Cannot install React. Is there a network?")?;
    }
    if process::find("esbuild").is_none() {
        bail!("esbuild, which bundles the page with React, is not installed");
    }
    let out = site.join("react");
    fs::create_dir_all(&out).context("Cannot create the folder for the page with React")?;
    fs::copy(pages.join("react/index.html"), out.join("index.html"))
        .context("Cannot copy bench/react/index.html")?;
    let mut bundle = command("esbuild");
    bundle
        .arg(pages.join("react/page.jsx"))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--jsx=automatic"])
        .args(["--define:process.env.NODE_ENV=\"production\"", "--log-level=warning"])
        .arg(format!("--outfile={}", out.join("page.js").display()));
    process::run(&mut bundle, "esbuild failed; the lines above say why.")
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn only_matching_parts_are_removed() {
        let page = "a<script src=x></script>b<link rel=preload>c<link rel=icon>d";
        let page = without(page, "<script", "</script>", |_| true);
        assert_eq!(page, "ab<link rel=preload>c<link rel=icon>d");
        let page = without(&page, "<link ", ">", |link| link.contains("preload"));
        assert_eq!(page, "abc<link rel=icon>d");
    }
}
