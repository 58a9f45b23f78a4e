//! Where the project's folders are, and what its lock file asks for.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// The project's root.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// The folder to host.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder for what is installed for this project alone.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock"))
        .context("Cargo.lock cannot be read; fetch it anew with `git checkout Cargo.lock`.")?;
    version_in(&lock, package).with_context(|| {
        format!("Cargo.lock knows no {package}; fetch it anew with `git checkout Cargo.lock`.")
    })
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
    fn the_version_is_the_one_of_the_package_of_exactly_this_name() {
        let lock = "name = \"wasm-bindgen-shared\"\nversion = \"1\"\n\nname = \"wasm-bindgen\"\nversion = \"2\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("2"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
