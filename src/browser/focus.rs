//! Moves the focus and scrolls elements into view.

use super::fragment;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Focuses an element without scrolling to it.
pub fn without_scrolling(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Focuses an element that is visible in its scroll container, and scrolls the window to it.
pub fn in_window(element: &Element) {
    without_scrolling(element);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Focuses a text area and selects its text.
pub fn and_select(field: &HtmlTextAreaElement) {
    let _ = field.focus();
    field.select();
}

/// Focuses the element that the fragment of the address names, or else the page heading, so that a screen reader
/// announces the new page.
pub fn page() {
    let fragment = fragment::current();
    let named = fragment.strip_prefix('#').filter(|id| !id.is_empty());
    match named.and_then(|id| document().get_element_by_id(id)) {
        Some(element) => {
            in_window(&element);
            // A section can be scrolled to, but not focused.
            heading_if_lost();
        }
        None => heading(),
    }
}

/// Focuses the page heading.
pub fn heading() {
    if let Some(heading) = find("main h1") {
        without_scrolling(&heading);
    }
}

/// Focuses the page heading if nothing has the focus, as after closing a dialog that was opened by a key.
pub fn heading_if_lost() {
    let is_lost = document().active_element().is_none_or(|e| e.tag_name() == "BODY");
    if is_lost {
        heading();
    }
}

/// Returns whether an element is the active element of the document. It stays so while the window has no focus.
pub fn is_active(element: &Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// Takes the focus from an element inside `main`. Removing a focused element makes the browser lay out the page
/// in between. Does nothing while prerendering.
pub fn leave_main() {
    if cfg!(feature = "ssr") {
        return;
    }
    let focused = document().active_element().filter(|e| matches!(e.closest("main"), Ok(Some(_))));
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// Focuses the first element that matches `selector` and scrolls to it.
pub fn on(selector: &str) {
    if let Some(element) = find(selector).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Does the same in the next frame, once pending changes are rendered.
pub fn on_next_frame(selector: String) {
    request_animation_frame(move || on(&selector));
}

/// Scrolls the element with this id into view, as little as needed.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok()?
}
