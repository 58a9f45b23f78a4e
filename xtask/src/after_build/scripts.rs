//! Scripts are made shorter.

use super::built::Built;
use crate::tools::esbuild;
use anyhow::{Context, Result};

/// What wasm-bindgen's JavaScript would warn of: how it is called, which a build settles, and a host that serves wasm as
/// something else, of which a browser itself complains where a part is asked for.
const UNSAID: &[&str] = &["--pure:console.warn"];

/// Shortens every script in the folder.
pub fn shorten(built: &Built) -> Result<()> {
    for entry in std::fs::read_dir(&built.folder).context("The built folder cannot be read.")? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let also = if name.starts_with("career-ladder-") { UNSAID } else { &[] };
            esbuild::shorten(&path, also)?;
        }
    }
    Ok(())
}
