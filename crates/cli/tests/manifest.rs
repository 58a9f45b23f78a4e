//! The web app manifest and the icons it names.

#![cfg(feature = "site")]
#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::router::Origin;
use career_ladder::stores::{OpenLadder, SharedLadder};
use cli::prerender::manifest;
use cli::theme::Theme;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn read(file: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(file)).unwrap()
}

fn parsed_manifest() -> Value {
    let ladder = SharedLadder::new(OpenLadder::new(
        ladder::read(include_str!("../../../public/ladders/ai-developer.json")).ladder.unwrap(),
        Origin::Default,
    ));
    serde_json::from_str(&manifest(&ladder, "#fcfaf6")).unwrap()
}

#[test]
fn the_manifest_has_the_name_and_language_of_the_ladder() {
    let manifest = parsed_manifest();
    assert_eq!(manifest["name"], "Career Progression for AI Developers");
    assert_eq!(manifest["short_name"], Value::Null, "the same short name for every site");
    assert_eq!((&manifest["lang"], &manifest["dir"]), (&json!("en"), &json!("ltr")));
    assert!(manifest["description"].as_str().unwrap().len() > 20);
}

#[test]
fn each_icon_exists_in_the_declared_size() {
    for icon in parsed_manifest()["icons"].as_array().unwrap() {
        let image = read(&format!("public/{}", icon["src"].as_str().unwrap()));
        if icon["sizes"] == "any" {
            assert!(image.starts_with(b"<svg"), "`any` is for SVG");
            continue;
        }
        // A PNG has its size in bytes 16 to 24.
        let number =
            |offset: usize| u32::from_be_bytes(image[offset..offset + 4].try_into().unwrap());
        assert_eq!(icon["sizes"], format!("{}x{}", number(16), number(20)));
    }
}

/// They are for `trunk serve`; a build sets them from the theme.
#[test]
fn index_html_has_the_background_colours_of_the_default_theme() {
    let index = String::from_utf8(read("index.html")).unwrap();
    let backgrounds = Theme::default().backgrounds().unwrap();
    for (scheme, colour) in ["light", "dark"].into_iter().zip(backgrounds) {
        let meta = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\"");
        assert!(index.contains(&meta), "index.html should contain {meta}");
    }
}
