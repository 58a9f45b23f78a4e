//! `cargo xtask build`: the site to host.
//!
//! Trunk builds the app. Then this command splits it into chunks and minifies it, and `career-ladder build`
//! renders the pages and writes everything else that a host needs.

pub mod build_std;
mod chunks;
mod options;

use crate::process::{self, command};
use crate::tools::{self, esbuild, wasm_opt};
use crate::{cli, project};
use anyhow::Result;
use lexopt::Parser;
use options::Options;
use std::fs;
use std::path::{Path, PathBuf};

/// Installs missing tools and builds.
pub fn run(mut arguments: Parser) -> Result<()> {
    let options = Options::parse(&mut arguments)?;
    tools::ensure()?;
    println!("Building the site (4 minutes the first time) …");
    build(&options)
}

/// Builds the project's own site into `dist/`. The tools must be installed.
pub fn default_site() -> Result<()> {
    build(&Options::default())
}

fn build(options: &Options) -> Result<()> {
    let app = project::app();
    build_app(&app)?;
    let mut build = cli::with_app();
    build.arg("build").args(&options.ladders).arg("--app").arg(&app);
    build.arg("--out").arg(&options.out).args(&options.site_arguments);
    process::run(
        &mut build,
        "The site could not be built; the lines above say why. docs/publish.md and docs/write-a-ladder.md can help.",
    )
}

/// Builds the app, which is the same for every site, into a folder.
pub fn build_app(folder: &Path) -> Result<()> {
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--dist"]).arg(folder);
    let mut flags = remap_paths();
    // See build.rs and src/chunk.rs.
    flags.push("--cfg=split".to_owned());
    build_std::enable(&mut trunk, &mut flags);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    // See Trunk.toml.
    trunk.env("CAREER_LADDER_SITE", "later");
    // Trunk's minifier does not understand wasm-bindgen's JavaScript and warns; esbuild minifies it below.
    trunk.env("RUST_LOG", "error,trunk=info,trunk::processing::minify=error");
    process::run(&mut trunk, "Trunk could not build the app; the lines above say why.")?;

    chunks::split(folder)?;
    wasm_opt::optimise_for_speed(&folder.join("reader_bg.wasm"))?;
    esbuild::minify_all(folder)?;
    process::run(
        cli::with_app().arg("prepare-app").arg(folder),
        "The app could not be prepared; the lines above say why.",
    )
}

/// Removes the paths of this machine's cargo registry from panic messages.
fn remap_paths() -> Vec<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let sources = fs::read_dir(cargo.unwrap_or_default().join("registry/src"));
    let folders: Vec<_> = sources.into_iter().flatten().flatten().map(|e| e.path()).collect();
    let paths = folders.iter().filter_map(|folder| folder.to_str());
    // Flags are separated by spaces, so a path with a space cannot be remapped.
    let paths = paths.filter(|path| !path.contains(' '));
    paths.map(|path| format!("--remap-path-prefix={path}=.")).collect()
}
