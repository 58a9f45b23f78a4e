//! The list of what is kept: each file's address and digest, and the version they make together.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The most that is kept of pages, before compression. A ladder may have 25,000 pages of its own,
/// and each can also be drawn by the program from the ladder itself, so the rest is left to the host.
pub const MOST_BYTES_OF_PAGES: usize = 8 * 1024 * 1024;

/// What pages are made of. Pictures are for other sites and for the home screen, which keeps its own,
/// but for the manifest's: Chromium asks for one with every page, and the console tells where none comes.
const ENDINGS: [&str; 7] = [".html", ".css", ".js", ".wasm", ".json", ".svg", ".webmanifest"];

/// The digest of a file, as `integrity` takes it.
#[must_use]
pub fn digest(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

fn is_icon(name: &str) -> bool {
    name.starts_with("icon-") && name.ends_with(".png")
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its address below the site's base: `roles/cto/` for `roles/cto/index.html`, because that is
    /// the one under which every static host answers without a detour.
    pub address: String,
    /// Its digest, as `integrity` takes it.
    pub digest: String,
    bytes: usize,
}

impl Entry {
    /// Whether a file of this name, below the base, is one that pages are made of. Names with
    /// letters that an address would have to encode are left to the host.
    pub(crate) fn is_wanted(name: &str) -> bool {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
        name != crate::WORKER
            && name.bytes().all(plain)
            && !name.starts_with(['.', '_'])
            && (ENDINGS.iter().any(|ending| name.ends_with(ending)) || is_icon(name))
    }

    /// A file by its name below the base and its content.
    pub(crate) fn new(name: &str, content: &[u8]) -> Self {
        let address = match name.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => name,
        };
        Self { address: address.to_owned(), digest: digest(content), bytes: content.len() }
    }

    fn is_page(&self) -> bool {
        self.address.is_empty() || self.address.ends_with('/')
    }

    fn depth(&self) -> usize {
        self.address.matches('/').count()
    }
}

/// Everything a version of the site keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The files, in an order that does not depend on the machine.
    pub entries: Vec<Entry>,
    /// How many pages are left to the host.
    pub left_out: usize,
}

impl List {
    /// Orders the files, what is nearest to the root first, and leaves out the pages beyond
    /// [`MOST_BYTES_OF_PAGES`].
    pub(crate) fn of(mut found: Vec<Entry>) -> Self {
        found.sort_by(|one, other| {
            (one.depth(), &one.address).cmp(&(other.depth(), &other.address))
        });
        let all = found.len();
        let mut pages = 0;
        found.retain(|entry| {
            if entry.is_page() {
                pages += entry.bytes;
            }
            !entry.is_page() || pages <= MOST_BYTES_OF_PAGES
        });
        Self { left_out: all - found.len(), entries: found }
    }

    /// Names this version: any other content or address gives another name.
    #[must_use]
    pub fn version(&self) -> String {
        let mut hasher = Sha256::new();
        for Entry { address, digest, .. } in &self.entries {
            hasher.update(format!("{address} {digest}\n"));
        }
        hasher.finalize().iter().take(8).fold(String::new(), |mut name, byte| {
            // Writing to a text never fails.
            let _ = write!(name, "{byte:02x}");
            name
        })
    }

    /// How many bytes are kept.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.entries.iter().map(|entry| entry.bytes).sum()
    }

    /// The two lines ahead of the worker. Addresses and digests hold no letter to be escaped.
    pub(crate) fn script(&self) -> String {
        let lines = self.entries.iter().map(|entry| {
            let Entry { address, digest, .. } = entry;
            format!("[\"{address}\",\"{digest}\"]")
        });
        let files = lines.collect::<Vec<_>>().join(",\n");
        format!("const VERSION = \"{}\";\nconst FILES = [{files}];\n", self.version())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stands_under_the_address_of_its_folder() {
        for (name, address) in [
            ("index.html", ""),
            ("roles/cto/index.html", "roles/cto/"),
            ("404.html", "404.html"),
            ("no-index.html", "no-index.html"),
            ("ladders/one.json", "ladders/one.json"),
        ] {
            assert_eq!(Entry::new(name, b"").address, address);
        }
    }

    #[test]
    fn the_digest_is_the_one_a_browser_works_out() {
        // The digest of no bytes at all, from FIPS 180-4.
        let none = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(Entry::new("a.js", b"").digest, none);
    }

    #[test]
    fn only_what_pages_are_made_of_is_kept() {
        for name in
            ["index.html", "a/b-1.wasm", "style.css", "ladders/x.json", "icon.svg", "icon-192.png"]
        {
            assert!(Entry::is_wanted(name), "{name}");
        }
        for name in ["sw.js", "_headers", "a.js.br", "a.css.gz", "card.png", "robots.txt", "ä.js"]
        {
            assert!(!Entry::is_wanted(name), "{name}");
        }
    }

    fn entry(address: &str, bytes: usize) -> Entry {
        Entry { bytes, ..Entry::new(address, b"") }
    }

    #[test]
    fn the_version_changes_with_any_content_and_any_address_and_with_nothing_else() {
        let of = |files: &[(&str, &[u8])]| {
            List::of(files.iter().map(|(name, content)| Entry::new(name, content)).collect())
                .version()
        };
        let one = of(&[("a.js", b"1"), ("b.js", b"2")]);
        assert_eq!(one, of(&[("b.js", b"2"), ("a.js", b"1")]));
        assert_ne!(one, of(&[("a.js", b"1"), ("b.js", b"3")]));
        assert_ne!(one, of(&[("a.js", b"1"), ("c.js", b"2")]));
        assert_eq!(one.len(), 16);
    }

    #[test]
    fn pages_beyond_the_most_are_left_out_and_nothing_else_is() {
        let half = MOST_BYTES_OF_PAGES / 2;
        let list = List::of(vec![
            entry("skills/z/", half),
            entry("program.wasm", 2 * MOST_BYTES_OF_PAGES),
            entry("roles/a/", half),
            Entry { address: String::new(), ..entry("index.html", half) },
        ]);
        let kept: Vec<_> = list.entries.iter().map(|entry| entry.address.as_str()).collect();
        assert_eq!(kept, ["", "program.wasm", "roles/a/"]);
        assert_eq!(list.left_out, 1);
    }
}
