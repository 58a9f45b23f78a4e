//! wasm-split-cli, which splits the app into chunks for `leptos::wasm_split`.

use super::cargo_install::{self, is_installed};
use anyhow::Result;

const PACKAGE: &str = "wasm_split_cli_support";
const VERSION: &str = "0.2.4";

/// Installs it if it is missing.
pub fn ensure() -> Result<()> {
    if is_installed(PACKAGE, VERSION) {
        return Ok(());
    }
    cargo_install::install(
        PACKAGE,
        VERSION,
        &["--locked", "--features", "build-binary"],
        "1 minute",
    )
}
