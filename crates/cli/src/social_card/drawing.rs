//! The drawing: a ladder that rises through the hues of the rungs, with the title and sentence above it.

use super::CardContent;
use super::fonts::Fonts;
use super::text::lines;
use crate::prerender::CARD_SIZE;
use crate::theme::CardColours;
use csscolorparser::Color;
use std::fmt::Write;

/// The end points of the upper rail, and the distance to the lower one.
const FOOT: (f32, f32) = (250.0, 640.0);
const HEAD: (f32, f32) = (1210.0, 190.0);
const ACROSS: f32 = 92.0;
/// The most discs that fit.
const MAX_DISCS: usize = 7;
const MARGIN: f32 = 76.0;

/// The card as SVG.
pub fn svg(content: &CardContent, colours: &CardColours, fonts: &Fonts, with_text: bool) -> String {
    let (width, height) = CARD_SIZE;
    let mut drawing = String::new();
    ladder(
        &mut drawing,
        content.roles.clamp(1, MAX_DISCS),
        content.roles <= MAX_DISCS,
        content.is_rtl,
        colours,
    );
    if with_text {
        title_and_sentence(&mut drawing, content, colours, fonts);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>{drawing}</svg>",
        colours.paper
    )
}

/// The rails and rungs with a disc for each role, numbered if every role has one.
fn ladder(drawing: &mut String, discs: usize, numbered: bool, is_rtl: bool, colours: &CardColours) {
    let steps = discs * 4;
    for step in 0..steps {
        let colour = hue(colours, step, steps, 0.62);
        let (x, y) = along(step, steps);
        let (to_x, to_y) = along(step + 1, steps);
        for down in [0.0, ACROSS] {
            line(drawing, (x, y + down), (to_x, to_y + down), 9.0, &colour, is_rtl);
        }
        line(drawing, (x, y), (x, y + ACROSS), 6.0, &colour, is_rtl);
    }
    for disc in 0..discs {
        let (x, y) = along(disc * 4 + 2, steps);
        let (x, y) = (mirrored(x, is_rtl), y + ACROSS / 2.0);
        let colour = hue(colours, disc * 4 + 2, steps, 0.48);
        let _ = write!(
            drawing,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"40\" fill=\"{}\"/><circle cx=\"{x}\" cy=\"{y}\" r=\"33\" fill=\"{colour}\"/>",
            colours.paper
        );
        if numbered {
            let style = Style { size: 32.0, weight: 700, colour: "#fff", anchor: "middle" };
            text(drawing, &(disc + 1).to_string(), (x, y + 11.0), &style);
        }
    }
}

/// The title, as large as it fits in two lines, and the sentence.
fn title_and_sentence(
    drawing: &mut String,
    content: &CardContent,
    colours: &CardColours,
    fonts: &Fonts,
) {
    // The lower the line, the less room the upper rail leaves.
    let room =
        |y: f32| FOOT.0 + (FOOT.1 - y) * (HEAD.0 - FOOT.0) / (FOOT.1 - HEAD.1) - MARGIN - 60.0;
    let room = |y: f32| room(y).min(1200.0 - 2.0 * MARGIN);
    let title = |size: f32| {
        let widths = [0.0, 1.0, 2.0].map(|nth| room(MARGIN + size * (1.0 + 1.15 * nth)));
        lines(&content.title, size, 700, &widths, fonts)
    };
    let sizes = [84.0, 72.0, 62.0, 54.0];
    let fits = |size: &&f32| {
        let broken = title(**size);
        broken.len() < 3 && !broken.iter().any(|line| line.ends_with('…'))
    };
    let size = sizes.iter().find(fits).copied().unwrap_or(sizes[3]);
    let (x, anchor) = if content.is_rtl { (1200.0 - MARGIN, "end") } else { (MARGIN, "start") };
    let mut y = MARGIN + size * 0.8;
    for line in title(size) {
        text(drawing, &line, (x, y), &Style { size, weight: 700, colour: &colours.ink, anchor });
        y += size * 1.15;
    }
    let size = 34.0;
    let widths = [0.0, 1.0, 2.0].map(|nth| room(y + size * 1.35 * nth + 20.0).max(200.0));
    for line in lines(&content.sentence, size, 400, &widths, fonts) {
        text(
            drawing,
            &line,
            (x, y),
            &Style { size, weight: 400, colour: &colours.ink_soft, anchor },
        );
        y += size * 1.35;
    }
}

/// A point on the upper rail.
fn along(step: usize, steps: usize) -> (f32, f32) {
    #[allow(clippy::cast_precision_loss)] // a few dozen
    let part = step as f32 / steps as f32;
    (FOOT.0 + (HEAD.0 - FOOT.0) * part, FOOT.1 + (HEAD.1 - FOOT.1) * part)
}

fn mirrored(x: f32, is_rtl: bool) -> f32 {
    if is_rtl { 1200.0 - x } else { x }
}

/// The colour of a step at a lightness.
fn hue(colours: &CardColours, step: usize, steps: usize, lightness: f32) -> String {
    let last = colours.hues.len().saturating_sub(1);
    let nth = if steps < 2 { 0 } else { step * last / (steps - 1) };
    #[allow(clippy::cast_possible_truncation)]
    let hue = colours.hues.get(nth).copied().unwrap_or_default() as f32;
    Color::from_oklcha(lightness, 0.12, hue.to_radians(), 1.0).to_css_hex().to_string()
}

fn line(
    drawing: &mut String,
    from: (f32, f32),
    to: (f32, f32),
    width: f32,
    colour: &str,
    is_rtl: bool,
) {
    let (x, to_x) = (mirrored(from.0, is_rtl), mirrored(to.0, is_rtl));
    let _ = write!(
        drawing,
        "<line x1=\"{x}\" y1=\"{}\" x2=\"{to_x}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{width}\" stroke-linecap=\"round\"/>",
        from.1, to.1
    );
}

struct Style<'a> {
    size: f32,
    weight: u16,
    colour: &'a str,
    anchor: &'a str,
}

fn text(drawing: &mut String, text: &str, at: (f32, f32), style: &Style) {
    let Style { size, weight, colour, anchor } = style;
    let _ = write!(
        drawing,
        "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{}</text>",
        at.0,
        at.1,
        escaped(text)
    );
}

/// A text escaped for XML, without the characters that XML cannot contain.
pub fn escaped(text: &str) -> String {
    let kept: String = text.chars().filter(|letter| !letter.is_control()).collect();
    html_escape::encode_text(&kept).into_owned()
}
