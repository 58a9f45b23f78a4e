//! Downloads a file made on this page.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The browser refused to make the file.
#[derive(Debug, thiserror::Error)]
#[error("Your browser blocked the download.")]
pub struct DownloadError;

impl From<JsValue> for DownloadError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Downloads `content` as the file `name`. CSV starts with a byte-order mark, because spreadsheet
/// programs assume a legacy encoding without one.
pub fn download(name: &str, mime: &str, content: &str) -> Result<(), DownloadError> {
    let byte_order_mark = if mime == "text/csv" { "\u{feff}" } else { "" };
    let parts = js_sys::Array::of2(&byte_order_mark.into(), &content.into());
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    download_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Downloads a file as `name`.
pub fn download_blob(name: &str, file: &Blob) -> Result<(), DownloadError> {
    let url = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&url)?;
    Ok(())
}
