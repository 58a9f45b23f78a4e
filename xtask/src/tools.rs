//! The tools that the project is built with. A tool on PATH is used if it has the right version; otherwise
//! it is installed into `.tools/`. The user's own tools are not changed.

pub mod axe;
mod cargo_install;
pub mod deny;
pub mod esbuild;
mod npm;
pub mod old_chromium;
pub mod rust_src;
mod trunk;
mod wasm_bindgen;
pub mod wasm_opt;
mod wasm_split;
pub mod wasm_target;

use anyhow::Result;

/// Installs everything that a build needs.
pub fn ensure() -> Result<()> {
    wasm_target::ensure()?;
    rust_src::ensure();
    compile()?;
    wasm_opt::ensure();
    esbuild::ensure();
    Ok(())
}

/// Installs the tools that are compiled from source, which takes minutes.
pub fn compile() -> Result<()> {
    trunk::ensure()?;
    wasm_bindgen::ensure()?;
    wasm_split::ensure()?;
    cargo_install::clean_up();
    Ok(())
}
