//! A document's bytes as they come: counted, bounded, and made into text.

use crate::scope;
use js_sys::{Reflect, Uint8Array};
use ladder::PartialScan;
use reader::{Arriving, Failure, MOST_BYTES, Progress};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// A text that came from an address.
pub struct Arrival {
    pub text: String,
    /// What is known of it already.
    pub beginning: PartialScan,
    /// The address that answered, where it is not the one that was asked.
    pub answered: Option<String>,
}

/// Takes a file's text.
pub async fn of_file(file: &Blob) -> Result<(String, PartialScan), Failure> {
    let size = file.size();
    if size > MOST_BYTES as f64 {
        return Err(Failure::TooLarge);
    }
    let text = gather(file.stream(), Some(size as u32)).await;
    // A folder can be dropped like a file, and cannot be read like one.
    text.map_err(|failure| if failure == Failure::Broken { Failure::NoFile } else { failure })
}

/// Takes everything that a stream gives; of how many bytes, where that is known. What has come is read
/// while the rest is on its way.
pub async fn gather(
    stream: ReadableStream,
    of: Option<u32>,
) -> Result<(String, PartialScan), Failure> {
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let room = (of.unwrap_or_default() as usize).min(MOST_BYTES);
    let (mut arriving, mut beginning) = (Arriving::with_room(room), PartialScan::default());
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| Failure::Broken)?;
        let part = |name| Reflect::get(&piece, &JsValue::from_str(name)).unwrap_or_default();
        if part("done").is_truthy() {
            return Ok((arriving.finish()?, beginning));
        }
        let piece: Uint8Array = part("value").dyn_into().map_err(|_| Failure::Broken)?;
        if let Err(failure) = arriving.push(&piece.to_vec()) {
            drop(reader.cancel());
            return Err(failure);
        }
        beginning.advance(arriving.text());
        scope::tell(Progress::Arriving(arriving.bytes() as u32, of));
    }
}
