//! What a page is made of, as plain data: elements, texts, and parts that change.
//!
//! Made by [`view!`](markup_macro::view), drawn in the browser by [`crate::browser::draw`] and
//! written as HTML by [`Markup::to_html`]. Nothing here is generic once it is made, so that the
//! drawing is compiled once and not for each element.

mod html;
mod into;
mod ours;

#[cfg(feature = "ssr")]
pub(crate) use html::escape;
pub use into::{IntoAttribute, IntoMarkup};
pub use markup_macro::view;

use crate::browser::event::Event;
use crate::browser::reference::Reference;
use crate::signal::Memo;
use leptos::prelude::*;
use std::borrow::Cow;

/// A piece of a page.
pub enum Markup {
    /// Nothing.
    Nothing,
    /// Text, shown as it is.
    Text(Cow<'static, str>),
    /// An element.
    Element(Element),
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

/// An element, with all that is said of it. A single pointer, and its making is never inlined:
/// pages call it thousands of times, and each call should be a few bytes.
pub struct Element(pub(crate) Box<Parts>);

/// What is said of an element.
pub(crate) struct Parts {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<(&'static str, Attribute)>,
    pub(crate) properties: Vec<(&'static str, Attribute)>,
    pub(crate) handlers: Vec<(&'static str, Handler)>,
    pub(crate) reference: Option<Reference>,
    pub(crate) children: Vec<Markup>,
}

impl Element {
    /// An element without anything in it. `begin` is its name, then for each attribute that never changes a line
    /// with its name and a line with its value, as [`view!`](markup_macro::view) writes it.
    #[must_use]
    #[inline(never)]
    pub fn new(begin: &'static str) -> Self {
        let mut lines = begin.split('\n');
        let tag = lines.next().unwrap_or_default();
        let mut attributes = Vec::new();
        while let (Some(name), Some(value)) = (lines.next(), lines.next()) {
            attributes.push((name, Attribute::Fixed(Some(Cow::Borrowed(value)))));
        }
        let (properties, handlers) = (Vec::new(), Vec::new());
        let parts =
            Parts { tag, attributes, properties, handlers, reference: None, children: Vec::new() };
        Self(Box::new(parts))
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attribute(self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.with_attribute(name, value.into_attribute())
    }

    /// Sets an attribute that is written in the page's source.
    #[must_use]
    #[inline(never)]
    pub fn literal(self, name: &'static str, value: &'static str) -> Self {
        self.with_attribute(name, Attribute::Fixed(Some(Cow::Borrowed(value))))
    }

    #[inline(never)]
    fn with_attribute(mut self, name: &'static str, value: Attribute) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// Keeps a property (`value`, `checked`) as it says, whatever the visitor did to it since.
    #[must_use]
    pub fn property(mut self, name: &'static str, value: impl IntoAttribute) -> Self {
        self.0.properties.push((name, value.into_attribute()));
        self
    }

    /// Calls `handler` when an event happens to it.
    #[must_use]
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.with_handler(event, Box::new(handler))
    }

    #[inline(never)]
    fn with_handler(mut self, event: &'static str, handler: Handler) -> Self {
        self.0.handlers.push((event, handler));
        self
    }

    /// Lets `reference` hold the element once it is drawn.
    #[must_use]
    pub fn reference(mut self, reference: Reference) -> Self {
        self.0.reference = Some(reference);
        self
    }

    /// Adds a child at the end.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Markup) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds an element at the end.
    #[must_use]
    #[inline(never)]
    pub fn element(self, child: Self) -> Self {
        self.child(Markup::Element(child))
    }

    /// Adds a text that is written in the page's source.
    #[must_use]
    #[inline(never)]
    pub fn text(self, text: &'static str) -> Self {
        self.child(Markup::Text(Cow::Borrowed(text)))
    }
}

/// Shows `piece` while `condition` holds; draws it anew only when that changes.
#[must_use]
pub fn while_true(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    piece: impl Fn() -> Markup + 'static,
) -> Markup {
    while_it_holds(Box::new(condition), Box::new(piece))
}

/// Compiled once, whatever the condition and the piece are.
fn while_it_holds(
    condition: Box<dyn Fn() -> bool + Send + Sync>,
    piece: Box<dyn Fn() -> Markup>,
) -> Markup {
    let holds = Memo::new(condition);
    Markup::Changing(Box::new(move || if holds.get() { piece() } else { Markup::Nothing }))
}

/// Runs `act` once the page is drawn, and again whenever a signal it reads changes. For what is
/// pushed outward: focus, title, storage. Does nothing where a page is written natively.
pub fn outward(act: impl FnMut() + 'static) {
    whenever(Box::new(act));
}

/// Runs `act` whenever a signal that `read` reads changes, and not at first.
pub fn on_change(read: impl Fn() + 'static, act: impl Fn() + 'static) {
    let mut is_begun = false;
    outward(move || {
        read();
        if std::mem::replace(&mut is_begun, true) {
            untrack(&act);
        }
    });
}

/// Compiled once, whatever it is that acts.
fn whenever(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| act());
}
