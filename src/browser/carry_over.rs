//! What a visitor did on the delivered page before the program was there: kept, not lost.

use super::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement};

/// Where the focus is on the delivered page, and what was typed or chosen there.
pub struct CarriedOver {
    selector: String,
    typed: Option<String>,
}

impl CarriedOver {
    /// Reads the focus and the focused field; `None` if nothing that can be found again has the focus.
    #[must_use]
    pub fn read() -> Option<Self> {
        let focused = super::document()?.active_element()?;
        let selector = match (focused.id(), focused.get_attribute("href")) {
            (id, _) if !id.is_empty() => format!("[id='{id}']"),
            (_, Some(link)) => format!("a[href='{link}']"),
            _ => return None,
        };
        let typed = focused.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        let typed = typed.or(focused.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value));
        Some(Self { selector, typed })
    }

    /// Restores focus and text on the page that replaced the prerendered one.
    pub fn restore(self) {
        let found = super::document().and_then(|page| page.query_selector(&self.selector).ok()?);
        if let Some(element) = &found {
            focus::without_scrolling(element);
        }
        // A page of another ladder has other links, and this one may be in a menu that is closed.
        let focused = super::document().and_then(|page| page.active_element());
        let Some(element) = focused.filter(|focused| found.as_ref() == Some(focused)) else {
            return focus::heading();
        };
        if let Some(typed) = self.typed.filter(|typed| !typed.is_empty()) {
            type_into(&element, &typed);
        }
    }
}

/// Types or chooses as a visitor does, so that whatever listens takes notice.
fn type_into(element: &Element, text: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
        tell(input, "input");
    }
    if let Some(select) = element.dyn_ref::<HtmlSelectElement>().filter(|s| s.value() != text) {
        select.set_value(text);
        tell(select, "change");
    }
}

fn tell(element: &Element, event: &str) {
    let options = EventInit::new();
    options.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(event, &options) {
        let _ = element.dispatch_event(&event);
    }
}
