//! The cells of a virtual grid. Each remembers its content and changes only the nodes that differ.

use super::dom::{DomError, create_div, create_text_element, set_attribute};
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Text};

/// The content of a row or column header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridHeader {
    /// The main text.
    pub text: String,
    /// Secondary text; may be empty.
    pub detail: String,
    /// The link target. A row header without one is a heading over the rows below it.
    pub href: Option<String>,
    /// The value of `data-hue`, if it has its own colour.
    pub hue: Option<String>,
}

/// The content of a data cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridMark {
    /// The value of `data-requirement`, which selects the shape.
    pub shape: &'static str,
    /// The value of `data-fill` of the cell; may be empty.
    pub fill: &'static str,
    /// The value of `data-hue`.
    pub hue: String,
    /// The text.
    pub text: Cow<'static, str>,
}

/// Returns the row and column, counted from 0, of the cell in which an event occurred.
#[must_use]
pub fn cell_of_event(event: &web_sys::Event) -> Option<(usize, usize)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let index = |name: &str| {
        let holder = target.closest(&format!("[{name}]")).ok()??;
        holder.get_attribute(name)?.parse::<usize>().ok()?.checked_sub(1)
    };
    Some((index("aria-rowindex")?, index("aria-colindex")?))
}

/// The nodes of a row or column header.
pub(super) struct HeaderCell {
    pub cell: HtmlElement,
    link: Element,
    text: Text,
    detail: Option<Text>,
    content: GridHeader,
}

impl HeaderCell {
    /// Creates an empty header.
    pub fn new(class: &str, role: &str) -> Result<Self, DomError> {
        let cell = create_div(class, role)?;
        cell.set_tab_index(-1);
        let (link, text) = create_text_element("a")?;
        // The cell takes the focus; Enter follows the link.
        link.set_attribute("tabindex", "-1")?;
        cell.append_child(&link)?;
        Ok(Self { cell, link, text, detail: None, content: GridHeader::default() })
    }

    /// Shows `header`.
    pub fn write(&mut self, header: &GridHeader) -> Result<(), DomError> {
        if self.content == *header {
            return Ok(());
        }
        let previous = std::mem::replace(&mut self.content, header.clone());
        self.text.set_data(&header.text);
        if previous.href != header.href {
            set_attribute(&self.link, "href", header.href.as_deref())?;
        }
        if previous.hue != header.hue {
            set_attribute(&self.cell, "data-hue", header.hue.as_deref())?;
        }
        if previous.detail != header.detail {
            self.detail()?.set_data(&header.detail);
            self.cell.toggle_attribute_with_force("data-detail", !header.detail.is_empty())?;
        }
        Ok(())
    }

    /// The text node of the secondary text, created on first use.
    fn detail(&mut self) -> Result<&Text, DomError> {
        if self.detail.is_none() {
            let (span, text) = create_text_element("span")?;
            span.set_class_name("detail");
            self.cell.append_child(&span)?;
            self.detail = Some(text);
        }
        self.detail.as_ref().ok_or(DomError)
    }
}

/// The nodes of a data cell.
pub(super) struct MarkCell {
    pub cell: HtmlElement,
    hue: String,
    mark: Option<(Element, Text)>,
    content: Option<GridMark>,
}

impl MarkCell {
    /// Creates an empty cell.
    pub fn new() -> Result<Self, DomError> {
        let cell = create_div("grid-cell", "gridcell")?;
        cell.set_tab_index(-1);
        Ok(Self { cell, hue: String::new(), mark: None, content: None })
    }

    /// Shows `content`, or nothing.
    pub fn write(&mut self, content: Option<GridMark>) -> Result<(), DomError> {
        if self.content == content {
            return Ok(());
        }
        // The hue is set on the cell, which stays: changing it recomputes many colours.
        if let Some(mark) = content.as_ref().filter(|mark| mark.hue != self.hue) {
            self.cell.set_attribute("data-hue", &mark.hue)?;
            self.hue.clone_from(&mark.hue);
        }
        let fill = |mark: &Option<GridMark>| mark.as_ref().map_or("", |mark| mark.fill);
        if fill(&self.content) != fill(&content) {
            self.cell.set_attribute("data-fill", fill(&content))?;
        }
        // The span is created on first use, and kept when it is removed from the cell.
        if self.mark.is_none() && content.is_some() {
            let (span, text) = create_text_element("span")?;
            span.set_class_name("mark");
            self.mark = Some((span, text));
        }
        match (&content, &self.mark) {
            (Some(mark), Some((span, text))) => {
                if self.content.as_ref().is_none_or(|previous| previous.shape != mark.shape) {
                    span.set_attribute("data-requirement", mark.shape)?;
                }
                text.set_data(&mark.text);
                if self.content.is_none() {
                    self.cell.append_child(span)?;
                }
            }
            (None, Some((span, _))) => span.remove(),
            (_, None) => {}
        }
        self.content = content;
        Ok(())
    }
}
