//! Packs the bundled ladder for the program. A ladder with errors stops the build and says why.
//!
//! It stands in `src/`, because a build script can share a module only from its own folder.

// The pages use far more of it than this does.
#[allow(dead_code, unused_imports, missing_docs)]
mod ladder;

use std::path::Path;
use std::process::ExitCode;

/// The document to pack.
const DOCUMENT: &str = "public/ladders/ai-developer.json";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={DOCUMENT}");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/ladder.rs");
    println!("cargo::rerun-if-changed=src/ladder");
    println!("cargo::rerun-if-env-changed=CAREER_LADDER_BASE");
    match pack() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("cargo::error={why}");
            ExitCode::FAILURE
        }
    }
}

fn pack() -> Result<(), String> {
    let text = std::fs::read_to_string(DOCUMENT).map_err(|why| format!("{DOCUMENT}: {why}"))?;
    let reading = ladder::read(&text);
    let first = reading.problems.first().map(|problem| problem.message.as_str());
    let ladder = reading.ladder.ok_or_else(|| {
        format!("{DOCUMENT} has problems, the first: {}", first.unwrap_or_default())
    })?;
    let packed = ladder.pack().map_err(|why| why.to_string())?;
    let folder = std::env::var("OUT_DIR").map_err(|why| why.to_string())?;
    std::fs::write(Path::new(&folder).join("ladder.packed"), packed).map_err(|why| why.to_string())
}
