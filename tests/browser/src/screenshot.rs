//! Screenshots.

use crate::engine::Engine;
use crate::page::Page;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use std::path::Path;

impl Page {
    /// Writes a PNG of the whole page, including what is below the fold.
    pub async fn screenshot(&self, file: &Path) {
        let png = if Engine::selected() == Engine::Chromium {
            self.devtools_screenshot().await
        } else {
            self.driver().screenshot_as_png().await.expect("the screenshot should be taken")
        };
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("the folder should be created");
        }
        std::fs::write(file, png).expect("the screenshot should be written");
    }

    async fn devtools_screenshot(&self) -> Vec<u8> {
        let metrics = self.send_cdp("Page.getLayoutMetrics", json!({})).await;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let options = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let result = self.send_cdp("Page.captureScreenshot", options).await;
        let png = STANDARD.decode(result["data"].as_str().unwrap_or_default());
        png.expect("the screenshot should be base64")
    }
}
