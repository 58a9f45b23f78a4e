//! The bytes that have to arrive before the first page can be used, and the most they may be.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The most the first view may weigh, compressed: HTML, JavaScript, wasm and CSS.
const MOST: usize = 130 * 1024;

/// Prints what each file of the first view weighs, and fails where the sum is too much.
pub fn check(dist: &Path) -> Result<()> {
    let html = fs::read_to_string(dist.join("index.html"))
        .context("dist/ holds no index.html; build it with `cargo xtask build`.")?;
    let mut sum = 0;
    let names = std::iter::once("index.html").chain(needed(&html));
    for name in names {
        let content = fs::read(dist.join(name))
            .with_context(|| format!("index.html needs {name}, which is not in dist/."))?;
        let bytes = compressed(&content)?;
        println!("{bytes:>9} bytes  {name}");
        sum += bytes;
    }
    println!("{sum:>9} bytes  in all, of at most {MOST}");
    if sum > MOST {
        bail!("The first view weighs {} bytes too many: see which file grew.", sum - MOST);
    }
    Ok(())
}

/// The files a page asks for before it can be used.
fn needed(html: &str) -> BTreeSet<&str> {
    let addresses = ["src=\"", "href=\"", "data-js=\"", "data-wasm=\""]
        .into_iter()
        .flat_map(|attribute| html.split(attribute).skip(1))
        .filter_map(|rest| rest.split('"').next());
    addresses
        .filter(|address| [".js", ".wasm", ".css"].iter().any(|end| address.ends_with(end)))
        .filter_map(|address| address.rsplit('/').next())
        .collect()
}

/// The size after brotli at its best, as a careful host sends it.
fn compressed(content: &[u8]) -> Result<usize> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, 11, 24);
    writer.write_all(content).context("brotli took no more bytes.")?;
    Ok(writer.into_inner().len())
}

#[cfg(test)]
mod tests {
    use super::needed;

    #[test]
    fn every_file_is_counted_once() {
        let html = "<link href=\"/x/a.css\"><link href=\"/x/icon.svg\"><link href=\"/x/b.wasm\">\
                    <script src=\"/x/boot.js\" data-js=\"/x/b.js\" data-wasm=\"/x/b.wasm\"></script>";
        assert!(needed(html).into_iter().eq(["a.css", "b.js", "b.wasm", "boot.js"]));
    }
}
