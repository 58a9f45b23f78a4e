//! Emulated settings: viewport, color scheme, motion, contrast, JavaScript, storage.

use crate::engine::Engine;
use crate::page::Page;
use crate::session::Profile;
use serde_json::{Value, json};

/// The color scheme of the visitor's system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ColorScheme {
    /// Returns the value of the `prefers-color-scheme` media feature.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The smallest width of WebKitGTK’s window, in CSS pixels.
const MIN_WEBKIT_WIDTH: u32 = 450;

impl Page {
    /// Sets the viewport to this width, and to the height that devices of this width have.
    pub async fn set_width(&self, width: u32) {
        let height = if width < 600 { 844 } else { 900 };
        self.set_viewport(width, height).await;
    }

    /// Sets the size of the viewport in CSS pixels.
    pub async fn set_viewport(&self, width: u32, height: u32) {
        match &self.session.profile {
            Profile::Chromium(..) => {}
            Profile::Firefox(firefox) => {
                firefox.call("setViewport", json!([width, height])).await;
                let is_resized =
                    format!("return innerWidth === {width} && innerHeight === {height}");
                self.wait_until("the viewport is resized", &is_resized).await;
                return;
            }
            Profile::WebKit(_) => return self.resize_window(width, height).await,
        }
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.send_cdp("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Emulates a system with this color scheme.
    pub async fn emulate_color_scheme(&self, scheme: ColorScheme) {
        self.emulate_media_feature("prefers-color-scheme", scheme.as_str()).await;
    }

    /// Emulates a system that asks for reduced motion.
    pub async fn emulate_reduced_motion(&self) {
        self.emulate_media_feature("prefers-reduced-motion", "reduce").await;
    }

    /// Runs a script before the scripts of every page that is loaded from now on.
    pub async fn add_init_script(&self, script: &str) {
        if let Some(firefox) = self.session.as_firefox() {
            firefox.call("addInitScript", json!([script])).await;
            return;
        }
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.send_cdp(command, json!({ "source": script })).await;
    }

    /// Makes every access to `localStorage` throw, as browsers do when the visitor blocks it.
    pub async fn block_storage(&self) {
        self.add_init_script(
            "Object.defineProperty(window, 'localStorage',
                { get() { throw new DOMException('blocked', 'SecurityError') } })",
        )
        .await;
    }

    /// Removes service workers from pages that are loaded from now on. WebKit keeps them.
    pub(crate) async fn disable_service_workers(&self) {
        match &self.session.profile {
            Profile::Chromium(..) => {
                self.add_init_script("delete Navigator.prototype.serviceWorker").await;
            }
            Profile::Firefox(firefox) => {
                let off = json!(["dom.serviceWorkers.enabled", false]);
                firefox.call("setPreference", off).await;
            }
            Profile::WebKit(_) => {}
        }
    }

    /// Enables or disables the scripts of pages. [`Page::execute`] works in both cases.
    pub async fn set_javascript_enabled(&self, is_enabled: bool) {
        self.send_cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !is_enabled }))
            .await;
    }

    /// Resizes the window until the viewport has this size.
    async fn resize_window(&self, width: u32, height: u32) {
        if width < MIN_WEBKIT_WIDTH {
            Engine::skip("Emulation.setDeviceMetricsOverride");
        }
        let size = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame = self.execute(size).await;
        let frame =
            |at: usize| u32::try_from(frame[at].as_u64().unwrap_or_default()).unwrap_or_default();
        let resized =
            self.driver().set_window_rect(0, 0, width + frame(0), height + frame(1)).await;
        resized.expect("the window should be resized");
    }

    async fn emulate_media_feature(&self, name: &str, value: &str) {
        if let Some(firefox) = self.session.as_firefox() {
            let property = match name {
                "prefers-color-scheme" => "prefersColorSchemeOverride",
                "prefers-reduced-motion" => "prefersReducedMotionOverride",
                _ => Engine::skip("Emulation.setEmulatedMedia"),
            };
            firefox.call("override", json!([property, value])).await;
            // The process of the page gets it later.
            let is_met = format!("return matchMedia('({name}: {value})').matches");
            return self.wait_until("the page follows the setting", &is_met).await;
        }
        let mut features = self.media_features.borrow().clone();
        features.retain(|feature| feature["name"] != name);
        features.push(json!({ "name": name, "value": value }));
        self.media_features.replace(features.clone());
        let media = json!({ "features": Value::from(features) });
        self.send_cdp("Emulation.setEmulatedMedia", media).await;
    }
}
