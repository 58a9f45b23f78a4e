//! A file that the visitor chose or dropped.

use super::event::Event;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, HtmlInputElement};

/// A file. Nothing of it is read before the reader does.
#[derive(Clone)]
pub struct File(web_sys::File);

impl File {
    /// Its name, as on the visitor's device.
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

impl Event {
    /// The file chosen in the field it happened to. The field is emptied, so that choosing the
    /// same file again is a choice too.
    #[must_use]
    pub fn chosen_file(&self) -> Option<File> {
        let field: HtmlInputElement = self.target()?.dyn_into().ok()?;
        let file = field.files()?.get(0)?;
        field.set_value("");
        Some(File(file))
    }

    /// The first file that was dropped.
    pub(super) fn dropped_file(&self) -> Option<File> {
        let files = self.inner().dyn_ref::<DragEvent>()?.data_transfer()?.files()?;
        files.get(0).map(File)
    }

    /// Whether files are dragged, and not a link or a text of the page.
    pub(super) fn drags_files(&self) -> bool {
        let drag = self.inner().dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        drag.is_some_and(|drag| drag.types().includes(&"Files".into(), 0))
    }
}
