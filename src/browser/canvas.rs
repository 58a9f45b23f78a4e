//! Pictures that are drawn on this device.

use super::dom::DomError;
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, Path2d};

/// A canvas to draw on.
pub struct Drawing(CanvasRenderingContext2d);

impl Drawing {
    /// The drawing of a canvas.
    ///
    /// # Errors
    /// If the browser refuses to draw.
    pub fn new(canvas: &HtmlCanvasElement) -> Result<Self, DomError> {
        let context = canvas.get_context("2d")?.ok_or(DomError)?;
        Ok(Self(context.unchecked_into()))
    }

    /// Fills a path, in the notation of SVG.
    ///
    /// # Errors
    /// If the browser does not know such paths.
    pub fn fill(&self, path: &str, colour: &str) -> Result<(), DomError> {
        self.0.set_fill_style_str(colour);
        self.0.fill_with_path_2d(&Path2d::new_with_path_string(path)?);
        Ok(())
    }

    /// Writes a text from a point on its baseline, in the direction of the canvas.
    ///
    /// # Errors
    /// If the browser refuses to draw.
    pub fn write(
        &self,
        text: &str,
        (x, y): (f64, f64),
        font: &str,
        colour: &str,
    ) -> Result<(), DomError> {
        self.0.set_font(font);
        self.0.set_fill_style_str(colour);
        Ok(self.0.fill_text(text, x, y)?)
    }

    /// The width of a text in pixels.
    #[must_use]
    pub fn width(&self, text: &str, font: &str) -> f64 {
        self.0.set_font(font);
        self.0.measure_text(text).map_or(0.0, |measured| measured.width())
    }
}

/// A computed property of an element, such as a colour in a notation that canvases know.
#[must_use]
pub fn computed(element: &Element, property: &str) -> String {
    let style = window().get_computed_style(element).ok().flatten();
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

/// Calls `done` with what is drawn as PNG; `None` if the browser refuses.
pub fn to_png(canvas: &HtmlCanvasElement, done: impl FnOnce(Option<Blob>) + 'static) {
    let done = Closure::once_into_js(move |blob: JsValue| {
        // As a task of its own, so that signals can be set.
        spawn_local(async move { done(blob.dyn_into().ok()) });
    });
    // Fails only for pictures with content of other sites.
    let _ = canvas.to_blob(done.unchecked_ref());
}
