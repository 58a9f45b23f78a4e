//! Startup: mounts the app over the prerendered page, and shows a message if that fails.

#[cfg(feature = "csr")]
use super::early_input::EarlyInput;
use super::start_script::{BROKEN, OPENING};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Replaces the prerendered page with `app` in one task, so that no frame shows an empty page.
/// Focus and typed text are carried over. Marks the time from which the page answers to input.
#[cfg(feature = "csr")]
pub fn mount<V: IntoView>(app: impl FnOnce() -> V + 'static) {
    let Some(root) = root() else { return };
    let early_input = EarlyInput::capture();
    show_delivered();
    root.set_text_content(None);
    leptos::mount::mount_to(root, || app().into_view()).forget();
    if let Some(early_input) = early_input {
        early_input.restore();
    }
    if let Some(performance) = window().performance() {
        let _ = performance.mark("interactive");
    }
}

#[cfg(feature = "csr")]
fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Shows the prerendered content, which `public/start.js` hides while another ladder is opened.
fn show_delivered() {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(OPENING);
    }
}

/// Whether the program has crashed. `public/start.js` notices a crash and says so on the page; from
/// then on links must work as plain links.
pub(super) fn is_broken() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(BROKEN))
}

/// Logs panics to the console in development builds.
pub fn log_panics() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}

/// Says on the page that part of the program did not load.
pub fn report_missing_part() {
    show_delivered();
    let trouble = document().get_element_by_id("trouble");
    if let Some(trouble) = trouble.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        trouble.set_text_content(Some(
            "Part of this page didn’t load, so filters and search are off. Reload to try again.",
        ));
        trouble.set_hidden(false);
    }
}
