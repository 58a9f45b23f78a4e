//! Compressed copies beside the files, `.br` and `.gz`, for hosts that send them as they are.

use super::built::Built;
use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

/// What is worth compressing; pictures are compressed already.
const ENDINGS: [&str; 8] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest", "xml"];

/// Up to here brotli takes all the time it wants, some 2 seconds a megabyte.
const LITTLE: u64 = 16 * 1024 * 1024;

/// Writes the copies of everything in the folder. Comes last: what changes later would differ.
pub fn write(built: &Built) -> Result<()> {
    let mut files = Vec::new();
    collect(&built.folder, &mut files)?;
    let bytes: u64 = files.iter().map(|(_, bytes)| bytes).sum();
    // Of thousands of pages, each is small; the tenth that is lost is nothing beside the hours.
    let quality = if bytes <= LITTLE { 11 } else { 6 };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let files = &files;
    thread::scope(|scope| {
        let part = |nth| {
            move || {
                let mut own = files.iter().skip(nth).step_by(cores);
                own.try_for_each(|(path, _)| copy(path, quality))
            }
        };
        let parts: Vec<_> = (0..cores).map(|nth| scope.spawn(part(nth))).collect();
        parts.into_iter().try_for_each(|part| part.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Result<()> {
    let unreadable = "The built folder cannot be read.";
    for entry in fs::read_dir(folder).context(unreadable)? {
        let entry = entry.context(unreadable)?;
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| ENDINGS.iter().any(|known| *known == ending))
        {
            files.push((path, entry.metadata().context(unreadable)?.len()));
        }
    }
    Ok(())
}

/// Writes both copies of a file, each only where it is smaller.
fn copy(path: &Path, quality: u32) -> Result<()> {
    let content = fs::read(path).context("The built folder cannot be read.")?;
    // The program and its like are few, and fetched first.
    let lasting = path.parent().is_some_and(|folder| folder.ends_with(crate::headers::LASTING));
    let quality = if lasting { 11 } else { quality };
    for (ending, copy) in [("br", brotli(&content, quality)?), ("gz", gzip(&content)?)] {
        if copy.len() < content.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".{ending}"));
            fs::write(name, copy).context("The built folder cannot be written to.")?;
        }
    }
    Ok(())
}

/// As a careful host compresses it.
pub fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, quality, 24);
    writer.write_all(content).context("brotli took no more bytes.")?;
    Ok(writer.into_inner())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content).context("gzip took no more bytes.")?;
    writer.finish().context("gzip took no more bytes.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::Options;
    use std::io::Read;

    #[test]
    fn copies_hold_what_the_file_holds() {
        let folder = std::env::temp_dir().join(format!("copies-{}", std::process::id()));
        fs::create_dir_all(folder.join("a")).unwrap();
        let text = "the same again, ".repeat(100);
        for name in ["a/page.html", "style.css", "_headers", "card.png"] {
            fs::write(folder.join(name), &text).unwrap();
        }
        fs::write(folder.join("tiny.svg"), "<").unwrap();
        write(&Built { folder: folder.clone(), options: Options::default(), is_release: true })
            .unwrap();
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
