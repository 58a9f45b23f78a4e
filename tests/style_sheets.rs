//! Rules for the style sheets.

#![allow(clippy::unwrap_used)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn only_the_tokens_contain_raw_colours() {
    for path in files("style", "css").into_iter().filter(|path| !path.ends_with("tokens.css")) {
        let text = fs::read_to_string(&path).unwrap();
        for forbidden in ["oklch(", "rgb(", "hsl(", "#0", "#1", "#2", "#f", "@import"] {
            assert!(!text.contains(forbidden), "{} contains {forbidden}", path.display());
        }
    }
}

#[test]
fn every_stylesheet_is_linked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let index = fs::read_to_string(root.join("index.html")).unwrap();
    for path in files("style", "css") {
        let relative = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        assert!(index.contains(&format!("\"{relative}\"")), "index.html does not link {relative}");
    }
}
