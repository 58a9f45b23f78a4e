//! The size budget of the first view: what `/` downloads before it can be used.

use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The most bytes, compressed with brotli. See docs/performance.md.
const LIMIT: u64 = 188 * 1024;

/// The kinds of files that count, by extension.
const KINDS: [&str; 4] = ["html", "bin", "js", "wasm"];

/// Attributes that name files which load after the page can be used.
const DEFERRED: [&str; 4] = ["data-styles", "data-offline", "data-reader", "data-worker"];

/// Prints the size of each kind of file, and fails if the total exceeds [`LIMIT`].
pub fn check(dist: &Path) -> Result<()> {
    let html = fs::read_to_string(dist.join("index.html"))
        .context("There is no dist/index.html; run `cargo xtask build` first")?;
    let mut files = needed_files(&html);
    files.insert("index.html");
    let mut total = 0;
    for kind in KINDS {
        let mut sum = 0;
        for file in files.iter().filter(|file| has_extension(file, kind)) {
            sum += compressed_size(dist, file)?;
        }
        ensure!(sum > 0, "index.html names no {kind} file, so the budget cannot be checked");
        println!("{sum:>9} bytes  {kind}");
        total += sum;
    }
    println!("{total:>9} bytes  in total, of at most {LIMIT}");
    if total > LIMIT {
        bail!(
            "The first view is {} bytes over its budget. Compare the sizes above with docs/performance.md.",
            total - LIMIT
        );
    }
    Ok(())
}

fn has_extension(file: &str, extension: &str) -> bool {
    Path::new(file).extension().is_some_and(|found| found == extension)
}

/// The size of the `.br` copy, which exists if it is smaller.
fn compressed_size(dist: &Path, file: &str) -> Result<u64> {
    let copy = fs::metadata(dist.join(format!("{file}.br")));
    let metadata = copy.or_else(|_| fs::metadata(dist.join(file)));
    Ok(metadata.with_context(|| format!("index.html needs {file}, which is not in dist/"))?.len())
}

/// The files that a page needs before it can be used, as paths in `dist/`. Does not count `<noscript>`.
fn needed_files(html: &str) -> BTreeSet<&str> {
    let with_scripts = html.split("<noscript>").enumerate().map(|(nth, text)| match nth {
        0 => text,
        _ => text.split_once("</noscript>").map_or("", |(_, after)| after),
    });
    let mut attribute = "";
    with_scripts
        .flat_map(|text| {
            text.split(|letter: char| letter.is_whitespace() || "\"'=<>".contains(letter))
        })
        .filter(|word| !word.is_empty())
        .filter(|word| !DEFERRED.contains(&std::mem::replace(&mut attribute, word)))
        // Addresses begin at the root; a text may contain "Node.js".
        .filter(|word| {
            word.starts_with('/') && KINDS[1..].iter().any(|kind| has_extension(word, kind))
        })
        .map(|address| address.trim_start_matches('/'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::needed_files;

    #[test]
    fn every_needed_file_is_counted_once() {
        let html = "<link href=\"/x/a.bin\"><noscript><link href=/x/c.css></noscript><link href=/x/icon.svg><link href=/x/b.wasm>\
                    <script data-js='/x/b.js' data-wasm=/x/b.wasm data-worker=\"/sw.js\" data-styles=/x/c.css></script>Node.js";
        assert!(needed_files(html).into_iter().eq(["x/a.bin", "x/b.js", "x/b.wasm"]));
    }
}
