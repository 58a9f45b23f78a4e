//! The rules of the house that a compiler does not hold: who may know whom, and how files are named.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty());
    found
}

/// The code of a file without its comments and its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn refuse(files: &[PathBuf], words: &[&str], why: &str) {
    for path in files {
        let code = code(path);
        for word in words {
            assert!(!code.contains(word), "{} says `{word}`: {why}", path.display());
        }
    }
}

fn of(folder: &str) -> Vec<PathBuf> {
    let all = files("src", "rs");
    let inside = |path: &PathBuf| {
        let relative = path.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
        relative.starts_with(folder) || relative == Path::new(&format!("{folder}.rs"))
    };
    all.into_iter().filter(inside).collect()
}

#[test]
fn the_ladder_the_plan_and_the_route_are_pure() {
    let outside = [
        "leptos",
        "web_sys",
        "wasm_bindgen",
        "js_sys",
        "gloo",
        "std::fs",
        "std::net",
        "std::env",
        "std::time",
        "std::io",
        "crate::browser",
        "crate::markup",
        "crate::ui",
    ];
    refuse(&of("ladder"), &outside, "the ladder is pure");
    refuse(&of("ladder"), &["crate::route"], "arrows point down");
    refuse(&of("plan"), &outside, "the plan is pure");
    refuse(&of("plan"), &["crate::route"], "arrows point down");
    refuse(&of("route"), &outside, "the route is pure");
    refuse(&of("reading"), &outside, "what is said to the reader is pure");
    refuse(&of("recents"), &outside, "what is remembered of opened ladders is pure");
}

#[test]
fn only_the_browser_module_touches_the_browser() {
    let all = files("src", "rs");
    let browser = of("browser");
    // The reader is a program of its own, which is nothing but browser.
    let reader = of("reader");
    let is_other = |path: &PathBuf| !browser.contains(path) && !reader.contains(path);
    let others: Vec<_> = all.into_iter().filter(is_other).collect();
    refuse(&others, &["web_sys", "wasm_bindgen", "js_sys", "gloo"], "only browser/ touches it");
}

#[test]
fn ui_knows_neither_the_ladder_nor_the_route() {
    refuse(
        &of("ui"),
        &["crate::ladder", "crate::route", "crate::state", "crate::components", "crate::pages"],
        "ui knows neither",
    );
    refuse(&of("components"), &["crate::pages"], "arrows point down");
    refuse(
        &of("browser"),
        &["crate::components", "crate::pages", "crate::ui", "crate::state"],
        "arrows point down",
    );
}

#[test]
fn no_inner_html_and_no_style_attribute() {
    refuse(
        &files("src", "rs"),
        &["inner_html", " style="],
        "texts are never read as HTML, and the content security policy refuses inline styles",
    );
}

#[test]
fn files_are_named_for_one_concept_and_say_which() {
    for folder in ["src", "xtask", "tests", "lower-case", "markup-macro", "offline"] {
        for path in files(folder, "rs") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(
                !["utils", "helpers", "common", "types"].contains(&name.as_str()),
                "{}",
                path.display()
            );
            let first = fs::read_to_string(&path).unwrap();
            assert!(first.starts_with("//!"), "{} begins without a //! line", path.display());
        }
    }
}

#[test]
fn raw_colours_stand_in_the_tokens_only() {
    for path in files("style", "css").into_iter().filter(|path| !path.ends_with("tokens.css")) {
        let text = fs::read_to_string(&path).unwrap();
        for word in ["oklch(", "rgb(", "hsl(", "#0", "#1", "#2", "#f", "@import"] {
            assert!(!text.contains(word), "{} says {word}", path.display());
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
