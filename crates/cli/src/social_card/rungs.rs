//! The leaning ladder of a role's card: climbed up to a rung, and pale above it.

use super::svg::{Drawing, Point};
use crate::theme::{CardColours, RungColours};
use ladder::{Ladder, RoleIx};

/// The most rungs that fit.
const MAX_RUNGS: usize = 7;
/// A ladder with fewer rungs has the distances of one with this many.
const FEW_RUNGS: usize = 4;
/// The line on which rungs have their middles, at the bottom and the top of the card.
const FOOT: Point = (918.0, 640.0);
const HEAD: Point = (1062.0, -10.0);
/// Where the lowest and the highest rung are.
const LOWEST: f32 = 532.0;
const HIGHEST: f32 = 104.0;
/// From the middle of a rung to its ends.
const HALF: f32 = 90.0;
/// How far rails rise above the highest rung.
const ABOVE: f32 = 62.0;

/// The rungs that a card shows.
pub struct Rungs {
    /// The height of the lowest one.
    first: usize,
    /// How many there are on the card.
    count: usize,
    /// How many the ladder has.
    total: usize,
}

impl Rungs {
    /// Rungs around a role, all if they fit.
    pub fn around(ladder: &Ladder, role: RoleIx) -> Self {
        let total = ladder.graph().max_height() + 1;
        if total == 1 {
            // A catalogue: a ladder without anyone on it.
            return Self { first: 0, count: FEW_RUNGS + 1, total };
        }
        let hidden = total.saturating_sub(MAX_RUNGS);
        let height = ladder.graph().height(role);
        // A role low on the ladder is low on the card.
        let first = height * hidden / (total - 1).max(1);
        Self { first, count: total.min(MAX_RUNGS), total }
    }

    fn last(&self) -> usize {
        self.first + self.count - 1
    }

    /// The height on the ladder, at most the one just outside of the card.
    fn clamped(&self, height: usize) -> usize {
        height.clamp(self.first.saturating_sub(1), self.last() + 1)
    }

    #[allow(clippy::cast_precision_loss)] // a few
    pub fn spacing(&self) -> f32 {
        (LOWEST - HIGHEST) / (self.count.max(FEW_RUNGS) - 1) as f32
    }

    /// The middle of the rung at a height of the ladder.
    #[allow(clippy::cast_precision_loss)] // a few
    pub fn middle(&self, height: usize) -> Point {
        let missing = FEW_RUNGS.saturating_sub(self.count) as f32;
        let lowest = LOWEST - missing * self.spacing() / 2.0;
        let nth = self.clamped(height) as f32 - self.first as f32;
        on_line(lowest - nth * self.spacing())
    }

    /// The colours of the rung at a height.
    pub fn colours<'a>(&self, height: usize, colours: &'a CardColours) -> &'a RungColours {
        let last = colours.rungs.len().saturating_sub(1);
        // As `data-hue` of pages.
        let hue = if self.total == 1 { 0 } else { height * last / (self.total - 1) };
        &colours.rungs[hue.min(last)]
    }

    /// Draws the rails and rungs on a card in the colours `card`; those from `climbed.0` to `climbed.1` are strong.
    pub fn draw(
        &self,
        drawing: &mut Drawing,
        climbed: (usize, usize),
        card: &RungColours,
        colours: &CardColours,
    ) {
        let is_climbed = |height: usize| (climbed.0..=climbed.1).contains(&height);
        let colour = |height: usize, is_strong: bool| {
            if is_strong { self.colours(height, colours).line.clone() } else { card.pale.clone() }
        };
        let y = |height: usize| self.middle(height).1;
        // Rails cover the ends of rungs.
        for height in self.first..=self.last() {
            let middle = self.middle(height);
            let colour = colour(height, is_climbed(height));
            drawing.line(across(middle, -HALF), across(middle, HALF), 12.0, &colour);
        }
        let top = if self.last() + 1 < self.total { -40.0 } else { y(self.last()) - ABOVE };
        let is_from_ground = climbed.0 == 0 || climbed.0 < self.first;
        let mut parts = vec![
            (680.0, y(self.first), self.first, is_from_ground),
            (y(self.last()), top, self.last(), climbed.1 > self.last()),
        ];
        parts.extend((self.first..self.last()).map(|height| {
            let is_strong = is_climbed(height) && is_climbed(height + 1);
            (y(height), y(height + 1), height, is_strong)
        }));
        // The strong ones cover the ends of the others.
        parts.sort_by_key(|(.., is_strong)| *is_strong);
        for (from, to, height, is_strong) in parts {
            rails(drawing, from, to, &colour(height, is_strong));
        }
    }
}

/// Both rails between two heights on the card.
fn rails(drawing: &mut Drawing, from: f32, to: f32, colour: &str) {
    for side in [-HALF, HALF] {
        drawing.line(across(on_line(from), side), across(on_line(to), side), 15.0, colour);
    }
}

fn on_line(y: f32) -> Point {
    (FOOT.0 + (FOOT.1 - y) * (HEAD.0 - FOOT.0) / (FOOT.1 - HEAD.1), y)
}

/// A point beside another, at a right angle to the rails.
pub fn across(point: Point, by: f32) -> Point {
    let (x, y) = (HEAD.0 - FOOT.0, HEAD.1 - FOOT.1);
    let length = x.hypot(y);
    (point.0 - by * y / length, point.1 + by * x / length)
}
