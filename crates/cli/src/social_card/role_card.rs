//! The cards of a role and of a comparison: large titles beside a ladder that is climbed so far.

use super::fonts::Fonts;
use super::rungs::{Rungs, across};
use super::svg::{Anchor, Drawing, Point, TextStyle};
use super::text::{Block, fit};
use crate::theme::{CardColours, RungColours};
use career_ladder::messages::social_card as messages;
use ladder::{Ladder, RoleIx};

const MARGIN: f32 = 76.0;
/// The width of titles, and of the lines at the top and the bottom, where the ladder leaves less and more room.
const WIDTH: f32 = 716.0;
const FOOT_WIDTH: f32 = 690.0;
/// The sizes of a role's title, the largest that fits is used.
const SIZES: [f32; 8] = [112.0, 98.0, 86.0, 76.0, 66.0, 58.0, 50.0, 44.0];
/// The sizes of the titles of a comparison.
const FROM_SIZES: [f32; 5] = [54.0, 46.0, 40.0, 36.0, 31.0];
const TO_SIZES: [f32; 7] = [88.0, 76.0, 66.0, 58.0, 50.0, 42.0, 37.0];
/// The baseline of the last line.
const LAST_LINE: f32 = 548.0;

/// The card of a role.
pub fn role(ladder: &Ladder, role: RoleIx, colours: &CardColours, fonts: &Fonts) -> String {
    let rungs = Rungs::around(ladder, role);
    let height = ladder.graph().height(role);
    let card = rungs.colours(height, colours);
    let mut drawing = background(ladder, card);
    let is_ladder = ladder.graph().max_height() > 0;
    rungs.draw(&mut drawing, (0, if is_ladder { height } else { usize::MAX }), card, colours);
    if is_ladder {
        mark(&mut drawing, &rungs, rungs.middle(height), height, card, true);
    }
    head(&mut drawing, ladder, colours, fonts);
    let place = messages::place(ladder, role);
    match fonts.writable(&ladder.distinct_title(role)) {
        Some(title) => {
            large(&mut drawing, &title, colours, fonts);
            foot(&mut drawing, &place, card, fonts);
        }
        None => large(&mut drawing, &place, colours, fonts),
    }
    drawing.finish()
}

/// The card of a comparison.
pub fn comparison(
    ladder: &Ladder,
    [from, to]: [RoleIx; 2],
    colours: &CardColours,
    fonts: &Fonts,
) -> String {
    let rungs = Rungs::around(ladder, to);
    let [start, end] = [from, to].map(|role| ladder.graph().height(role));
    let card = rungs.colours(end, colours);
    let mut drawing = background(ladder, card);
    rungs.draw(&mut drawing, (start.min(end), start.max(end)), card, colours);
    let beside = if start == end { 66.0 } else { 0.0 };
    let start_colours = rungs.colours(start, colours);
    if ladder.graph().max_height() > 0 {
        let at = across(rungs.middle(start), -beside);
        mark(&mut drawing, &rungs, at, start, start_colours, false);
        mark(&mut drawing, &rungs, across(rungs.middle(end), beside), end, card, true);
    }
    head(&mut drawing, ladder, colours, fonts);
    let changes = messages::changes(&ladder.compare(from, to));
    let changes = changes.unwrap_or_else(|| messages::place(ladder, to));
    let title = |role| fonts.writable(&ladder.distinct_title(role));
    match (title(from), title(to)) {
        (Some(from), Some(to)) => {
            titles(&mut drawing, [&from, &to], colours, fonts);
            foot(&mut drawing, &changes, card, fonts);
        }
        _ => large(&mut drawing, &changes, colours, fonts),
    }
    drawing.finish()
}

/// What the card is about, as large as it fits.
fn large(drawing: &mut Drawing, text: &str, colours: &CardColours, fonts: &Fonts) {
    let Some(text) = fonts.writable(text) else { return };
    let title = fit(&text, 700, &SIZES, (WIDTH, 300.0), fonts);
    let first = 152.0 + (316.0 - title.height()) / 2.0;
    block(drawing, &title, first, 700, &colours.ink);
}

