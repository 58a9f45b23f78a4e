//! `cargo xtask build`: the site to host.
//!
//! Trunk builds the app. Then this command splits it into chunks, minifies it, and runs
//! `career-ladder finish-site`, which renders the pages and writes everything else that a host needs.

mod build_std;
mod chunks;
mod options;

use crate::process::{self, command};
use crate::tools::{self, esbuild, wasm_opt};
use crate::{cli, folder, project};
use anyhow::{Result, bail};
use lexopt::Parser;
use options::Options;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks the publisher's files, installs missing tools, and builds.
pub fn run(mut arguments: Parser) -> Result<()> {
    let options = Options::parse(&mut arguments)?;
    check_out(&options.out)?;
    let mut check = cli::without_app();
    check.args(["check-site", "--into"]).arg(options.ladder_folder());
    check.args(&options.site_arguments).arg("--").args(&options.ladders);
    process::run(
        &mut check,
        "Nothing was built: fix the errors above first. docs/publish.md and docs/write-a-ladder.md can help.",
    )?;
    tools::ensure()?;
    println!("Building the site (4 minutes the first time) …");
    build(&options)?;
    let (files, bytes) = folder::size(&options.out)?;
    println!(
        "The site is in {}: {files} files, {} KB, to be hosted under {}",
        options.out.display(),
        bytes.div_ceil(1024),
        options.base
    );
    Ok(())
}

/// Builds the project's own site into `dist/`. The tools must be installed.
pub fn default_site() -> Result<()> {
    build(&Options::default())
}

fn build(options: &Options) -> Result<()> {
    // Named after this process, so that two builds can run at once.
    let staging = project::root().join(format!("target/site-{}", std::process::id()));
    let outcome = build_in(&staging, options).and_then(|()| {
        folder::clear(&options.out, "")?;
        folder::copy(&staging, &options.out)
    });
    // Files left in target/ are harmless.
    let _ = fs::remove_dir_all(&staging);
    let _ = fs::remove_dir_all(options.ladder_folder());
    outcome
}

fn build_in(folder: &Path, options: &Options) -> Result<()> {
    let mut trunk = command("trunk");
    trunk.args(["build", "--release", "--public-url", &options.base, "--dist"]).arg(folder);
    let mut flags = remap_paths();
    // See build.rs and src/chunk.rs.
    flags.push("--cfg=split".to_owned());
    build_std::enable(&mut trunk, &mut flags);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    options.set_environment(&mut trunk);
    process::run(&mut trunk, "Trunk could not build the app; the lines above say why.")?;

    chunks::split(folder)?;
    wasm_opt::optimise_for_speed(&folder.join("reader_bg.wasm"))?;
    esbuild::minify_all(folder)?;

    let mut finish = cli::with_app();
    finish.arg("finish-site").arg(folder).args(&options.site_arguments);
    if !options.ladders.is_empty() {
        finish.arg("--ladders").arg(options.ladder_folder());
    }
    options.set_environment(&mut finish);
    process::run(&mut finish, "The pages could not be written; the lines above say why.")
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

/// A build replaces everything in its folder, so the folder must be empty, new, or an earlier build.
fn check_out(out: &Path) -> Result<()> {
    let is_site = out == project::dist()
        || (out.join("_headers").is_file() && out.join("404.html").is_file());
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if out.is_file() || !(is_site || is_empty) {
        bail!(
            "{} contains something else, and a build replaces everything in its folder. Choose another \
             folder with --out, or empty this one.",
            out.display()
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_out;
    use std::fs;

    #[test]
    fn a_folder_with_other_files_is_not_replaced() {
        let folder = std::env::temp_dir().join(format!("out-{}", std::process::id()));
        check_out(&folder).unwrap();
        fs::create_dir_all(&folder).unwrap();
        check_out(&folder).unwrap();
        fs::write(folder.join("letter.txt"), "dear").unwrap();
        let error = check_out(&folder).unwrap_err().to_string();
        assert!(error.contains("contains something else"), "{error}");
        assert!(check_out(&folder.join("letter.txt")).is_err());
        for name in ["_headers", "404.html"] {
            fs::write(folder.join(name), "").unwrap();
        }
        check_out(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }
}
