//! The list of files to keep: their addresses and digests, and a version computed from them.

use crate::digest::{integrity, short_hex};
use std::fmt::Write;

/// The most bytes of pages to keep, before compression. A ladder may have 25,000 pages; the app can render
/// those that are not kept from the ladder itself.
const PAGES_LIMIT: usize = 8 * 1024 * 1024;

/// What pages need. Images are only used by other sites and the home screen, except the manifest's icons:
/// Chromium requests one with every page and logs an error if it is missing.
const EXTENSIONS: [&str; 8] =
    [".bin", ".html", ".css", ".js", ".wasm", ".json", ".svg", ".webmanifest"];

fn is_icon(name: &str) -> bool {
    name.starts_with("icon-") && name.ends_with(".png")
}

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedFile {
    /// Its address below the site's base. `roles/cto/` for `roles/cto/index.html`, because every static
    /// host answers there without a redirect.
    address: String,
    integrity: String,
    bytes: usize,
}

impl ListedFile {
    /// Whether to keep a file with this path below the base. Names that an address would have to encode are
    /// not kept.
    pub fn is_kept(name: &str) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
        name != super::WORKER
            && name.bytes().all(is_plain)
            && !name.starts_with(['.', '_'])
            && (EXTENSIONS.iter().any(|extension| name.ends_with(extension)) || is_icon(name))
    }

    /// A file with its path below the base and its content.
    pub fn new(name: &str, content: &[u8]) -> Self {
        let address = match name.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => name,
        };
        Self { address: address.to_owned(), integrity: integrity(content), bytes: content.len() }
    }

    fn is_page(&self) -> bool {
        self.address.is_empty() || self.address.ends_with('/')
    }

    fn depth(&self) -> usize {
        self.address.matches('/').count()
    }
}

/// All files that a version of the site keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileList {
    /// Those nearest to the root first, so that the order does not depend on the machine.
    files: Vec<ListedFile>,
    /// How many pages exceed the limit.
    omitted_pages: usize,
}

impl FileList {
    /// Sorts the files and omits pages beyond the limit.
    pub(super) fn new(mut files: Vec<ListedFile>) -> Self {
        files.sort_by(|a, b| (a.depth(), &a.address).cmp(&(b.depth(), &b.address)));
        let all = files.len();
        let mut page_bytes = 0;
        files.retain(|file| {
            if file.is_page() {
                page_bytes += file.bytes;
            }
            !file.is_page() || page_bytes <= PAGES_LIMIT
        });
        Self { omitted_pages: all - files.len(), files }
    }

    /// Identifies this version: any change of a content or an address changes it.
    #[must_use]
    pub fn version(&self) -> String {
        let files = self.files.iter().map(|file| format!("{} {}\n", file.address, file.integrity));
        short_hex(files.collect::<String>().as_bytes())
    }

    /// One or two sentences for the output of a build.
    #[must_use]
    pub fn summary(&self) -> String {
        let (files, bytes) =
            (self.files.len(), self.files.iter().map(|file| file.bytes).sum::<usize>());
        let mut summary = format!(
            "Offline version {}: {files} files, {} KB.",
            self.version(),
            bytes.div_ceil(1024)
        );
        if self.omitted_pages > 0 {
            let _ = write!(summary, " {} more pages are rendered by the app.", self.omitted_pages);
        }
        summary
    }

    /// The declarations before the worker's script. Addresses and digests need no escaping.
    pub(super) fn script(&self) -> String {
        let lines = self.files.iter().map(|file| {
            let ListedFile { address, integrity, .. } = file;
            format!("[\"{address}\",\"{integrity}\"]")
        });
        let files = lines.collect::<Vec<_>>().join(",\n");
        format!("const VERSION = \"{}\";\nconst FILES = [{files}];\n", self.version())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_address_of_its_folder() {
        for (name, address) in [
            ("index.html", ""),
            ("roles/cto/index.html", "roles/cto/"),
            ("404.html", "404.html"),
            ("no-index.html", "no-index.html"),
            ("ladders/one.json", "ladders/one.json"),
        ] {
            assert_eq!(ListedFile::new(name, b"").address, address);
        }
    }

    #[test]
    fn only_files_that_pages_need_are_kept() {
        for name in
            ["index.html", "a/b-1.wasm", "style.css", "ladders/x.json", "icon.svg", "icon-192.png"]
        {
            assert!(ListedFile::is_kept(name), "{name}");
        }
        for name in [
            "sw.js",
            "_headers",
            "a.js.br",
            "a.css.gz",
            "card.png",
            "robots.txt",
            "ä.js",
            "roles/cto/social-card.png",
        ] {
            assert!(!ListedFile::is_kept(name), "{name}");
        }
    }

    fn file(address: &str, bytes: usize) -> ListedFile {
        ListedFile { bytes, address: address.to_owned(), ..ListedFile::new("", b"") }
    }

    #[test]
    fn the_version_depends_on_contents_and_addresses_but_not_on_the_order() {
        let version = |files: &[(&str, &[u8])]| {
            let files = files.iter().map(|(name, content)| ListedFile::new(name, content));
            FileList::new(files.collect()).version()
        };
        let one = version(&[("a.js", b"1"), ("b.js", b"2")]);
        assert_eq!(one, version(&[("b.js", b"2"), ("a.js", b"1")]));
        assert_ne!(one, version(&[("a.js", b"1"), ("b.js", b"3")]));
        assert_ne!(one, version(&[("a.js", b"1"), ("c.js", b"2")]));
        assert_eq!(one.len(), 16);
    }

    #[test]
    fn only_pages_beyond_the_limit_are_omitted() {
        let half = PAGES_LIMIT / 2;
        let list = FileList::new(vec![
            file("skills/z/", half),
            file("app.wasm", 2 * PAGES_LIMIT),
            file("roles/a/", half),
            file("", half),
        ]);
        let kept: Vec<_> = list.files.iter().map(|file| file.address.as_str()).collect();
        assert_eq!(kept, ["", "app.wasm", "roles/a/"]);
        assert_eq!(list.omitted_pages, 1);
    }
}
