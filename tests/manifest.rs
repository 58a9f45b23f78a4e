//! The web app manifest: what it says, and that what it names is there in the size it says.

#![allow(clippy::unwrap_used)] // a test may fail loudly

use career_ladder::prerender::{Template, manifest};
use career_ladder::{bundled, stores::SharedLadder};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn read(file: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

fn text(file: &str) -> String {
    String::from_utf8(read(file)).unwrap()
}

fn written() -> Value {
    let ladder = SharedLadder::new(bundled::ladder().unwrap());
    let template = Template::new(&text("index.html")).unwrap();
    serde_json::from_str(&manifest(&ladder, template.paper())).unwrap()
}

#[test]
fn it_has_the_name_and_the_language_of_the_ladder() {
    let manifest = written();
    assert_eq!(manifest["name"], "Career Progression for AI Developers");
    assert_eq!(manifest["short_name"], Value::Null, "no name that every site would share");
    assert_eq!((&manifest["lang"], &manifest["dir"]), (&json!("en"), &json!("ltr")));
    assert!(manifest["description"].as_str().unwrap().len() > 20);
}

#[test]
fn each_icon_is_there_in_its_size() {
    for icon in written()["icons"].as_array().unwrap() {
        let picture = read(&format!("public/{}", icon["src"].as_str().unwrap()));
        if icon["sizes"] == "any" {
            assert!(picture.starts_with(b"<svg"), "only a drawing has any size");
            continue;
        }
        // A PNG says its size in bytes 16 to 24.
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!(icon["sizes"], format!("{}x{}", number(16), number(20)));
    }
}

/// Neither a manifest nor a `meta` can use a custom property, so the paper's colour stands in three
/// places; this keeps them the same.
#[test]
fn the_colours_are_those_of_the_tokens() {
    let tokens = text("style/tokens.css");
    let paper = tokens.split("--paper: light-dark(").nth(1).unwrap();
    let mut colours = paper.split("oklch(").skip(1).map(|rest| {
        let numbers = rest.split(')').next().unwrap();
        let numbers: Vec<f64> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
        hex(numbers[0], numbers[1], numbers[2])
    });
    let (light, dark) = (colours.next().unwrap(), colours.next().unwrap());
    let index = text("index.html");
    for (scheme, colour) in [("light", &light), ("dark", &dark)] {
        let meta = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\"");
        assert!(index.contains(&meta), "index.html should say {meta}");
    }
    assert_eq!(written()["background_color"], light);
}

/// An OKLCH colour in sRGB. <https://bottosson.github.io/posts/oklab/>
fn hex(lightness: f64, chroma: f64, hue: f64) -> String {
    let (sin, cos) = hue.to_radians().sin_cos();
    let (a, b) = (chroma * cos, chroma * sin);
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let linear = [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ];
    let byte = |linear: f64| {
        let encoded = if linear > 0.003_130_8 {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        } else {
            12.92 * linear
        };
        (encoded * 255.0).round()
    };
    linear
        .map(|each| format!("{:02x}", byte(each) as u8))
        .iter()
        .fold("#".to_owned(), |hex, byte| hex + byte)
}
