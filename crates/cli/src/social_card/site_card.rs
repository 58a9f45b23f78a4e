//! The card of a whole ladder: a ladder that rises through the hues of the rungs, with the title and a sentence
//! above it.

use super::fonts::Fonts;
use super::svg::{Anchor, Drawing, Point, TextStyle};
use super::text::{lines, sized_lines};
use crate::theme::CardColours;
use career_ladder::messages::social_card as messages;
use ladder::Ladder;

/// The end points of the upper rail, and the distance to the lower one.
const FOOT: Point = (250.0, 557.0);
const HEAD: Point = (1210.0, 215.0);
const ACROSS: f32 = 92.0;
/// The most discs that fit.
const MAX_DISCS: usize = 7;
const MARGIN: f32 = 76.0;

/// The card as SVG.
pub fn svg(ladder: &Ladder, colours: &CardColours, fonts: &Fonts) -> String {
    let mut drawing = Drawing::new(&colours.paper, ladder.direction() == "rtl");
    let roles = ladder.roles.len();
    rungs(&mut drawing, roles.clamp(1, MAX_DISCS), roles <= MAX_DISCS, colours);
    title_and_sentence(&mut drawing, ladder, colours, fonts);
    drawing.finish()
}

/// The rails and rungs with a disc for each role, numbered if every role has one.
fn rungs(drawing: &mut Drawing, discs: usize, numbered: bool, colours: &CardColours) {
    let steps = discs * 4;
    let last = colours.rungs.len().saturating_sub(1);
    let of_step = |step: usize| &colours.rungs[step * last / (steps - 1)];
    // It starts below the card.
    let below = 1 + steps / 4;
    for step in 0..steps + below {
        let colour = &of_step(step.saturating_sub(below)).line;
        let (x, y) = along(step, below, steps);
        let (to_x, to_y) = along(step + 1, below, steps);
        for down in [0.0, ACROSS] {
            drawing.line((x, y + down), (to_x, to_y + down), 9.0, colour);
        }
        drawing.line((x, y), (x, y + ACROSS), 6.0, colour);
    }
    for disc in 0..discs {
        let (x, y) = along(disc * 4 + 2, 0, steps);
        let at = (x, y + ACROSS / 2.0);
        drawing.disc(at, 40.0, &colours.paper);
        drawing.disc(at, 33.0, &of_step(disc * 4 + 2).accent);
        if numbered {
            let style =
                TextStyle { size: 32.0, weight: 700, colour: "#fff", anchor: Anchor::Middle };
            drawing.text(&(disc + 1).to_string(), (at.0, at.1 + 11.0), &style);
        }
    }
}

/// The title, as large as it fits in two lines, and the sentence.
fn title_and_sentence(
    drawing: &mut Drawing,
    ladder: &Ladder,
    colours: &CardColours,
    fonts: &Fonts,
) {
    // The lower the line, the less room the upper rail leaves.
    let room =
        |y: f32| FOOT.0 + (FOOT.1 - y) * (HEAD.0 - FOOT.0) / (FOOT.1 - HEAD.1) - MARGIN - 60.0;
    let room = |y: f32| room(y).min(1200.0 - 2.0 * MARGIN);
    let mut y = MARGIN;
    if let Some(title) = fonts.writable(&ladder.title) {
        let widths = |size: f32| [0.0, 1.0].map(|nth| room(MARGIN + size * (1.0 + 1.15 * nth)));
        let sizes = [84.0, 72.0, 62.0, 54.0];
        let title = sized_lines(&title, 700, &sizes, widths, fonts);
        let size = title.size;
        y += size * 0.8;
        for line in title.lines() {
            let style =
                TextStyle { size, weight: 700, colour: &colours.ink, anchor: Anchor::Start };
            drawing.text(&line, (MARGIN, y), &style);
            y += size * 1.15;
        }
    }
    let Some(sentence) = fonts.writable(&messages::ladder_sentence(ladder)) else { return };
    let size = 34.0;
    let widths = [0.0, 1.0, 2.0].map(|nth| room(y + size * 1.35 * nth + 20.0).max(200.0));
    for line in lines(&sentence, size, 400, &widths, fonts) {
        let style =
            TextStyle { size, weight: 400, colour: &colours.ink_soft, anchor: Anchor::Start };
        drawing.text(&line, (MARGIN, y), &style);
        y += size * 1.35;
    }
}

/// A point on the upper rail, which has `below` steps before its first end point.
fn along(step: usize, below: usize, steps: usize) -> Point {
    #[allow(clippy::cast_precision_loss)] // a few dozen
    let part = (step as f32 - below as f32) / steps as f32;
    (FOOT.0 + (HEAD.0 - FOOT.0) * part, FOOT.1 + (HEAD.1 - FOOT.1) * part)
}
