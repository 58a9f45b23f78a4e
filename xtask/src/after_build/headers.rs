//! `_headers`, which some hosts and the browser tests' server read.

use super::built::Built;
use crate::budget::needed;
use crate::headers::{LASTING, headers_file};
use anyhow::{Context, Result};
use std::fs;

/// Writes it for what stands at the top of the folder. Comes after everything that puts files there.
pub fn write(built: &Built) -> Result<()> {
    let unreadable = "The built folder cannot be read.";
    let mut names = Vec::new();
    for entry in fs::read_dir(&built.folder).context(unreadable)? {
        let entry = entry.context(unreadable)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != LASTING && !name.starts_with('_') {
            names.push((name, entry.file_type().context(unreadable)?.is_dir()));
        }
    }
    names.sort();
    let options = &built.options;
    let page = fs::read_to_string(built.folder.join("index.html")).context(unreadable)?;
    let file = headers_file(&options.base, &options.connect, &names, &ahead(&page));
    fs::write(built.folder.join("_headers"), file).context("The built folder cannot be written to.")
}

/// What a page's first paint waits for, so that a browser asks for it before it has read the page; some
/// hosts send it before they have even found the page (`103 Early Hints`).
/// <https://html.spec.whatwg.org/multipage/semantics.html#processing-link-headers>
fn ahead(page: &str) -> String {
    let links = needed(page).into_iter().filter_map(|file| {
        let name = file.rsplit('/').next().unwrap_or_default();
        let kind = match name.rsplit_once('.')? {
            (_, "css") => "style",
            (stem, "js") if stem.starts_with("start-") => "script",
            _ => return None,
        };
        Some(format!("</{file}>; rel=preload; as={kind}"))
    });
    links.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ahead;

    #[test]
    fn the_styles_and_the_first_script_are_said_ahead() {
        let page = "<link rel=stylesheet href=/x/assets/style-0a.css><link href=/x/assets/a.wasm>\
            <script src=/x/assets/start-0b.js data-js=/x/assets/a.js data-later=/x/assets/style-later-0c.css></script>";
        assert_eq!(
            ahead(page),
            "</x/assets/start-0b.js>; rel=preload; as=script, </x/assets/style-0a.css>; rel=preload; as=style"
        );
    }
}
