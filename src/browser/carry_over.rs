//! What a visitor did on the delivered page before the program was there: kept, not lost.

use super::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlInputElement};

/// Where the focus is on the delivered page, and what was typed there.
pub struct CarriedOver {
    selector: String,
    typed: Option<String>,
}

/// Looks what there is to keep; none where the focus is nowhere in particular.
#[must_use]
pub fn look() -> Option<CarriedOver> {
    let focused = super::document()?.active_element()?;
    let selector = match (focused.id(), focused.get_attribute("href")) {
        (id, _) if !id.is_empty() => format!("[id='{id}']"),
        (_, Some(link)) => format!("a[href='{link}']"),
        _ => return None,
    };
    let typed = focused.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    Some(CarriedOver { selector, typed })
}

impl CarriedOver {
    /// Puts it where it belongs on the page that was drawn in its place.
    pub fn put_back(self) {
        let found = super::document().and_then(|page| page.query_selector(&self.selector).ok()?);
        let Some(element) = found else { return };
        focus::quietly(&element);
        if let Some(typed) = self.typed.filter(|typed| !typed.is_empty()) {
            type_into(&element, &typed);
        }
    }
}

/// Types as a visitor does, so that whatever listens takes notice.
fn type_into(element: &Element, text: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
        let options = EventInit::new();
        options.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict("input", &options) {
            let _ = input.dispatch_event(&event);
        }
    }
}
