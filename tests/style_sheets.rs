//! Rules for the style sheets.

#![allow(clippy::unwrap_used, clippy::panic)] // tests may panic

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
    let is_tokens =
        |path: &PathBuf| path.ends_with("tokens.css") || path.ends_with("tokens-fallback.css");
    for path in files("style", "css").into_iter().filter(|path| !is_tokens(path)) {
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

/// Firefox does not print what is in a size container.
#[test]
fn size_containers_of_content_are_undone_in_print() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let print = fs::read_to_string(root.join("style/print.css")).unwrap();
    for path in files("style", "css") {
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if !(line.contains("inline-size") && line.contains("container")) {
                continue;
            }
            // The virtual grid has a table of its own for print.
            if path.ends_with("virtual-grid.css") {
                continue;
            }
            let rule = lines[..=at].iter().rev().find(|line| line.contains('{')).unwrap();
            let selector = rule.split('{').next().unwrap().trim();
            let (_, rest) = print.split_once(selector).unwrap_or_else(|| panic!("{selector}"));
            let declarations = rest.split('}').next().unwrap();
            assert!(declarations.contains("container-type: normal"), "{selector}");
        }
    }
}
