//! Draws markup into the page and keeps it in step with the signals it reads.

use super::listen::listen;
use crate::markup::{Attribute, Element, Markup, Parts};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::{Document, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The browser refused to draw: it holds no page, or a name is not one of an element.
#[derive(Debug)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Draws `markup` at the end of `parent`. What changes in it does so until the present owner is gone.
///
/// # Errors
/// Where the browser refuses; then a part may be drawn.
pub fn draw(markup: Markup, parent: &Node) -> Result<(), Refused> {
    let document = super::document().ok_or(Refused)?;
    piece(&document, markup, parent, false)
}

fn piece(document: &Document, markup: Markup, parent: &Node, in_svg: bool) -> Result<(), Refused> {
    match markup {
        Markup::Nothing => {}
        Markup::Text(text) => {
            parent.append_child(&document.create_text_node(&text))?;
        }
        Markup::Many(pieces) => {
            for each in pieces {
                piece(document, each, parent, in_svg)?;
            }
        }
        Markup::Element(Element(parts)) => element(document, *parts, parent, in_svg)?,
        Markup::Changing(changing) => follow(document, changing, parent, in_svg)?,
    }
    Ok(())
}

fn element(
    document: &Document,
    element: Parts,
    parent: &Node,
    in_svg: bool,
) -> Result<(), Refused> {
    let in_svg = in_svg || element.tag == "svg";
    let drawn = if in_svg {
        document.create_element_ns(Some(SVG), element.tag)?
    } else {
        document.create_element(element.tag)?
    };
    for (name, value) in element.attributes {
        let drawn = drawn.clone();
        keep(value, move |text| {
            // The names are ours, and each is one that an attribute may have.
            let _ = match text {
                Some(text) => drawn.set_attribute(name, &text),
                None => drawn.remove_attribute(name),
            };
        });
    }
    for child in element.children {
        piece(document, child, &drawn, in_svg)?;
    }
    // Properties last: a choice can only be made once its options are there.
    for (name, value) in element.properties {
        let drawn = drawn.clone();
        keep(value, move |text| set_property(&drawn, name, text));
    }
    for (event, handler) in element.handlers {
        listen(drawn.clone().into(), event, handler);
    }
    parent.append_child(&drawn)?;
    if let Some(reference) = element.reference {
        reference.fill(drawn);
    }
    Ok(())
}

fn set_property(element: &web_sys::Element, name: &str, text: Option<Cow<'static, str>>) {
    let value = match (name, text) {
        ("checked", text) => JsValue::from_bool(text.is_some()),
        (_, text) => JsValue::from_str(&text.unwrap_or_default()),
    };
    let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
}

fn keep(value: Attribute, set: impl Fn(Option<Cow<'static, str>>) + 'static) {
    match value {
        Attribute::Fixed(None) => {}
        Attribute::Fixed(text) => set(text),
        Attribute::Changing(text) => {
            let set: Box<dyn Fn(Option<Cow<'static, str>>)> = Box::new(set);
            run(Box::new(move || set(text())));
        }
    }
}

/// Draws what `changing` gives between two marks, and anew whenever a signal it reads changes.
fn follow(
    document: &Document,
    changing: Box<dyn Fn() -> Markup>,
    parent: &Node,
    in_svg: bool,
) -> Result<(), Refused> {
    let (start, end) = (document.create_comment(""), document.create_comment(""));
    parent.append_child(&start)?;
    parent.append_child(&end)?;
    let document = document.clone();
    run(Box::new(move || {
        let markup = changing();
        while let Some(between) = start.next_sibling().filter(|next| !end.is_same_node(Some(next)))
        {
            between.parent_node().map(|parent| parent.remove_child(&between));
        }
        let fragment = document.create_document_fragment();
        // Refused for the reasons that `draw` gives; then the part stays empty.
        let _ = piece(&document, markup, &fragment, in_svg);
        let _ = end.parent_node().map(|parent| parent.insert_before(&fragment, Some(&end)));
    }));
    Ok(())
}

/// Runs `act` now and whenever a signal it reads changes, until the present owner is gone.
fn run(act: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| act()));
}
