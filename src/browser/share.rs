//! Passing a file on to another program of the device, where the system has a way to choose one.

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FilePropertyBag, ShareData};

/// A picture to share.
#[derive(Clone)]
pub struct SharedPicture(ShareData);

impl SharedPicture {
    /// A PNG file with a text and, if it has one, an address. `None` if this browser cannot share files.
    #[must_use]
    pub fn new(name: &str, picture: &Blob, text: &str, url: Option<&str>) -> Option<Self> {
        let navigator = window().navigator();
        // Some browsers have no such method.
        js_sys::Reflect::get(&navigator, &JsValue::from_str("canShare"))
            .ok()?
            .is_function()
            .then_some(())?;
        let options = FilePropertyBag::new();
        options.set_type("image/png");
        let parts = js_sys::Array::of1(picture);
        let file = File::new_with_blob_sequence_and_options(&parts, name, &options).ok()?;
        let data = ShareData::new();
        data.set_files(&js_sys::Array::of1(&file));
        data.set_text(text);
        if let Some(url) = url {
            data.set_url(url);
        }
        navigator.can_share_with_data(&data).then_some(Self(data))
    }

    /// Lets the visitor choose with which program to share it. Works only in an event of theirs. `done` is called
    /// with whether it was shared.
    pub fn share(&self, done: impl FnOnce(bool) + 'static) {
        let shared = JsFuture::from(window().navigator().share_with_data(&self.0));
        spawn_local(async move { done(shared.await.is_ok()) });
    }
}
