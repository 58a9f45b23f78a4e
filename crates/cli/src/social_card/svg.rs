//! SVG elements as text.

use super::SIZE;
use std::fmt::Write;

/// A point in pixels.
pub type Point = (f32, f32);

/// A drawing that grows element by element.
pub struct Drawing {
    elements: String,
    /// Whether points are mirrored, for scripts that are written from right to left.
    is_mirrored: bool,
}

/// How a text looks.
#[derive(Clone, Copy)]
pub struct TextStyle<'a> {
    pub size: f32,
    pub weight: u16,
    pub colour: &'a str,
    pub anchor: Anchor,
}

/// Which part of a text is at its point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Where reading starts: the left end, and the right end in a mirrored drawing.
    Start,
    Middle,
}

impl Drawing {
    /// An empty drawing on a background.
    pub fn new(background: &str, is_mirrored: bool) -> Self {
        let elements = format!("<rect width=\"100%\" height=\"100%\" fill=\"{background}\"/>");
        Self { elements, is_mirrored }
    }

    /// The SVG document.
    pub fn finish(self) -> String {
        let (width, height) = SIZE;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">{}</svg>",
            self.elements
        )
    }

    pub fn line(&mut self, from: Point, to: Point, width: f32, colour: &str) {
        let (x, to_x) = (self.x(from.0), self.x(to.0));
        let _ = write!(
            self.elements,
            "<line x1=\"{x}\" y1=\"{}\" x2=\"{to_x}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linecap=\"round\"/>",
            from.1, to.1
        );
    }

    pub fn disc(&mut self, centre: Point, radius: f32, colour: &str) {
        let x = self.x(centre.0);
        let _ = write!(
            self.elements,
            "<circle cx=\"{x}\" cy=\"{}\" r=\"{radius}\" fill=\"{colour}\"/>",
            centre.1
        );
    }

    pub fn text(&mut self, text: &str, at: Point, style: &TextStyle<'_>) {
        let TextStyle { size, weight, colour, anchor } = style;
        let x = self.x(at.0);
        let anchor = match (anchor, self.is_mirrored) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Start, false) => "start",
            (Anchor::Start, true) => "end",
        };
        let _ = write!(
            self.elements,
            "<text x=\"{x}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{}</text>",
            at.1,
            escaped(text)
        );
    }

    #[allow(clippy::cast_precision_loss)] // a few hundred
    fn x(&self, x: f32) -> f32 {
        if self.is_mirrored { SIZE.0 as f32 - x } else { x }
    }
}

/// A text escaped for XML, without the characters that XML cannot contain.
pub fn escaped(text: &str) -> String {
    let is_kept =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    let kept: String = text.chars().filter(is_kept).collect();
    html_escape::encode_text(&kept).into_owned()
}
