//! Reads a document's bytes as they arrive and parses as far as they have come.

use crate::scope;
use js_sys::{Reflect, Uint8Array};
use ladder::PartialScan;
use reader::{Failure, IncomingText, MAX_BYTES, Progress};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// A document that was fetched.
pub struct Body {
    pub text: String,
    /// What is parsed of it already.
    pub beginning: PartialScan,
    /// The address that answered, if the request was redirected.
    pub redirected_to: Option<String>,
}

/// Reads a file.
pub async fn read_file(file: &Blob) -> Result<(String, PartialScan), Failure> {
    let size = file.size();
    if size > MAX_BYTES as f64 {
        return Err(Failure::TooLarge);
    }
    let text = read_stream(file.stream(), Some(size as u32)).await;
    // A folder can be dropped like a file but not read.
    text.map_err(|failure| if failure == Failure::Broken { Failure::NoFile } else { failure })
}

/// Reads a stream to its end. `total` is its length in bytes, if known.
pub async fn read_stream(
    stream: ReadableStream,
    total: Option<u32>,
) -> Result<(String, PartialScan), Failure> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let capacity = (total.unwrap_or_default() as usize).min(MAX_BYTES);
    let (mut text, mut beginning) = (IncomingText::with_capacity(capacity), PartialScan::default());
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| Failure::Broken)?;
        let field = |name| Reflect::get(&chunk, &JsValue::from_str(name)).unwrap_or_default();
        if field("done").is_truthy() {
            return Ok((text.finish()?, beginning));
        }
        let bytes: Uint8Array = field("value").dyn_into().map_err(|_| Failure::Broken)?;
        if let Err(failure) = text.push(&bytes.to_vec()) {
            drop(reader.cancel());
            return Err(failure);
        }
        beginning.advance(text.text());
        scope::report(Progress::Received(text.len() as u32, total));
    }
}
