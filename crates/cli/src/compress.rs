//! Compressed copies beside the files, `.br` and `.gz`, for hosts that serve them.

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Images are compressed already.
const EXTENSIONS: [&str; 9] =
    ["bin", "css", "html", "js", "json", "svg", "wasm", "webmanifest", "xml"];

/// Up to this total, brotli runs at its best quality, which takes about 2 seconds per megabyte.
const BEST_QUALITY_LIMIT: u64 = 16 * 1024 * 1024;

/// Writes copies of every file in the folder that is worth compressing and has none yet.
///
/// # Errors
/// If the folder cannot be read or written.
pub fn write_copies(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    let bytes: u64 = files.iter().map(|(_, bytes)| bytes).sum();
    // For thousands of small pages, the best quality takes hours and saves only a tenth of the bytes.
    let quality = if bytes <= BEST_QUALITY_LIMIT { 11 } else { 6 };
    files.par_iter().try_for_each(|(path, _)| write_copies_of(path, quality))
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Result<()> {
    for entry in
        fs::read_dir(folder).with_context(|| format!("Cannot read {}", folder.display()))?
    {
        let entry = entry?;
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|found| EXTENSIONS.iter().any(|known| *known == found))
            && !copy_of(&path, "gz").exists()
        {
            files.push((path, entry.metadata()?.len()));
        }
    }
    Ok(())
}

/// Writes both copies of a file, each only if it is smaller.
fn write_copies_of(path: &Path, quality: u32) -> Result<()> {
    let content = fs::read(path).with_context(|| format!("Cannot read {}", path.display()))?;
    // The app's own files are few and are downloaded first.
    let is_asset = path.parent().is_some_and(|folder| folder.ends_with(crate::headers::ASSETS));
    let quality = if is_asset { 11 } else { quality };
    for (extension, copy) in [("br", brotli(&content, quality)?), ("gz", gzip(&content)?)] {
        if copy.len() < content.len() {
            let name = copy_of(path, extension);
            fs::write(&name, copy).with_context(|| format!("Cannot write {}", name.display()))?;
        }
    }
    Ok(())
}

fn copy_of(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{extension}"));
    name.into()
}

fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, quality, 24);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compressed_copies_decompress_to_the_original() {
        let folder = std::env::temp_dir().join(format!("copies-{}", std::process::id()));
        fs::create_dir_all(folder.join("a")).unwrap();
        let text = "the same again, ".repeat(100);
        for name in ["a/page.html", "style.css", "_headers", "card.png"] {
            fs::write(folder.join(name), &text).unwrap();
        }
        fs::write(folder.join("tiny.svg"), "<").unwrap();
        write_copies(&folder).unwrap();
        for name in ["a/page.html", "style.css"] {
            let mut unpacked = String::new();
            let gz = fs::read(folder.join(format!("{name}.gz"))).unwrap();
            flate2::read::GzDecoder::new(&*gz).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, text);
            unpacked.clear();
            let br = fs::read(folder.join(format!("{name}.br"))).unwrap();
            brotli::Decompressor::new(&*br, 4096).read_to_string(&mut unpacked).unwrap();
            assert_eq!(unpacked, text);
        }
        for name in ["_headers.gz", "card.png.br", "tiny.svg.gz", "tiny.svg.br"] {
            assert!(!folder.join(name).exists(), "{name}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
