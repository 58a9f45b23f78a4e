//! A file of answers that the visitor chose.

use leptos::ev::Event;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

/// More than any file of answers: what `localStorage` holds at most, in bytes.
const LARGEST: f64 = 10.0 * 1024.0 * 1024.0;

/// Reads the file that was chosen in the field an event happened to; gives nothing where it is too
/// large or the device does not give it out.
pub fn read_chosen(event: &Event, done: impl Fn(Option<String>) + 'static) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let file = field.as_ref().and_then(|field| field.files()?.get(0));
    // So that choosing the same file again is a choice too.
    field.into_iter().for_each(|field| field.set_value(""));
    let Some(file) = file else { return };
    if file.size() > LARGEST {
        return done(None);
    }
    let done: Rc<dyn Fn(Option<String>)> = Rc::new(done);
    let failed = done.clone();
    let read = Closure::once(move |text: JsValue| done(text.as_string()));
    let refused = Closure::once(move |_: JsValue| failed(None));
    let _ = file.text().then2(&read, &refused);
    // One of the two is called once; the browser keeps them until then.
    read.forget();
    refused.forget();
}
