//! The reader: a program of its own that fetches and reads ladders in a worker.

use super::file::File;
use crate::reading::{Failure, Said};
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The reader at work on one document. Dropped, it ends at once, whatever it was doing.
pub struct Reader {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Reader {
    /// Starts it and asks it for a document; see [`crate::reading::asked`]. Calls `hear` with each
    /// thing it says and, where that comes with a ladder, the packed bytes.
    ///
    /// # Errors
    /// Where the browser starts no worker.
    pub fn ask(
        how: &'static str,
        text: &str,
        file: Option<&File>,
        hear: impl Fn(Said, Option<Vec<u8>>) + Clone + 'static,
    ) -> Result<Self, Failure> {
        let (worker, is_ready) = begun_early().or_else(start).ok_or(Failure::NoReader)?;
        let file = file.map_or(JsValue::UNDEFINED, |file| file.inner().into());
        let question = js_sys::Array::of3(&how.into(), &text.into(), &file);
        let question_at_once = question.clone();
        let (hear_error, asked) = (hear.clone(), worker.clone());
        let on_message = Closure::new(move |event: MessageEvent| match said(&event) {
            Some((Said::Ready, _)) => {
                let _ = asked.post_message(&question);
            }
            Some((said, packed)) => hear(said, packed),
            None => hear(Said::Failed(Failure::NoReader), None),
        });
        let on_error = Closure::new(move |event: ErrorEvent| {
            // It is told on the page; the console needs no error too.
            event.prevent_default();
            hear_error(Said::Failed(Failure::NoReader), None);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        if is_ready {
            let _ = worker.post_message(&question_at_once);
        }
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The reader that began while the page started (see `public/boot.js`), once, and whether it said
/// already that it is ready.
fn begun_early() -> Option<(Worker, bool)> {
    let (window, name) = (super::window()?, JsValue::from_str("earlyReader"));
    let early = Reflect::get(&window, &name).ok().filter(JsValue::is_object)?;
    let _ = Reflect::set(&window, &name, &JsValue::UNDEFINED);
    let part = |name| Reflect::get(&early, &JsValue::from_str(name)).ok();
    Some((part("worker")?.dyn_into().ok()?, part("ready")?.is_truthy()))
}

/// The page is delivered with the address of the reader's script.
fn start() -> Option<(Worker, bool)> {
    let script = super::document()?.query_selector("script[data-reader]").ok()??;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let address = script.get_attribute("data-reader")?;
    Worker::new_with_options(&address, &options).ok().map(|worker| (worker, false))
}

fn said(event: &MessageEvent) -> Option<(Said, Option<Vec<u8>>)> {
    let parts: js_sys::Array = event.data().dyn_into().ok()?;
    let bytes = |at| parts.get(at).dyn_into().ok().map(|bytes: js_sys::Uint8Array| bytes.to_vec());
    Some((postcard::from_bytes(&bytes(0)?).ok()?, bytes(1)))
}
