//! Rendering outside the page.

use leptos::prelude::*;

/// Renders a view outside the page and drops it, so that the browser has compiled its functions when they are
/// needed: it compiles each at its first call.
#[cfg(feature = "csr")]
pub fn render_once(view: impl FnOnce() -> AnyView + 'static) {
    use wasm_bindgen::JsCast;
    let parent = document().create_element("div").ok().and_then(|div| div.dyn_into().ok());
    if let Some(parent) = parent {
        drop(leptos::mount::mount_to(parent, view));
    }
}

/// Does nothing without a browser.
#[cfg(not(feature = "csr"))]
pub fn render_once(_view: impl FnOnce() -> AnyView + 'static) {}
