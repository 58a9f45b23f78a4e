//! Where the project's folders are.

use std::path::PathBuf;

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}

/// The built folder: `DIST`, or `dist/` of the project.
#[must_use]
pub fn dist() -> PathBuf {
    std::env::var_os("DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// A publisher's site: `PUBLISHED`, or `target/published/`.
#[must_use]
pub fn published() -> PathBuf {
    std::env::var_os("PUBLISHED").map_or_else(|| root().join("target/published"), PathBuf::from)
}

/// axe-core's script: `AXE`, or where `cargo xtask` installs it.
#[must_use]
pub fn axe() -> PathBuf {
    std::env::var_os("AXE")
        .map_or_else(|| root().join(".tools/npm/node_modules/axe-core/axe.min.js"), PathBuf::from)
}

/// Where pictures of failed tests go.
#[must_use]
pub fn failures() -> PathBuf {
    root().join("target/browser-failures")
}
