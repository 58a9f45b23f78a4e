//! Keeps focus and input from the prerendered page when the app replaces it.

use super::focus;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement};

/// The focused element of the prerendered page, and its value if it is a field.
pub struct EarlyInput {
    selector: String,
    value: Option<String>,
}

impl EarlyInput {
    /// Reads the focused element. `None` if nothing is focused that can be found again.
    #[must_use]
    pub fn capture() -> Option<Self> {
        let focused = document().active_element()?;
        let selector = match (focused.id(), focused.get_attribute("href")) {
            (id, _) if !id.is_empty() => format!("[id='{id}']"),
            (_, Some(link)) => format!("a[href='{link}']"),
            _ => return None,
        };
        let value = focused.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        let value = value.or(focused.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value));
        Some(Self { selector, value })
    }

    /// Restores focus and value on the page that replaced the prerendered one. If the element is
    /// missing or hidden there, focuses the page heading.
    pub fn restore(self) {
        let found = document().query_selector(&self.selector).ok().flatten();
        found.iter().for_each(focus::without_scrolling);
        let focused = document().active_element();
        let Some(element) = focused.filter(|focused| found.as_ref() == Some(focused)) else {
            return focus::heading();
        };
        if let Some(value) = self.value.filter(|value| !value.is_empty()) {
            enter(&element, &value);
        }
    }
}

/// Sets the value of a field and fires its event, as if the visitor had entered it.
fn enter(element: &Element, value: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
        dispatch(input, "input");
    }
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>().filter(|s| s.value() != value) {
        select.set_value(value);
        dispatch(select, "change");
    }
}

fn dispatch(element: &Element, event: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &options) {
        let _ = element.dispatch_event(&event);
    }
}
