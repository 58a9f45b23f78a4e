//! The worker that the reader runs in: what it is asked, what it says, its clock.

use js_sys::{Array, Date, Uint8Array};
use reader::{Progress, Said};
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

/// What the page asks; see [`reader::asked`].
pub struct Asked {
    pub how: String,
    pub text: String,
    pub file: Option<Blob>,
}

/// The worker itself.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Calls `answer` with each thing that the page asks.
pub fn answer_each(answer: impl Fn(Asked) + 'static) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        answer(Asked {
            how: parts.get(0).as_string().unwrap_or_default(),
            text: parts.get(1).as_string().unwrap_or_default(),
            file: parts.get(2).dyn_into().ok(),
        });
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens as long as there is a worker.
    on_message.forget();
}

/// Says something to the page; a ladder goes over without being copied once more.
pub fn say(said: &Said, packed: Option<&[u8]>) {
    let Ok(said) = postcard::to_allocvec(said) else { return };
    let said = Uint8Array::from(said.as_slice());
    let packed = packed.map(Uint8Array::from);
    let over = packed.iter().map(Uint8Array::buffer).collect::<Array>();
    let message = Array::of2(&said, &packed.map_or(JsValue::UNDEFINED, Into::into));
    // Refused only for what cannot be handed over; bytes can.
    let _ = scope().post_message_with_transfer(&message, &over);
}

thread_local! {
    static TOLD: Cell<f64> = const { Cell::new(0.0) };
}

/// Says how far the work is, no more often than anyone could see.
pub fn tell(progress: Progress) {
    const PAUSE: f64 = 100.0;
    let now = Date::now();
    if TOLD.get() + PAUSE <= now {
        TOLD.set(now);
        say(&Said::Progress(progress), None);
    }
}

/// Today where the visitor is, as `2026-03-03`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
