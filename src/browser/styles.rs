//! The style sheet that is not needed for the first view; `public/start.js` loads it.

use super::start_script::LOADING;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Waits until the style sheet has loaded or failed. `None` if it is not being
/// loaded, and while prerendering.
#[must_use]
pub fn pending() -> Option<impl Future<Output = ()>> {
    if cfg!(feature = "ssr") {
        return None;
    }
    let link = loading_link()?;
    let settled = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            // Never fails for an element.
            let _ = link.add_event_listener_with_callback(event, &resolve);
        }
    });
    Some(async {
        let _ = JsFuture::from(settled).await;
    })
}

fn loading_link() -> Option<Element> {
    document().query_selector(&format!("link[{LOADING}]")).ok()?
}
