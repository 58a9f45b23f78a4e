//! Passing a file on to another program of the device, where the system has a way to choose one.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ShareData};

/// A picture to share.
#[derive(Clone)]
pub struct SharedPicture(ShareData);

impl SharedPicture {
    /// A PNG file with a text and, if it has one, an address. `None` if this browser cannot share files.
    #[must_use]
    pub fn new(name: &str, picture: &Blob, text: &str, url: Option<&str>) -> Option<Self> {
        let navigator = window().navigator();
        // Some browsers have no such method.
        Reflect::get(&navigator, &"canShare".into()).ok()?.is_function().then_some(())?;
        let options = dictionary([("type", "image/png".into())]).unchecked_into();
        let parts = Array::of1(picture);
        let file = File::new_with_blob_sequence_and_options(&parts, name, &options).ok()?;
        let files = Array::of1(&file).into();
        let url = url.map_or(JsValue::UNDEFINED, JsValue::from_str);
        let data = dictionary([("files", files), ("text", text.into()), ("url", url)]);
        let data: ShareData = data.unchecked_into();
        navigator.can_share_with_data(&data).then_some(Self(data))
    }

    /// Lets the visitor choose with which program to share it. Works only in an event of theirs.
    pub fn share(&self) {
        let shared = JsFuture::from(window().navigator().share_with_data(&self.0));
        // The visitor may change their mind, which is no error.
        spawn_local(async move { _ = shared.await });
    }
}

/// An object with these properties.
fn dictionary<const N: usize>(properties: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        // Fails only for objects that cannot be changed.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object
}
