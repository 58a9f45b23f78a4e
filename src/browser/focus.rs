//! Moves the focus, and brings things into view.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Focuses an element without scrolling to it.
pub fn quietly(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses a field and selects the text in it.
pub fn selected(element: &Element) {
    let _ = element.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    element.dyn_ref::<HtmlTextAreaElement>().into_iter().for_each(HtmlTextAreaElement::select);
}

/// Focuses the page's heading, so that a screen reader says where one is.
pub fn heading() {
    first("main h1", quietly);
}

/// Focuses the first element that a selector finds and scrolls to it.
pub fn on(selector: &str) {
    first(selector, |element| {
        let _ = element.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
    });
}

/// Scrolls the element with this id into view, as little as needed.
pub fn reveal(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The same, once what is being drawn is there.
pub fn soon_on(selector: String) {
    let act = Closure::once_into_js(move || on(&selector));
    let _ = super::window().map(|window| window.request_animation_frame(act.unchecked_ref()));
}

fn first(selector: &str, act: impl FnOnce(&Element)) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found {
        act(&element);
    }
}
