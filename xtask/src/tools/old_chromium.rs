//! Old versions of Chromium. npm has some, packed for servers that run no containers.

use super::npm;
use crate::process::{self, command};
use crate::project;
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::path::Path;

/// Versions of the package, which are those of Chromium.
const VERSIONS: [&str; 3] = ["106.0.2", "114.0.0", "122.0.0"];

/// Unpacks its first argument to its second.
const UNPACK: &str = "const { readFileSync, writeFileSync } = require('fs');
    const [from, to] = process.argv.slice(1);
    writeFileSync(to, require('zlib').brotliDecompressSync(readFileSync(from)));";

/// Installs those that are missing. Returns their paths as the value of a variable.
///
/// # Errors
/// If the versions cannot be had here.
pub fn ensure() -> Result<OsString> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("The old versions of Chromium on npm are for Linux on x86-64.");
    }
    let programs = VERSIONS.map(|version| {
        let name = format!("chromium-{version}");
        if !npm::has(&name, version) {
            npm::install(&name, &format!("npm:@sparticuz/chromium@{version}"))?;
        }
        let folder = project::tools().join("npm/node_modules").join(name).join("bin");
        let program = folder.join("chromium");
        if !program.exists() {
            unpack(&folder.join("chromium.br"), &program)?;
        }
        Ok(program)
    });
    let programs: Vec<_> = programs.into_iter().collect::<Result<_>>()?;
    Ok(std::env::join_paths(programs)?)
}

fn unpack(packed: &Path, program: &Path) -> Result<()> {
    let mut node = command("node");
    node.args(["-e", UNPACK, "--"]).arg(packed).arg(program);
    process::run(&mut node, "Cannot unpack Chromium; the lines above say why.")?;
    process::run(command("chmod").arg("755").arg(program), "Cannot make Chromium executable.")
}
