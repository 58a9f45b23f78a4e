//! How the page is looked at: width, light or dark, motion, paper; and pictures of it.

use crate::page::Page;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::path::Path;

/// Light or dark, as the visitor's system asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// Its word, as a media query has it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// Makes the window this wide, and as high as such devices are.
    pub async fn set_width(&self, width: u32) {
        let height = if width < 600 { 844 } else { 900 };
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// A system that asks for light or dark.
    pub async fn color_scheme(&self, scheme: Scheme) {
        self.prefer("prefers-color-scheme", scheme.word()).await;
    }

    /// A system that asks for less motion.
    pub async fn reduced_motion(&self) {
        self.prefer("prefers-reduced-motion", "reduce").await;
    }

    /// A system that puts its own few colours in place of the page's.
    pub async fn forced_colors(&self) {
        self.prefer("forced-colors", "active").await;
    }

    /// A system that asks for more contrast.
    pub async fn more_contrast(&self) {
        self.prefer("prefers-contrast", "more").await;
    }

    /// A picture of the whole page, however long it is.
    pub async fn screenshot(&self, file: &Path) {
        let metrics = self.tell("Page.getLayoutMetrics", json!({})).await;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let request = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let answer = self.tell("Page.captureScreenshot", request).await;
        let picture = STANDARD.decode(answer["data"].as_str().unwrap_or_default());
        let picture = picture.expect("a picture in base64");
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, picture).expect("the picture is written");
    }

    async fn prefer(&self, name: &str, value: &str) {
        let mut wishes = self.wishes.borrow().clone();
        wishes.retain(|(known, _)| known != name);
        wishes.push((name.to_owned(), value.to_owned()));
        let features: Vec<Value> =
            wishes.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.wishes.replace(wishes);
        self.tell("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }
}
