//! `cargo xtask build`: the folder to host.

use crate::process::{self, command};
use crate::project;
use crate::tools::{self, wasm_opt};
use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads the options, makes sure of the tools, and builds.
pub fn run(mut arguments: Parser) -> Result<()> {
    let mut base = "/".to_owned();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("base") => base = arguments.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let base = normalized(&base)?;
    tools::ensure()?;
    println!("Building the site (the first time some 4 minutes) …");
    site(&base)?;
    let (files, bytes) = size_of(&project::dist())?;
    println!(
        "The site is in dist/: {files} files, {} KB, to be hosted under {base}",
        bytes.div_ceil(1024)
    );
    Ok(())
}

/// Builds the site into `dist/`. The tools have to be there.
pub fn site(base: &str) -> Result<()> {
    let page = Page::choose()?;
    let mut trunk = command("trunk");
    trunk
        .args(["build", "--release", "--public-url", base])
        .arg(&page.0)
        .env("CAREER_LADDER_BASE", base)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_local_paths());
    process::run(&mut trunk, "The site could not be built, the lines above say why.")
}

/// Panic messages name the files they come from; those of this machine are nobody's business.
fn without_local_paths() -> String {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = fs::read_dir(cargo.unwrap_or_default().join("registry/src"));
    let mut folders: Vec<_> = sources.into_iter().flatten().flatten().map(|e| e.path()).collect();
    folders.push(project::root());
    let flags = folders.iter().filter_map(|folder| folder.to_str());
    // The variable's flags are set apart by spaces, so a path with one is left as it is.
    let flags = flags.filter(|folder| !folder.contains(' '));
    flags.map(|folder| format!("--remap-path-prefix={folder}=.")).collect::<Vec<_>>().join(" ")
}

/// A base path that begins and ends with `/`.
fn normalized(base: &str) -> Result<String> {
    let inner = base.trim_matches('/');
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~/".contains(letter);
    if !inner.chars().all(plain) {
        bail!("--base takes the path the site is hosted under, such as /careers/, not `{base}`.");
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

/// The page Trunk starts from: `index.html`, or where wasm-opt cannot be had a copy that does
/// without. Trunk would otherwise download one by itself, and fail where it cannot.
struct Page(PathBuf);

const WITHOUT_WASM_OPT: &str = ".index-without-wasm-opt.html";

impl Page {
    fn choose() -> Result<Self> {
        let index = project::root().join("index.html");
        if wasm_opt::is_there() {
            return Ok(Self(index));
        }
        let html = fs::read_to_string(&index).context("index.html cannot be read.")?;
        let copy = project::root().join(WITHOUT_WASM_OPT);
        fs::write(&copy, html.replace("data-wasm-opt=\"z\"", "data-wasm-opt=\"0\""))
            .context("The project's folder cannot be written to.")?;
        Ok(Self(copy))
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if self.0.ends_with(WITHOUT_WASM_OPT) {
            let _ = fs::remove_file(&self.0);
        }
    }
}

/// How many files a folder holds, and their bytes.
fn size_of(folder: &Path) -> Result<(usize, u64)> {
    let (mut files, mut bytes) = (0, 0);
    for entry in
        fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))?
    {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            let (inner_files, inner_bytes) = size_of(&entry.path())?;
            files += inner_files;
            bytes += inner_bytes;
        } else {
            files += 1;
            bytes += entry.metadata()?.len();
        }
    }
    Ok((files, bytes))
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for (given, meant) in [("/", "/"), ("", "/"), ("careers", "/careers/"), ("/a/b", "/a/b/")] {
            assert_eq!(normalized(given).unwrap(), meant);
        }
        assert!(normalized("https://example.org/").is_err());
    }
}
