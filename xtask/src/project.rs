//! The project's folders and lock file.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// The root of the repository.
pub fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map_or_else(|| manifest.clone(), PathBuf::from)
}

/// The folder of the built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The folder of the built app, which is the same for every site.
pub fn app() -> PathBuf {
    target().join("app")
}

/// The bundled ladders, the site's own first.
pub fn ladders() -> Vec<PathBuf> {
    let folder = root().join("public/ladders");
    ["ai-developer.json", "ai-careers.json"].map(|file| folder.join(file)).to_vec()
}

/// The folder of the tools that are installed for this project.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let lock =
        std::fs::read_to_string(root().join("Cargo.lock")).context("Cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock does not contain {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_found_by_the_exact_package_name() {
        let lock = "name = \"wasm-bindgen-shared\"\nversion = \"1\"\n\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("2"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
