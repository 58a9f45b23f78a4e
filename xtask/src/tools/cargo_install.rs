//! Compiles tools from crates.io into `.tools/`, without optimisation: that takes a third of the time, and
//! a build runs each of them only for seconds.

use crate::process::{self, cargo};
use crate::project;
use anyhow::Result;
use std::path::PathBuf;

/// Whether a package is installed in `.tools/` in this version.
pub fn is_installed(package: &str, version: &str) -> bool {
    let list = std::fs::read_to_string(project::tools().join(".crates.toml")).unwrap_or_default();
    list.contains(&format!("\"{package} {version} "))
}

/// Installs the programs of a package. `options` are passed to `cargo install`; `time` is how long it takes on
/// two cores.
pub fn install(name: &str, version: &str, options: &[&str], time: &str) -> Result<()> {
    println!("Installing {name} {version} into .tools/ (once, about {time} on two cores) …");
    let root = project::tools();
    let mut install = cargo();
    install
        .args(["install", name, "--version", version, "--quiet"])
        .args(options)
        .arg("--root")
        .arg(&root)
        .env("CARGO_TARGET_DIR", build_folder())
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    let message =
        format!("Cannot install {name} {version}; the lines above say why. Is there a network?");
    process::run(&mut install, &message)
}

/// Removes what compiling the tools left: gigabytes that are no longer needed.
pub fn clean_up() {
    let _ = std::fs::remove_dir_all(build_folder());
}

/// Where tools are compiled: one folder, because they share dependencies.
fn build_folder() -> PathBuf {
    project::tools().join("build")
}
