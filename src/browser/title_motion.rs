//! Moves the title in a pressed link to where it is the heading of the next page.
//!
//! Stands in for view transitions, which delay a click (see ARCHITECTURE.md). The style sheet has the animation.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

/// The title in a link that was pressed, and where it stood.
pub struct PressedTitle {
    text: String,
    place: DomRect,
}

impl PressedTitle {
    /// Reads the title before the page changes.
    #[must_use]
    pub fn of(link: &Element) -> Self {
        let title = link.query_selector("bdi").ok().flatten();
        let title = title.as_ref().unwrap_or(link);
        Self { text: text(title), place: title.get_bounding_client_rect() }
    }

    /// Lets the heading of the new page start where the title stood, if it is the same text. To be called in the
    /// frame that shows the page first.
    pub fn move_to_heading(&self) -> Option<()> {
        let heading = document().query_selector("main h1").ok()??;
        if text(&heading) != self.text {
            return None;
        }
        let (from, to) = (&self.place, heading.get_bounding_client_rect());
        // Whole numbers, because code that writes others would make the program a tenth larger.
        let x = (from.left() - to.left()) as i32;
        let y = (from.top() - to.top()) as i32;
        let percent = (100.0 * from.width() / to.width()) as i32;
        let start = format!("translate({x}px, {y}px) scale(calc({percent} / 100))");
        let style = heading.dyn_ref::<HtmlElement>()?.style();
        style.set_property("--start", &start).ok()?;
        heading.set_attribute("data-moves", "").ok()
    }
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}
