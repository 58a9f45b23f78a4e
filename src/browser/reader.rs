//! The web worker that loads ladders.

use super::file::File;
use crate::browser::start_script::EARLY_READER;
use js_sys::Reflect;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use reader::{Failure, RequestKind, WorkerMessage};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker with one request. It is terminated when dropped.
pub struct ReaderWorker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl ReaderWorker {
    /// Starts a worker, or takes over the one that `public/start.js` started, and sends the request. Calls
    /// `receive` with each message and, if there are any, the packed bytes of a ladder.
    ///
    /// # Errors
    /// [`Failure::NoReader`] if the browser starts no worker.
    pub fn start(
        kind: RequestKind,
        text: &str,
        file: Option<&File>,
        receive: impl Fn(WorkerMessage, Option<Vec<u8>>) + Clone + 'static,
    ) -> Result<Self, Failure> {
        let early = EarlyReader::take().and_then(|early| early.matching(kind, text));
        let early = early.or_else(EarlyReader::start).ok_or(Failure::NoReader)?;
        let worker = early.worker;
        if early.requested.is_none() {
            let file = file.map_or(JsValue::UNDEFINED, |file| file.inner().into());
            let request = js_sys::Array::of3(&kind.name().into(), &text.into(), &file);
            // Fails only for values that cannot be cloned; texts and files can.
            let _ = worker.post_message(&request);
        }
        let on_error = {
            let receive = receive.clone();
            Closure::new(move |event: ErrorEvent| {
                // The page shows it; no need for an error in the console.
                event.prevent_default();
                receive(WorkerMessage::Failed(Failure::NoReader), None);
            })
        };
        let on_message = move |event: MessageEvent| match decode(&event) {
            Some((message, packed)) => receive(message, packed),
            None => receive(WorkerMessage::Failed(Failure::NoReader), None),
        };
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // Earlier messages come first, once the caller holds the worker.
        let receive_earlier = on_message.clone();
        spawn_local(async move { early.messages.into_iter().for_each(receive_earlier) });
        let on_message = Closure::new(on_message);
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }
}

impl Drop for ReaderWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// A worker that nothing listens to yet.
struct EarlyReader {
    worker: Worker,
    /// The URL that was requested already.
    requested: Option<String>,
    messages: Vec<MessageEvent>,
}

impl EarlyReader {
    /// Takes the worker that `public/start.js` started while the page was loading.
    fn take() -> Option<Self> {
        let (window, name) = (window(), JsValue::from_str(EARLY_READER));
        let early = Reflect::get(&window, &name).ok().filter(JsValue::is_object)?;
        let _ = Reflect::set(&window, &name, &JsValue::UNDEFINED);
        let field = |name| Reflect::get(&early, &JsValue::from_str(name)).ok();
        let messages: js_sys::Array = field("messages")?.dyn_into().ok()?;
        Some(Self {
            worker: field("worker")?.dyn_into().ok()?,
            requested: field("requested")?.as_string(),
            messages: messages.iter().filter_map(|event| event.dyn_into().ok()).collect(),
        })
    }

    /// Starts a worker. The prerendered page names its script.
    fn start() -> Option<Self> {
        let script = document().query_selector("script[data-reader]").ok()??;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let address = script.get_attribute("data-reader")?;
        let worker = Worker::new_with_options(&address, &options).ok()?;
        Some(Self { worker, requested: None, messages: Vec::new() })
    }

    /// This worker, if it can take the request or has it already; terminated otherwise.
    fn matching(self, kind: RequestKind, text: &str) -> Option<Self> {
        let differs = |requested: &String| kind != RequestKind::FetchAndStore || requested != text;
        if self.requested.as_ref().is_some_and(differs) {
            self.worker.terminate();
            return None;
        }
        Some(self)
    }
}

fn decode(event: &MessageEvent) -> Option<(WorkerMessage, Option<Vec<u8>>)> {
    let fields: js_sys::Array = event.data().dyn_into().ok()?;
    let bytes =
        |index| fields.get(index).dyn_into().ok().map(|bytes: js_sys::Uint8Array| bytes.to_vec());
    Some((postcard::from_bytes(&bytes(0)?).ok()?, bytes(1)))
}
