//! Creating and changing DOM nodes, with one error type.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Text};

/// The browser refused to create or change a node.
#[derive(Debug, thiserror::Error)]
#[error("the browser refused to create or change a node")]
pub struct DomError;

impl From<JsValue> for DomError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Creates a `div` with a class and an ARIA role.
pub(super) fn create_div(class: &str, role: &str) -> Result<HtmlElement, DomError> {
    let div = document().create_element("div")?;
    div.set_class_name(class);
    div.set_attribute("role", role)?;
    div.dyn_into().map_err(|_| DomError)
}

/// Creates an element that holds one text node, which is empty.
pub(super) fn create_text_element(tag: &str) -> Result<(Element, Text), DomError> {
    let text = document().create_text_node("");
    let element = document().create_element(tag)?;
    element.append_child(&text)?;
    Ok((element, text))
}

/// Sets an attribute, or removes it if there is no value.
pub(super) fn set_attribute(
    element: &Element,
    name: &str,
    value: Option<&str>,
) -> Result<(), DomError> {
    match value {
        Some(value) => element.set_attribute(name, value)?,
        None => element.remove_attribute(name)?,
    }
    Ok(())
}

/// Sets a CSS property to a whole number.
pub(super) fn set_property(
    element: &HtmlElement,
    name: &str,
    number: usize,
) -> Result<(), DomError> {
    Ok(element.style().set_property(name, &number.to_string())?)
}

/// Inserts `node` before another child of `parent`, or as its last child.
pub(super) fn insert(
    parent: &Element,
    node: Option<&HtmlElement>,
    before: Option<&HtmlElement>,
) -> Result<(), DomError> {
    parent.insert_before(node.ok_or(DomError)?, before.map(AsRef::as_ref))?;
    Ok(())
}
