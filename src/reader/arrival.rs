//! A document's bytes as they come: counted, bounded, and made into text.

use crate::reading::{Failure, MOST_BYTES, Progress};
use crate::scope;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// A text that came from an address.
#[derive(PartialEq)]
pub struct Arrival {
    pub text: String,
    /// The address that answered, where it is not the one that was asked.
    pub answered: Option<String>,
}

/// Takes a file's text.
pub async fn of_file(file: &Blob) -> Result<String, Failure> {
    let size = file.size();
    if size > MOST_BYTES as f64 {
        return Err(Failure::TooLarge);
    }
    let bytes = gather(file.stream(), Some(size as u32)).await;
    // A folder can be dropped like a file, and cannot be read like one.
    text(
        bytes.map_err(
            |failure| if failure == Failure::Broken { Failure::NoFile } else { failure },
        )?,
    )
}

/// Takes everything that a stream gives; of how many bytes, where that is known.
pub async fn gather(stream: ReadableStream, of: Option<u32>) -> Result<Vec<u8>, Failure> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity((of.unwrap_or_default() as usize).min(MOST_BYTES));
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| Failure::Broken)?;
        let part = |name| Reflect::get(&chunk, &JsValue::from_str(name)).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = part("value").dyn_into().map_err(|_| Failure::Broken)?;
        if bytes.len() + chunk.length() as usize > MOST_BYTES {
            drop(reader.cancel());
            return Err(Failure::TooLarge);
        }
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        scope::tell(Progress::Arriving(bytes.len() as u32, of));
    }
}

/// The bytes as text that may be a document.
pub fn text(bytes: Vec<u8>) -> Result<String, Failure> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let breaks = error.as_bytes()[..sound].iter().filter(|byte| **byte == b'\n').count();
        Failure::NotText(breaks as u32 + 1)
    })?;
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    if begins.starts_with('<') { Err(Failure::WebPage) } else { Ok(text) }
}
