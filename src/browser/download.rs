//! Hands the visitor a file made on this page.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser would not make the file.
#[derive(Debug, thiserror::Error)]
#[error("The browser would not make the file.")]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Downloads `content` under `name`. A byte-order mark is put before a CSV, because spreadsheets
/// take a file without one for an old code page.
pub fn download(name: &str, mime: &str, content: &str) -> Result<(), Refused> {
    let mark = if mime == "text/csv" { "\u{feff}" } else { "" };
    let parts = js_sys::Array::of2(&mark.into(), &content.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = super::document().ok_or(Refused)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)?;
    Ok(())
}
