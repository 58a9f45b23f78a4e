//! What a page is made of, as plain data: elements, texts, and parts that change.
//!
//! Made by [`view!`](markup_macro::view), drawn in the browser by [`crate::browser::draw`] and
//! written as HTML by [`Markup::to_html`]. Nothing here is generic once it is made, so that the
//! drawing is compiled once and not for each element.

mod html;
mod into;

pub use into::{IntoAttribute, IntoMarkup};
pub use markup_macro::view;

use crate::browser::event::Event;
use crate::browser::reference::Reference;
use leptos::prelude::*;
use std::borrow::Cow;

/// A piece of a page.
pub enum Markup {
    /// Nothing.
    Nothing,
    /// Text, shown as it is.
    Text(Cow<'static, str>),
    /// An element.
    Element(Box<Element>),
    /// Pieces in a row.
    Many(Vec<Markup>),
    /// A piece that is drawn anew whenever a signal it reads changes.
    Changing(Box<dyn Fn() -> Markup>),
}

/// What an attribute or a property says.
pub enum Attribute {
    /// Always the same; none is left out.
    Fixed(Option<Cow<'static, str>>),
    /// Follows the signals it reads.
    Changing(Box<dyn Fn() -> Option<Cow<'static, str>>>),
}

/// What is called when something happens to an element.
pub type Handler = Box<dyn FnMut(Event)>;

/// An element, with all that is said of it.
pub struct Element {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<(&'static str, Attribute)>,
    pub(crate) properties: Vec<(&'static str, Attribute)>,
    pub(crate) handlers: Vec<(&'static str, Handler)>,
    pub(crate) reference: Option<Reference>,
    pub(crate) children: Vec<Markup>,
}

impl Element {
    /// An element without anything in it.
    #[must_use]
    pub fn new(tag: &'static str) -> Self {
        let (attributes, properties, handlers) = (Vec::new(), Vec::new(), Vec::new());
        Self { tag, attributes, properties, handlers, reference: None, children: Vec::new() }
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attribute(mut self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.attributes.push((name, value.into_attribute()));
        self
    }

    /// Keeps a property (`value`, `checked`) as it says, whatever the visitor did to it since.
    #[must_use]
    pub fn property(mut self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.properties.push((name, value.into_attribute()));
        self
    }

    /// Calls `handler` when an event happens to it.
    #[must_use]
    pub fn on(mut self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.handlers.push((event, Box::new(handler)));
        self
    }

    /// Lets `reference` hold the element once it is drawn.
    #[must_use]
    pub fn reference(mut self, reference: Reference) -> Self {
        self.reference = Some(reference);
        self
    }

    /// Adds a child at the end.
    #[must_use]
    pub fn child(mut self, child: Markup) -> Self {
        self.children.push(child);
        self
    }

    /// The element as a piece of a page.
    #[must_use]
    pub fn into_markup(self) -> Markup {
        Markup::Element(Box::new(self))
    }
}

/// Shows `piece` while `condition` holds; draws it anew only when that changes.
#[must_use]
pub fn while_true(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    piece: impl Fn() -> Markup + 'static,
) -> Markup {
    let holds = Memo::new(move |_| condition());
    Markup::Changing(Box::new(move || if holds.get() { piece() } else { Markup::Nothing }))
}

/// Runs `act` once the page is drawn, and again whenever a signal it reads changes. For what is
/// pushed outward: focus, title, storage. Does nothing where a page is written natively.
pub fn outward(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}
