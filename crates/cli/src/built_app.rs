//! The app as `cargo xtask` built it, without any ladder: files with their final names, and `app.json`,
//! which says how pages refer to them.

mod prepare;

pub use prepare::prepare;

use crate::digest::{integrity, short_hex};
use crate::headers::ASSETS;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The file with the [`Manifest`].
const MANIFEST: &str = "app.json";

/// A file with its final name, and the digest of its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HashedAsset {
    /// Its path below the site's base.
    pub path: String,
    /// Its digest as an `integrity` value.
    pub integrity: String,
}

impl HashedAsset {
    /// Writes a file into [`ASSETS`] of `folder`, with the digest of its content in its name.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(folder: &Path, name: &str, content: &[u8]) -> Result<Self> {
        let path = format!("{ASSETS}/{}", hashed_name(name, &short_hex(content)));
        fs::create_dir_all(folder.join(ASSETS))?;
        fs::write(folder.join(&path), content).with_context(|| format!("Cannot write {path}"))?;
        Ok(Self { path, integrity: integrity(content) })
    }
}

/// How pages refer to the files of the app.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// `index.html` as Trunk built it for the base path `/`.
    pub template: String,
    /// Scripts and wasm by the paths that the template names.
    pub renamed: BTreeMap<String, HashedAsset>,
    /// The style sheets in their order. They are not files of the app: pages contain what they need.
    pub styles: Vec<StyleSheet>,
    /// The paths of the files of each chunk.
    pub chunks: BTreeMap<String, Vec<String>>,
}

/// A style sheet of the app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StyleSheet {
    /// The name of its file in `style/`, without `.css`.
    pub name: String,
    /// Its rules.
    pub text: String,
}

/// Where the built app is.
#[derive(Clone, Debug)]
pub enum BuiltApp {
    /// In a folder that [`prepare`] has prepared.
    Folder(PathBuf),
    /// In this program, as a tar archive of such a folder.
    Embedded(&'static [u8]),
}

impl BuiltApp {
    /// The app in `folder`, if one is given, otherwise the one inside this program.
    ///
    /// # Errors
    /// If no folder is given and this program contains no app.
    pub fn find(folder: Option<&Path>) -> Result<Self> {
        let folder = folder.map(|folder| Self::Folder(folder.to_path_buf()));
        folder.or_else(Self::embedded).context(
            "This program was built without the app. Use one from `cargo xtask package`, or run \
             `cargo xtask build`.",
        )
    }

    /// The app inside this program, if it was built with it (`cargo xtask package`).
    fn embedded() -> Option<Self> {
        #[cfg(feature = "embedded-app")]
        return Some(Self::Embedded(include_bytes!(env!("CAREER_LADDER_APP"))));
        #[cfg(not(feature = "embedded-app"))]
        None
    }

    /// Copies the app's files into a folder and returns its manifest.
    ///
    /// # Errors
    /// If a file cannot be read or written, or there is no app.
    pub fn copy_to(&self, folder: &Path) -> Result<Manifest> {
        match self {
            Self::Folder(app) => copy(app, folder)?,
            Self::Embedded(archive) => tar::Archive::new(*archive).unpack(folder)?,
        }
        let file = folder.join(MANIFEST);
        let manifest = fs::read_to_string(&file).context("The app has no app.json")?;
        fs::remove_file(file)?;
        serde_json::from_str(&manifest).context("The app's app.json is of another version")
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let unreadable = || format!("Cannot read {}", from.display());
    fs::create_dir_all(to).with_context(|| format!("Cannot create {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(unreadable)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("Cannot write {}", target.display()))?;
        }
    }
    Ok(())
}

/// Puts a digest into a file name. A digest from Trunk, which is of an earlier content, is replaced.
fn hashed_name(name: &str, digest: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let stem = without_digest(stem.trim_end_matches("_bg"));
    format!("{stem}-{digest}.{extension}")
}

/// A file name without the digest that Trunk appended.
fn without_digest(stem: &str) -> &str {
    // Trunk omits leading zeros.
    let is_digest =
        |part: &str| (12..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
    stem.rsplit_once('-').filter(|(_, end)| is_digest(end)).map_or(stem, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::hashed_name;

    #[test]
    fn a_digest_in_a_file_name_is_replaced_not_repeated() {
        for (name, expected) in [
            ("start.js", "start-0123456789abcdef.js"),
            ("app-fedcba9876543210.js", "app-0123456789abcdef.js"),
            ("app-fedcba9876543210_bg.wasm", "app-0123456789abcdef.wasm"),
            ("app-edcba9876543210_bg.wasm", "app-0123456789abcdef.wasm"),
            ("style-later.css", "style-later-0123456789abcdef.css"),
        ] {
            assert_eq!(hashed_name(name, "0123456789abcdef"), expected);
        }
    }
}
