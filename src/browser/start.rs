//! The beginning and the bad end: mounting the app, and a sentence when it breaks.

#[cfg(feature = "csr")]
use crate::markup::Markup;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Starts the app, which puts a page in the [`Place`] it is given once it has one.
#[cfg(feature = "csr")]
pub fn mount(app: impl FnOnce(Place) + 'static) {
    let root = super::document().and_then(|document| document.get_element_by_id("app"));
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
    let place = Place(root.clone());
    // Leptos starts what signals need; our own drawing puts the page there.
    leptos::mount::mount_to(root, move || app(place)).forget();
}

/// Where the page goes that the program draws.
#[cfg(feature = "csr")]
pub struct Place(HtmlElement);

#[cfg(feature = "csr")]
impl Place {
    /// Puts a page in the place of what was delivered, in one task, so that nobody sees the change.
    /// Marks the moment from which it answers.
    pub fn fill(self, page: impl FnOnce() -> Markup) {
        let carried_over = super::carry_over::look();
        show_delivered();
        self.0.set_text_content(None);
        if super::draw::draw(page(), &self.0).is_err() {
            say("The browser refused to draw all of this page. Reload to try again.");
        }
        carried_over.into_iter().for_each(super::carry_over::CarriedOver::put_back);
        if let Some(performance) = super::window().and_then(|window| window.performance()) {
            let _ = performance.mark("interactive");
        }
    }
}

/// A page that was delivered with another ladder than it is to show hides that (`public/start.js`).
fn show_delivered() {
    if let Some(root) = super::document().and_then(|document| document.document_element()) {
        let _ = root.remove_attribute("data-opening");
    }
}

/// Whether the program broke, so that nothing it would do can be relied on. What is shown stays and can be
/// read, and links work as links, because we do not follow them ourselves any more. `public/start.js`
/// notices it and says so on the page: a program that ends at once cannot.
pub(super) fn is_broken() -> bool {
    let root = super::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-broken"))
}

/// Says in the console why the program breaks, where it was built to know.
pub fn tell_why_when_broken() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}

/// Says that a part of the program did not come; the page stays as it was delivered.
pub fn say_what_is_missing() {
    say(
        "A part of this page did not arrive, so filters and search do not work. Reload to try again.",
    );
}

fn say(sentence: &str) {
    show_delivered();
    let trouble = super::document().and_then(|document| document.get_element_by_id("trouble"));
    if let Some(trouble) = trouble.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        trouble.set_text_content(Some(sentence));
        trouble.set_hidden(false);
    }
}
