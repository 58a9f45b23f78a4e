//! The beginning and the bad end: mounting the app, and a sentence when it breaks.

#[cfg(feature = "csr")]
use crate::markup::Markup;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the app in the place of what the page was delivered with, in one task, so that nobody
/// sees the change. Marks the moment from which it answers.
#[cfg(feature = "csr")]
pub fn mount(app: impl FnOnce() -> Markup + 'static) {
    let root = super::document().and_then(|document| document.get_element_by_id("app"));
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let carried_over = super::carry_over::look();
    root.set_text_content(None);
    let page = root.clone();
    // Leptos starts what signals need; our own drawing puts the page there.
    let mounted = leptos::mount::mount_to(root, move || {
        if super::draw::draw(app(), &page).is_err() {
            leptos::logging::error!("The browser refused to draw the page.");
        }
    });
    mounted.forget();
    carried_over.into_iter().for_each(super::carry_over::CarriedOver::put_back);
    if let Some(performance) = super::window().and_then(|window| window.performance()) {
        let _ = performance.mark("interactive");
    }
}

static BROKEN: AtomicBool = AtomicBool::new(false);

/// Whether the program broke, so that nothing it would do can be relied on.
pub(super) fn is_broken() -> bool {
    BROKEN.load(Ordering::Relaxed)
}

/// Says so on the page when the program breaks: what is shown stays and can be read, and links
/// work as links, because [`is_broken`] keeps us from following them ourselves.
pub fn say_when_broken() {
    std::panic::set_hook(Box::new(|info| {
        BROKEN.store(true, Ordering::Relaxed);
        leptos::logging::error!("{info}");
        say("Something broke on this page. What you see can still be read; reload to go on.");
    }));
}

/// Says that a part of the program did not come; the page stays as it was delivered.
pub fn say_what_is_missing() {
    say(
        "A part of this page did not arrive, so filters and search do not work. Reload to try again.",
    );
}

fn say(sentence: &str) {
    let trouble = super::document().and_then(|document| document.get_element_by_id("trouble"));
    if let Some(trouble) = trouble.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        trouble.set_text_content(Some(sentence));
        trouble.set_hidden(false);
    }
}
