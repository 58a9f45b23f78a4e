//! The styles that only other pages than the first need; `public/start.js` fetches them.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Waits until they have come, or cannot; none where that is so already.
#[must_use]
pub fn on_their_way() -> Option<impl Future<Output = ()>> {
    let link = coming()?;
    let come = Promise::new(&mut |resolve, _| {
        for outcome in ["load", "error"] {
            // An element takes any listener.
            let _ = link.add_event_listener_with_callback(outcome, &resolve);
        }
    });
    Some(async {
        let _ = JsFuture::from(come).await;
    })
}

fn coming() -> Option<Element> {
    super::document()?.query_selector("link[data-coming]").ok()?
}
