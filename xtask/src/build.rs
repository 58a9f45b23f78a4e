//! `cargo xtask build`: the folder to host.

mod options;
mod page;
mod publisher;
pub mod small;

use crate::process::{self, command};
use crate::theme::Theme;
use crate::tools;
use anyhow::{Context, Result};
use lexopt::Parser;
pub use options::{Options, published};
use page::Page;
use std::fs;
use std::path::{Path, PathBuf};

/// Reads the options, makes sure of the tools, and builds.
pub fn run(mut arguments: Parser) -> Result<()> {
    let options = Options::read(&mut arguments)?;
    let theme = publisher::prepare(&options)?;
    let outcome = tools::ensure().and_then(|()| {
        println!("Building the site (the first time some 4 minutes) …");
        with_theme(&options, &theme)
    });
    publisher::clean_up(&options);
    outcome?;
    let (files, bytes) = size_of(&options.out)?;
    println!(
        "The site is in {}: {files} files, {} KB, to be hosted under {}",
        options.out.display(),
        bytes.div_ceil(1024),
        options.base
    );
    Ok(())
}

/// Builds the project's own site into `dist/`. The tools have to be there.
pub fn site() -> Result<()> {
    with_theme(&Options::default(), &Theme::default())
}

fn with_theme(options: &Options, theme: &Theme) -> Result<()> {
    let page = Page::write(options, theme)?;
    let mut trunk = command("trunk");
    trunk
        .args(["build", "--release", "--public-url", &options.base, "--dist"])
        .arg(&options.out)
        .arg(page.path())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", small::flags(without_local_paths()))
        .envs(small::settings().iter().copied());
    options.hand_to(&mut trunk);
    process::run(&mut trunk, "The site could not be built, the lines above say why.")
}

/// Panic messages name the files they come from; those of this machine are nobody's business.
fn without_local_paths() -> Vec<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = fs::read_dir(cargo.unwrap_or_default().join("registry/src"));
    let folders: Vec<_> = sources.into_iter().flatten().flatten().map(|e| e.path()).collect();
    // Cargo names the project's own files from its root.
    let flags = folders.iter().filter_map(|folder| folder.to_str());
    // The variable's flags are set apart by spaces, so a path with one is left as it is.
    let flags = flags.filter(|folder| !folder.contains(' '));
    flags.map(|folder| format!("--remap-path-prefix={folder}=.")).collect()
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
