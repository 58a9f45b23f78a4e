//! The reader: a program of its own that fetches and reads ladders in a worker.

use super::file::File;
use js_sys::Reflect;
use leptos::task::spawn_local;
use reader::{Failure, Said, asked};
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
    /// Starts it and asks it for a document; see [`reader::asked`]. Calls `hear` with each
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
        let early = begun_early().and_then(|early| early.for_question(how, text));
        let early = early.or_else(start).ok_or(Failure::NoReader)?;
        let worker = early.worker;
        let file = file.map_or(JsValue::UNDEFINED, |file| file.inner().into());
        let question = js_sys::Array::of3(&how.into(), &text.into(), &file);
        if early.asked.is_none() {
            // Refused only for what cannot be handed over; texts and files can.
            let _ = worker.post_message(&question);
        }
        let hear_error = hear.clone();
        let on_message = move |event: MessageEvent| match said(&event) {
            Some((said, packed)) => hear(said, packed),
            None => hear(Said::Failed(Failure::NoReader), None),
        };
        let on_error = Closure::new(move |event: ErrorEvent| {
            // It is told on the page; the console needs no error too.
            event.prevent_default();
            hear_error(Said::Failed(Failure::NoReader), None);
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // What it said before anyone listened is heard before all else, once who asked has the reader.
        let heard = on_message.clone();
        spawn_local(async move { early.said.into_iter().for_each(heard) });
        let on_message = Closure::new(on_message);
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
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

/// A reader that nobody listens to yet.
struct Early {
    worker: Worker,
    /// The address that it was asked for already.
    asked: Option<String>,
    said: Vec<MessageEvent>,
}

impl Early {
    /// The same, where it can be asked this or was; else it is ended.
    fn for_question(self, how: &str, text: &str) -> Option<Self> {
        let other = |asked: &String| how != asked::ADDRESS_TO_KEEP || asked != text;
        if self.asked.as_ref().is_some_and(other) {
            self.worker.terminate();
            return None;
        }
        Some(self)
    }
}

/// The reader that began while the page started (see `public/start.js`), once.
fn begun_early() -> Option<Early> {
    let (window, name) = (super::window()?, JsValue::from_str("earlyReader"));
    let early = Reflect::get(&window, &name).ok().filter(JsValue::is_object)?;
    let _ = Reflect::set(&window, &name, &JsValue::UNDEFINED);
    let part = |name| Reflect::get(&early, &JsValue::from_str(name)).ok();
    let said: js_sys::Array = part("said")?.dyn_into().ok()?;
    Some(Early {
        worker: part("worker")?.dyn_into().ok()?,
        asked: part("asked")?.as_string(),
        said: said.iter().filter_map(|event| event.dyn_into().ok()).collect(),
    })
}

/// The page is delivered with the address of the reader's script.
fn start() -> Option<Early> {
    let script = super::document()?.query_selector("script[data-reader]").ok()??;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let address = script.get_attribute("data-reader")?;
    let worker = Worker::new_with_options(&address, &options).ok()?;
    Some(Early { worker, asked: None, said: Vec::new() })
}

fn said(event: &MessageEvent) -> Option<(Said, Option<Vec<u8>>)> {
    let parts: js_sys::Array = event.data().dyn_into().ok()?;
    let bytes = |at| parts.get(at).dyn_into().ok().map(|bytes: js_sys::Uint8Array| bytes.to_vec());
    Some((postcard::from_bytes(&bytes(0)?).ok()?, bytes(1)))
}
