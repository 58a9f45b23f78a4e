//! The tools the project is built with. What is on PATH in the right version is used; what is
//! missing is installed into `.tools/`, and nothing of the user's is replaced.

pub mod axe;
mod cargo_install;
pub mod deny;
pub mod esbuild;
mod npm;
pub mod rust_src;
mod trunk;
mod wasm_bindgen;
pub mod wasm_opt;
pub mod wasm_target;

use anyhow::Result;

/// Makes sure of everything a build needs.
pub fn ensure() -> Result<()> {
    wasm_target::ensure()?;
    rust_src::ensure();
    compile()?;
    wasm_opt::ensure();
    esbuild::ensure();
    Ok(())
}

/// Makes sure of those that are compiled here, which takes minutes where they are missing.
pub fn compile() -> Result<()> {
    trunk::ensure()?;
    wasm_bindgen::ensure()
}
