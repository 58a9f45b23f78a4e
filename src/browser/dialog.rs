//! Native dialogs, opened and closed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Opens a dialog above the page; does nothing where it is open already.
pub fn show(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is no longer on the page, which then needs no opening.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(element: &Element) {
    element.dyn_ref::<HtmlDialogElement>().into_iter().for_each(HtmlDialogElement::close);
}
