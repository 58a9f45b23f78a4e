//! A file that the visitor chose or dropped.

use leptos::ev::{DragEvent, Event};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// A file on the visitor's device. Its content is not read until it is needed.
#[derive(Clone)]
pub struct File(web_sys::File);

impl File {
    /// The file chosen in the field of a `change` event. Clears the field, so that choosing the same
    /// file again fires another event.
    #[must_use]
    pub fn chosen(event: &Event) -> Option<Self> {
        let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let file = field.files()?.get(0)?;
        field.set_value("");
        Some(Self(file))
    }

    /// The first file that was dropped.
    pub(super) fn dropped(event: &DragEvent) -> Option<Self> {
        event.data_transfer()?.files()?.get(0).map(Self)
    }

    /// Its name on the visitor's device.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its text; `None` if it is larger than `max_bytes` or cannot be read.
    pub async fn text(&self, max_bytes: f64) -> Option<String> {
        if self.0.size() > max_bytes {
            return None;
        }
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }

    pub(super) fn inner(&self) -> &web_sys::File {
        &self.0
    }
}
