//! Building a tool from crates.io into `.tools/`, in a third of the time of its own release profile: each runs
//! for seconds a build, and no slower that anyone would notice.

use crate::process::{self, cargo};
use crate::project;
use anyhow::Result;

/// Installs a crate's programs. `options` go to `cargo install`; `time` is what two cores take.
pub fn install(name: &str, version: &str, options: &[&str], time: &str) -> Result<()> {
    println!("Installing {name} {version} into .tools/ (once, about {time} on two cores) …");
    let root = project::tools();
    let target = root.join("build");
    let mut install = cargo();
    install
        .args(["install", name, "--version", version, "--quiet"])
        .args(options)
        .arg("--root")
        .arg(&root)
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    let trouble = format!(
        "{name} {version} could not be installed: is there a network? The lines above say what failed."
    );
    process::run(&mut install, &trouble)?;
    // Its objects are of no more use and fill gigabytes; that they stay is no reason to stop.
    let _ = std::fs::remove_dir_all(target);
    Ok(())
}
