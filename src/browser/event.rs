//! Something that happened to an element.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

/// An event, with what our handlers ask of it.
#[derive(Clone)]
pub struct Event(web_sys::Event);

impl Event {
    pub(super) fn new(event: web_sys::Event) -> Self {
        Self(event)
    }

    /// The key that was pressed, as the standard names it; empty for other events.
    /// <https://developer.mozilla.org/docs/Web/API/KeyboardEvent/key>
    #[must_use]
    pub fn key(&self) -> String {
        self.0.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
    }

    /// Whether Ctrl or Meta is held with the key.
    #[must_use]
    pub fn is_held(&self) -> bool {
        let key = self.0.dyn_ref::<KeyboardEvent>();
        key.is_some_and(|key| key.ctrl_key() || key.meta_key())
    }

    /// The row and column, counted from 0, of the cell of a grid it happened in.
    #[must_use]
    pub fn grid_cell(&self) -> Option<(usize, usize)> {
        let target = self.target()?;
        let index = |name: &str| {
            let holder = target.closest(&format!("[{name}]")).ok()??;
            holder.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
        };
        Some((index("aria-rowindex")?, index("aria-colindex")?))
    }

    /// What stands in the field it happened to.
    #[must_use]
    pub fn value(&self) -> String {
        let target = self.target();
        let input = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>());
        let select = target.as_ref().and_then(|target| target.dyn_ref::<HtmlSelectElement>());
        let text = target.as_ref().and_then(|target| target.dyn_ref::<HtmlTextAreaElement>());
        input
            .map(HtmlInputElement::value)
            .or(select.map(HtmlSelectElement::value))
            .or(text.map(HtmlTextAreaElement::value))
            .unwrap_or_default()
    }

    /// Whether the box it happened to is checked.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        let target = self.target();
        target
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            .is_some_and(|i| i.checked())
    }

    /// Whether it happened to the element that listens, and not to one within it.
    #[must_use]
    pub fn is_on_itself(&self) -> bool {
        self.0.target() == self.0.current_target()
    }

    /// Keeps the browser from what it would do.
    pub fn prevent_default(&self) {
        self.0.prevent_default();
    }

    pub(super) fn inner(&self) -> &web_sys::Event {
        &self.0
    }

    pub(super) fn target(&self) -> Option<Element> {
        self.0.target()?.dyn_into().ok()
    }
}
