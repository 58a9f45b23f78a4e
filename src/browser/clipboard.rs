//! The clipboard: a text put into it, where the visitor lets us.

use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Clipboard;

/// Puts `text` into the clipboard and says whether it is there. It is refused where the visitor or
/// the browser does not allow it, and there is none outside of secure pages.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let done: Rc<dyn Fn(bool)> = Rc::new(done);
    let Some(clipboard) = clipboard() else { return done(false) };
    let refused = done.clone();
    let copied = Closure::once(move |_: JsValue| done(true));
    let refused = Closure::once(move |_: JsValue| refused(false));
    let _ = clipboard.write_text(text).then2(&copied, &refused);
    // One of the two is called once; the browser keeps them until then.
    copied.forget();
    refused.forget();
}

/// The clipboard, where the browser has one: the property is missing on pages that are not secure.
fn clipboard() -> Option<Clipboard> {
    let navigator = super::window()?.navigator();
    let found = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    found.dyn_into().ok()
}
