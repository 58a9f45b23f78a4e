//! Listens to what happens, and no longer than whoever asked for it is there.

use super::event::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Listener {
    // Taken off before the closure goes: a browser may still send `blur` to what is being removed.
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, handler);
    }
}

/// Calls `handler` with each `event` of `target`, until the present owner is gone.
pub(super) fn listen(target: EventTarget, event: &'static str, mut handler: Box<dyn FnMut(Event)>) {
    let handler = Closure::new(move |event| handler(Event::new(event)));
    let callback = handler.as_ref().unchecked_ref();
    // Fails only for a target that takes no listeners, which elements and windows do.
    let _ = target.add_event_listener_with_callback(event, callback);
    StoredValue::new_local(Listener { target, event, handler });
}

/// The same, for what happens anywhere in the window.
pub(super) fn listen_anywhere(event: &'static str, handler: impl FnMut(Event) + 'static) {
    if let Some(window) = super::window() {
        listen(window.into(), event, Box::new(handler));
    }
}