/// "AI Developer" above an arrow and "Team Leader".
fn titles(drawing: &mut Drawing, [from, to]: [&str; 2], colours: &CardColours, fonts: &Fonts) {
    const GAP: f32 = 22.0;
    let from = fit(from, 400, &FROM_SIZES, (WIDTH, 110.0), fonts);
    let to = fit(to, 700, &TO_SIZES, (WIDTH - 80.0, 200.0), fonts);
    let first = 152.0 + (316.0 - from.height() - GAP - to.height()).max(0.0) / 2.0;
    block(drawing, &from, first, 400, &colours.ink_soft);
    let second = first + from.height() + GAP;
    arrow(drawing, (MARGIN, second + to.size * 0.52), to.size, &colours.ink_soft);
    block_at(drawing, &to, (MARGIN + to.size * 0.5 + 34.0, second), 700, &colours.ink);
}

/// A background in the tint of a hue.
fn background(ladder: &Ladder, card: &RungColours) -> Drawing {
    Drawing::new(&card.tint, ladder.direction() == "rtl")
}

/// The disc of a role on its rung, filled or as a ring.
fn mark(
    drawing: &mut Drawing,
    rungs: &Rungs,
    at: Point,
    height: usize,
    colours: &RungColours,
    is_filled: bool,
) {
    let inner = (rungs.spacing() * 0.46).min(52.0) * if is_filled { 1.0 } else { 0.8 };
    drawing.disc(at, inner + 7.0, &colours.tint);
    drawing.disc(at, inner, &colours.strong);
    if !is_filled {
        drawing.disc(at, inner - 5.0, &colours.tint);
    }
    let number = (height + 1).to_string();
    #[allow(clippy::cast_precision_loss)] // a few digits
    let size = inner * 0.92 / (number.len() as f32).sqrt();
    let colour = if is_filled { "#fff" } else { &colours.strong };
    let style = TextStyle { size, weight: 700, colour, anchor: Anchor::Middle };
    drawing.text(&number, (at.0, at.1 + size * 0.33), &style);
}

/// The title of the ladder, in one line at the top.
fn head(drawing: &mut Drawing, ladder: &Ladder, colours: &CardColours, fonts: &Fonts) {
    let Some(title) = fonts.writable(&ladder.title) else { return };
    let line = fit(&title, 400, &[34.0, 30.0], (WIDTH, 76.0), fonts);
    block(drawing, &line, 64.0, 400, &colours.ink_soft);
}

/// The place or the changes, at the bottom under a rule.
fn foot(drawing: &mut Drawing, text: &str, card: &RungColours, fonts: &Fonts) {
    let Some(text) = fonts.writable(text).filter(|text| !text.is_empty()) else { return };
    drawing.line(
        (MARGIN + 4.0, LAST_LINE - 66.0),
        (MARGIN + 84.0, LAST_LINE - 66.0),
        8.0,
        &card.line,
    );
    let line = fit(&text, 600, &[46.0, 40.0, 34.0], (FOOT_WIDTH, 60.0), fonts);
    for text in line.lines().take(1) {
        let style =
            TextStyle { size: line.size, weight: 600, colour: &card.strong, anchor: Anchor::Start };
        drawing.text(&text, (MARGIN, LAST_LINE), &style);
    }
}

fn block(drawing: &mut Drawing, block: &Block, top: f32, weight: u16, colour: &str) {
    block_at(drawing, block, (MARGIN, top), weight, colour);
}

/// The lines of a text below each other, from their upper corner.
fn block_at(drawing: &mut Drawing, block: &Block, (x, top): Point, weight: u16, colour: &str) {
    let style = TextStyle { size: block.size, weight, colour, anchor: Anchor::Start };
    let mut baseline = top + block.size * 0.82;
    for line in block.lines() {
        drawing.text(&line, (x, baseline), &style);
        baseline += block.line_height();
    }
}

/// An arrow that points in the direction of reading, as wide as half the size of a text.
fn arrow(drawing: &mut Drawing, (x, y): Point, size: f32, colour: &str) {
    let (width, wing) = (size * 0.5, size * 0.17);
    let tip = (x + width, y);
    drawing.line((x + 4.0, y), tip, 6.0, colour);
    drawing.line((tip.0 - wing, y - wing), tip, 6.0, colour);
    drawing.line((tip.0 - wing, y + wing), tip, 6.0, colour);
}
