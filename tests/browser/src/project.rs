//! The project's folders and files.

use crate::Engine;
use std::path::PathBuf;

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).map(PathBuf::from).unwrap_or(manifest)
}

/// The built site: `DIST`, or `dist/`.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// A publisher's site: `PUBLISHED`, or `target/published/`.
#[must_use]
pub fn published() -> PathBuf {
    std::env::var_os("PUBLISHED").map_or_else(|| root().join("target/published"), PathBuf::from)
}

/// The axe-core script: `AXE`, or where `cargo xtask` installs it.
#[must_use]
pub fn axe() -> PathBuf {
    std::env::var_os("AXE")
        .map_or_else(|| root().join(".tools/npm/node_modules/axe-core/axe.min.js"), PathBuf::from)
}

/// The folder for screenshots of failed tests.
#[must_use]
pub fn failures() -> PathBuf {
    root().join("target/browser-failures")
}

/// The list of the tests that were skipped in the selected engine.
#[must_use]
pub fn skipped_tests() -> PathBuf {
    root().join("target/browser-skipped").join(Engine::selected().name()).with_extension("txt")
}

/// The name of the running test, as part of a file name. Rust runs each test in a thread named after it.
#[must_use]
pub fn test_name() -> String {
    std::thread::current().name().unwrap_or("test").replace("::", "-")
}
