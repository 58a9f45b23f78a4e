//! Copying text to the clipboard.

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Copies `text` to the clipboard and calls `done` with whether that worked. It fails if the visitor
/// or the browser does not allow it, and on pages that are not secure.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else { return done(false) };
    // Started now: browsers require a click, and it counts only within the same task.
    let written = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { done(written.await.is_ok()) });
}

/// The clipboard; the property is missing on pages that are not secure.
fn clipboard() -> Option<Clipboard> {
    let navigator = window().navigator();
    js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?.dyn_into().ok()
}
