//! The cells of a grid whose nodes are used again: written only where something changed.

use super::grid_nodes::{Refused, element};
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Text};

/// What the header of a row or a column says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its text.
    pub text: String,
    /// Less important words behind it; may be empty.
    pub detail: String,
    /// Where it leads; nothing makes it a heading over the rows below.
    pub href: Option<String>,
    /// The word for `data-hue`, where it has a hue of its own.
    pub hue: Option<String>,
}

/// What a cell says, in words and in a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The word for `data-asked`, by which it gets its shape.
    pub shape: &'static str,
    /// The word for `data-hue`.
    pub hue: String,
    /// What it says.
    pub word: Cow<'static, str>,
}

/// The row and column, counted from 0, of the cell that an event happened in.
#[must_use]
pub fn of_event(event: &web_sys::Event) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let index = |name: &str| {
        let holder = target.closest(&format!("[{name}]")).ok()??;
        holder.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
    };
    Some((index("aria-rowindex")?, index("aria-colindex")?))
}

/// The nodes of a header.
pub(super) struct HeadNodes {
    pub cell: HtmlElement,
    link: Element,
    text: Text,
    detail: Option<Text>,
    written: Option<Head>,
}

impl HeadNodes {
    pub fn new(document: &Document, class: &str, role: &str) -> Result<Self, Refused> {
        let cell = element(document, class, role)?;
        cell.set_tab_index(-1);
        let link = document.create_element("a")?;
        // The cell takes the focus; Enter follows the link.
        link.set_attribute("tabindex", "-1")?;
        let text = document.create_text_node("");
        link.append_child(&text)?;
        cell.append_child(&link)?;
        Ok(Self { cell, link, text, detail: None, written: None })
    }

    pub fn write(&mut self, document: &Document, head: &Head) -> Result<(), Refused> {
        if self.written.as_ref() == Some(head) {
            return Ok(());
        }
        let before = self.written.replace(head.clone()).unwrap_or_default();
        self.text.set_data(&head.text);
        if before.href != head.href {
            set(&self.link, "href", head.href.as_deref())?;
        }
        if before.hue != head.hue {
            set(&self.cell, "data-hue", head.hue.as_deref())?;
        }
        if before.detail != head.detail {
            self.detail(document)?.set_data(&head.detail);
            self.cell.toggle_attribute_with_force("data-detail", !head.detail.is_empty())?;
        }
        Ok(())
    }

    /// The node for the less important words, made when it is needed.
    fn detail(&mut self, document: &Document) -> Result<&Text, Refused> {
        if self.detail.is_none() {
            let text = document.create_text_node("");
            let span = document.create_element("span")?;
            span.set_class_name("detail");
            span.append_child(&text)?;
            self.cell.append_child(&span)?;
            self.detail = Some(text);
        }
        self.detail.as_ref().ok_or(Refused)
    }
}

/// The nodes of a cell with a mark.
pub(super) struct MarkNodes {
    pub cell: HtmlElement,
    hue: String,
    mark: Option<(Element, Text)>,
    written: Option<Mark>,
}

impl MarkNodes {
    pub fn new(document: &Document) -> Result<Self, Refused> {
        let cell = element(document, "grid-cell", "gridcell")?;
        cell.set_tab_index(-1);
        Ok(Self { cell, hue: String::new(), mark: None, written: None })
    }

    pub fn write(&mut self, document: &Document, mark: Option<Mark>) -> Result<(), Refused> {
        if self.written == mark {
            return Ok(());
        }
        // The hue is of the cell, because it stays when marks come and go, and much is worked out from it.
        if let Some(mark) = mark.as_ref().filter(|mark| mark.hue != self.hue) {
            set(&self.cell, "data-hue", Some(&mark.hue))?;
            self.hue.clone_from(&mark.hue);
        }
        // The mark is made when it is needed, and kept when it is taken out.
        if self.mark.is_none() && mark.is_some() {
            self.mark = Some(span(document)?);
        }
        match (&mark, &self.mark) {
            (Some(mark), Some((span, text))) => {
                let before = self.written.as_ref();
                if before.is_none_or(|before| before.shape != mark.shape) {
                    set(span, "data-asked", Some(mark.shape))?;
                }
                text.set_data(&mark.word);
                if before.is_none() {
                    self.cell.append_child(span)?;
                }
            }
            (None, Some((span, _))) => span.remove(),
            (_, None) => {}
        }
        self.written = mark;
        Ok(())
    }
}

fn span(document: &Document) -> Result<(Element, Text), Refused> {
    let text = document.create_text_node("");
    let span = document.create_element("span")?;
    span.set_class_name("mark");
    span.append_child(&text)?;
    Ok((span, text))
}

fn set(element: &Element, name: &str, value: Option<&str>) -> Result<(), Refused> {
    match value {
        Some(value) => element.set_attribute(name, value)?,
        None => element.remove_attribute(name)?,
    }
    Ok(())
}
