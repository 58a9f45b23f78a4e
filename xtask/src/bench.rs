//! `cargo xtask bench`: our pages beside others, in one run. Puts the site, the pages of `bench/` and
//! the large ladders into one folder, and hands it to the program that has a browser.

use crate::after_build::brotli;
use crate::process::{self, cargo, command};
use crate::{build, chromium, project, tools};
use anyhow::{Context, Result, bail};
use large_ladder::{Size, large_ladder};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::path::Path;
use std::{fs, io};

/// The large ladders: their names, and how large they are.
const LADDERS: [(&str, Size); 2] = [("square", Size::SQUARE), ("catalogue", Size::CATALOGUE)];

/// Where in the folder a large ladder is a site's own.
const OWN: &str = "own";

/// Builds what is needed and measures. `--built` takes `dist/` as it is; `--own NAME` also builds a site
/// of that large ladder, which stays there; the rest goes to the program that measures: `--runs N`, and
/// words that the names of scenes have.
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
        build::site()?;
    }
    let site = project::root().join("target/bench/site");
    println!("Putting the pages together …");
    assemble(&site)?;
    own.iter().try_for_each(|name| build_own(&site, name))?;
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"])
        .arg(&site)
        .args(rest);
    process::run(&mut bench, "The pages could not be measured, the lines above say why.")
}

/// The site, the other pages in folders of their own, and the ladders.
fn assemble(site: &Path) -> Result<()> {
    let unwritable = || format!("{} cannot be written.", site.display());
    clear(site).with_context(unwritable)?;
    copy(&project::dist(), site)?;
    let pages = project::root().join("bench");
    for file in ["ladder.js", "page.css"] {
        fs::copy(pages.join(file), site.join(file)).with_context(unwritable)?;
    }
    copy(&pages.join("vanilla"), &site.join("vanilla"))?;
    react(&pages, site)?;
    plain(site)?;
    for (name, size) in LADDERS {
        let file = site.join(name).with_extension("json");
        fs::write(file, large_ladder(size)).with_context(unwritable)?;
    }
    Ok(())
}

/// Removes all but the sites that take minutes to build.
fn clear(site: &Path) -> io::Result<()> {
    fs::create_dir_all(site)?;
    for entry in fs::read_dir(site)? {
        let entry = entry?;
        match entry.file_type()?.is_dir() {
            true if entry.file_name() == OWN => {}
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
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

/// The ladder's page without any script, and without asking for one ahead.
fn plain(site: &Path) -> Result<()> {
    let trouble = "The page without any script cannot be written.";
    let page = fs::read_to_string(site.join("index.html")).context(trouble)?;
    let page = without(&page, "<script", "</script>", |_| true);
    let page = without(&page, "<link ", ">", |link| link.contains("preload"));
    let folder = site.join("plain");
    fs::create_dir_all(&folder).context(trouble)?;
    fs::write(folder.join("index.html.br"), brotli(page.as_bytes(), 11)?).context(trouble)?;
    fs::write(folder.join("index.html"), page).context(trouble)
}

/// The text without what stands from `start` to `end`, where `is_out` says so.
fn without(text: &str, start: &str, end: &str, is_out: impl Fn(&str) -> bool) -> String {
    let (mut kept, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(start) {
        let at = after.find(end).map_or(after.len(), |at| at + end.len());
        let (inside, behind) = after.split_at(at);
        kept.push_str(before);
        if !is_out(inside) {
            kept.extend([start, inside]);
        }
        rest = behind;
    }
    kept + rest
}

/// Installs React where it is missing and bundles its page.
fn react(pages: &Path, site: &Path) -> Result<()> {
    if !pages.join("node_modules/react").is_dir() {
        println!("Installing React into bench/ (seconds) …");
        let mut install =
            command(process::find("npm").context("React comes from npm: install Node.js.")?);
        install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(pages);
        process::run(&mut install, "React could not be installed: is there a network?")?;
    }
    if process::find("esbuild").is_none() {
        bail!("The page with React is bundled by esbuild, which could not be installed.");
    }
    let out = site.join("react");
    fs::create_dir_all(&out).context("The folder for the page with React cannot be made.")?;
    fs::copy(pages.join("react/index.html"), out.join("index.html"))
        .context("bench/react/index.html cannot be copied.")?;
    let mut bundle = command("esbuild");
    bundle
        .arg(pages.join("react/page.jsx"))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--jsx=automatic"])
        .args(["--define:process.env.NODE_ENV=\"production\"", "--log-level=warning"])
        .arg(format!("--outfile={}", out.join("page.js").display()));
    process::run(&mut bundle, "The page with React could not be bundled, the lines above say why.")
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let trouble = || format!("{} cannot be copied.", from.display());
    fs::create_dir_all(to).with_context(trouble)?;
    for entry in fs::read_dir(from).with_context(trouble)? {
        let entry = entry.with_context(trouble)?;
        let target = to.join(entry.file_name());
        if entry.file_type().with_context(trouble)?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target).with_context(trouble)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn what_is_out_is_out_and_nothing_else() {
        let page = "a<script src=x></script>b<link rel=preload>c<link rel=icon>d";
        let page = without(page, "<script", "</script>", |_| true);
        assert_eq!(page, "ab<link rel=preload>c<link rel=icon>d");
        let page = without(&page, "<link ", ">", |link| link.contains("preload"));
        assert_eq!(page, "abc<link rel=icon>d");
    }
}
