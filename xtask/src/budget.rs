//! The bytes that have to arrive before the first page can be used, and the most they may be.

use crate::after_build::brotli;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The most the first view may weigh, compressed: HTML, JavaScript, wasm and CSS. A page with React and the same
/// features takes 84 KB; see docs/performance.md.
const MOST: usize = 86 * 1024;

/// What the first view is made of, apart from its HTML.
const ENDINGS: [&str; 3] = [".js", ".wasm", ".css"];

/// What the page asks for only once it can be used, by the attributes that name it.
const LATER: [&str; 4] = ["data-later", "data-offline", "data-reader", "data-worker"];

/// Prints what each file of the first view weighs, and fails where the sum is too much.
pub fn check(dist: &Path) -> Result<()> {
    let html = fs::read_to_string(dist.join("index.html"))
        .context("dist/ holds no index.html; build it with `cargo xtask build`.")?;
    let files = needed(&html);
    for ending in ENDINGS {
        if !files.iter().any(|file| file.ends_with(ending)) {
            bail!(
                "index.html names no {ending} file, so its bytes cannot be counted; see budget.rs."
            );
        }
    }
    let mut sum = 0;
    for name in std::iter::once("index.html").chain(files) {
        let content = fs::read(dist.join(name))
            .with_context(|| format!("index.html needs {name}, which is not in dist/."))?;
        let bytes = brotli(&content, 11)?.len();
        println!("{bytes:>9} bytes  {name}");
        sum += bytes;
    }
    println!("{sum:>9} bytes  in all, of at most {MOST}");
    if sum > MOST {
        bail!("The first view weighs {} bytes too many: see which file grew.", sum - MOST);
    }
    Ok(())
}

/// The files a page asks for before it can be used, however its attributes are written; none that it
/// asks for only where no script runs. Paths in the built folder.
fn needed(html: &str) -> BTreeSet<&str> {
    let with_scripts = html.split("<noscript>").enumerate().map(|(nth, piece)| match nth {
        0 => piece,
        _ => piece.split_once("</noscript>").map_or("", |(_, after)| after),
    });
    let mut before = "";
    with_scripts
        .flat_map(|piece| {
            piece.split(|letter: char| letter.is_whitespace() || "\"'=<>".contains(letter))
        })
        .filter(|word| !word.is_empty())
        .filter(|word| !LATER.contains(&std::mem::replace(&mut before, word)))
        // A text may speak of Node.js; an address of ours begins at the root.
        .filter(|word| word.starts_with('/') && ENDINGS.iter().any(|end| word.ends_with(end)))
        .map(|address| address.trim_start_matches('/'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::needed;

    #[test]
    fn every_file_is_counted_once_with_quotes_or_without() {
        let html = "<link href=\"/x/a.css\"><noscript><link href=/x/c.css></noscript><link href=/x/icon.svg><link href=/x/b.wasm>\
                    <script src=/start.js data-js='/x/b.js' data-wasm=/x/b.wasm data-worker=\"/sw.js\" data-later=/x/c.css></script>Node.js";
        assert!(needed(html).into_iter().eq(["start.js", "x/a.css", "x/b.js", "x/b.wasm"]));
    }
}
