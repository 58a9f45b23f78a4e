//! The worker's global scope: requests from the page, messages to it, and the clock.

use js_sys::{Array, Date, Uint8Array};
use reader::{Progress, RequestKind, WorkerMessage};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// What the page asks for.
pub struct Request {
    pub kind: RequestKind,
    /// The URL, or the key of a stored document.
    pub text: String,
    pub file: Option<Blob>,
}

/// The worker's global scope.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Calls `handle` for each request of the page.
pub fn on_request(handle: impl Fn(Request) + 'static) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let fields: Array = event.data().unchecked_into();
        let text = |index| fields.get(index).as_string().unwrap_or_default();
        if let Some(kind) = RequestKind::from_name(&text(0)) {
            handle(Request { kind, text: text(1), file: fields.get(2).dyn_into().ok() });
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Listens for as long as the worker exists.
    on_message.forget();
}

/// Sends a message to the page. The bytes of a ladder are transferred, not copied.
pub fn send(message: &WorkerMessage, packed: Option<&[u8]>) {
    let Ok(message) = postcard::to_allocvec(message) else { return };
    let message = Uint8Array::from(message.as_slice());
    let packed = packed.map(Uint8Array::from);
    let transfer = packed.iter().map(Uint8Array::buffer).collect::<Array>();
    let fields = Array::of2(&message, &packed.map_or(JsValue::UNDEFINED, Into::into));
    // Fails only for values that cannot be transferred; bytes can.
    let _ = scope().post_message_with_transfer(&fields, &transfer);
}

thread_local! {
    static LAST_REPORT: Cell<f64> = const { Cell::new(0.0) };
}

/// Reports progress, at most ten times a second.
pub fn report(progress: Progress) {
    const INTERVAL_MS: f64 = 100.0;
    let now = Date::now();
    if LAST_REPORT.get() + INTERVAL_MS <= now {
        LAST_REPORT.set(now);
        send(&WorkerMessage::Progress(progress), None);
    }
}

/// Today in the visitor's time zone, as `2026-03-03`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
