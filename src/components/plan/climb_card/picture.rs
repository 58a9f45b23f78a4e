//! What the climb card shows: the titles, and a ladder with a rung for each skill, filled as high as the visitor is.

use super::super::context::PlanContext;
use crate::browser::canvas::{Drawing, computed};
use crate::browser::dom::DomError;
use crate::components::hue;
use crate::messages::plan as messages;
use plan::Progress;
use web_sys::{Element, HtmlCanvasElement};

/// The size of the picture in pixels, as that of social cards.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

type Point = (f64, f64);

const MARGIN: f64 = 76.0;
/// The width of titles.
const TEXT_WIDTH: f64 = 690.0;
/// The room of the arrow before the goal.
const INDENT: f64 = 78.0;
/// The middle of the ladder at the bottom and at the top of the picture.
const FOOT: Point = (918.0, 640.0);
const HEAD: Point = (1062.0, -10.0);
/// Where the discs of the two roles are.
const LOWEST: f64 = 540.0;
const HIGHEST: f64 = 96.0;
/// From the middle of a rung to its ends.
const HALF: f64 = 90.0;
/// The most rungs between the discs; more skills share rungs.
const MAX_RUNGS: usize = 24;

/// The colours of a hue.
struct Colours {
    line: String,
    pale: String,
    tint: String,
    strong: String,
    ink: String,
    ink_soft: String,
}

impl Colours {
    /// Those of one of the elements that the style sheet colours.
    fn of(colours: &Element, hue: &str) -> Option<Self> {
        let element = colours.children().item(hue.parse().ok()?)?;
        let colour = |property| computed(&element, property);
        Some(Self {
            line: colour("color"),
            pale: colour("border-top-color"),
            tint: colour("background-color"),
            strong: colour("outline-color"),
            ink: colour("text-decoration-color"),
            ink_soft: colour("caret-color"),
        })
    }
}

/// Draws the picture.
pub fn draw(
    canvas: &HtmlCanvasElement,
    colours: &Element,
    plan: &PlanContext,
    progress: Progress,
) -> Result<(), DomError> {
    let ladder = &plan.ladder;
    let is_mirrored = ladder.direction() == "rtl";
    let hue = hue::of_role(ladder, plan.to);
    let card = Colours::of(colours, &hue).ok_or(DomError)?;
    let page = Page { drawing: Drawing::new(canvas)?, is_mirrored };
    page.drawing.fill(&format!("M0 0H{WIDTH}V{HEIGHT}H0Z"), &card.tint)?;

    let total = progress.total.clamp(1, MAX_RUNGS);
    let met = (progress.met * total).checked_div(progress.total).unwrap_or(total);
    let strong: Vec<String> = (0..=total)
        .map(|rung| {
            let last: usize = hue.parse().unwrap_or_default();
            let first =
                plan.from.map_or(0, |from| hue::of_role(ladder, from).parse().unwrap_or_default());
            let hue = (first * (total - rung) + last * rung) / total;
            Colours::of(colours, &hue.to_string()).map_or_else(String::new, |colours| colours.line)
        })
        .collect();
    let step = (LOWEST - HIGHEST) / f64::from(u32::try_from(total).unwrap_or(1) + 1);
    let y = |rung: usize| LOWEST - step * f64::from(u32::try_from(rung).unwrap_or_default());
    let is_climbed = |rung: usize| rung <= met || met == total;
    let colour = |rung: usize| if is_climbed(rung) { &strong[rung.min(total)] } else { &card.pale };
    for rung in 0..=total + 1 {
        page.rung(y(rung), (step * 0.45).min(12.0), colour(rung))?;
    }
    // Rails cover the ends of rungs, and strong ones those of pale ones.
    page.rails(y(total + 1), y(total + 1) - 62.0, &card.pale)?;
    for is_strong in [false, true] {
        for rung in (1..=total + 1).filter(|rung| is_climbed(*rung) == is_strong) {
            page.rails(y(rung - 1), y(rung), colour(rung))?;
        }
    }
    page.rails(680.0, y(0), &strong[0])?;
    page.disc(y(0), 33.0, &card.tint)?;
    page.disc(y(0), 26.0, &strong[0])?;
    page.disc(y(total + 1), 53.0, &card.tint)?;
    page.disc(y(total + 1), 46.0, &card.strong)?;
    if met < total {
        page.disc(y(total + 1), 39.0, &card.tint)?;
    }

    let family = computed(colours, "font-family");
    let write = |text: &str, area: Area, weight: u16, sizes: &[f64], colour: &str| {
        let font = |size: f64| format!("{weight} {size}px {family}");
        page.text(text, area, sizes, &font, colour)
    };
    write(&ladder.title, Area::new(56.0, 140.0), 400, &[34.0, 30.0, 26.0], &card.ink_soft)?;
    let mut area = Area::new(164.0, 452.0);
    if let Some(from) = plan.from {
        let title = ladder.distinct_title(from);
        let from = Area { bottom: 284.0, ..area };
        (_, area.top) = write(&title, from, 400, &[50.0, 42.0, 36.0, 31.0], &card.ink_soft)?;
        area.top += 18.0;
        area.indent = INDENT;
    }
    let title = ladder.distinct_title(plan.to);
    let sizes = [86.0, 76.0, 66.0, 58.0, 50.0, 42.0, 36.0];
    let (size, _) = write(&title, area, 700, &sizes, &card.ink)?;
    if area.indent > 0.0 {
        page.arrow(area.top + size * 0.52, &card.ink_soft)?;
    }
    page.bar(478.0, &card.line)?;
    // Starts with a mark that it is read from left to right.
    let count = format!("\u{200e}{}", messages::climb_count(progress));
    write(&count, Area::new(508.0, 570.0), 600, &[46.0], &card.strong)?;
    Ok(())
}

/// Where a text is written, from the margin on.
#[derive(Clone, Copy)]
struct Area {
    top: f64,
    bottom: f64,
    indent: f64,
}

impl Area {
    fn new(top: f64, bottom: f64) -> Self {
        Self { top, bottom, indent: 0.0 }
    }
}

/// A drawing that is mirrored for scripts that are written from right to left.
struct Page {
    drawing: Drawing,
    is_mirrored: bool,
}

impl Page {
    fn x(&self, x: f64) -> f64 {
        if self.is_mirrored { f64::from(WIDTH) - x } else { x }
    }

    /// A line with round ends.
    fn stroke(&self, from: Point, to: Point, width: f64, colour: &str) -> Result<(), DomError> {
        let ((x, y), (to_x, to_y)) = ((self.x(from.0), from.1), (self.x(to.0), to.1));
        let length = (to_x - x).hypot(to_y - y).max(1.0);
        // Half the width, at a right angle.
        let (dx, dy) = ((to_y - y) / length * width / 2.0, (x - to_x) / length * width / 2.0);
        let radius = width / 2.0;
        let path = format!(
            "M{} {}L{} {}A{radius} {radius} 0 0 1 {} {}L{} {}A{radius} {radius} 0 0 1 {} {}Z",
            x + dx,
            y + dy,
            to_x + dx,
            to_y + dy,
            to_x - dx,
            to_y - dy,
            x - dx,
            y - dy,
            x + dx,
            y + dy
        );
        self.drawing.fill(&path, colour)
    }

    /// Both rails between two heights.
    fn rails(&self, from: f64, to: f64, colour: &str) -> Result<(), DomError> {
        for side in [-HALF, HALF] {
            self.stroke(beside(from, side), beside(to, side), 15.0, colour)?;
        }
        Ok(())
    }

    fn rung(&self, y: f64, width: f64, colour: &str) -> Result<(), DomError> {
        self.stroke(beside(y, -HALF), beside(y, HALF), width, colour)
    }

    fn disc(&self, y: f64, radius: f64, colour: &str) -> Result<(), DomError> {
        let (x, y) = beside(y, 0.0);
        let (left, across) = (self.x(x) - radius, radius * 2.0);
        let path = format!(
            "M{left} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0Z"
        );
        self.drawing.fill(&path, colour)
    }

    /// The rule above the last line.
    fn bar(&self, y: f64, colour: &str) -> Result<(), DomError> {
        self.stroke((MARGIN + 4.0, y), (MARGIN + 84.0, y), 8.0, colour)
    }

    /// An arrow before the goal, in the direction of reading.
    fn arrow(&self, y: f64, colour: &str) -> Result<(), DomError> {
        const WING: f64 = 15.0;
        let tip = (MARGIN + 48.0, y);
        self.stroke((MARGIN + 4.0, y), tip, 6.0, colour)?;
        self.stroke((tip.0 - WING, y - WING), tip, 6.0, colour)?;
        self.stroke((tip.0 - WING, y + WING), tip, 6.0, colour)
    }

    /// A text in the largest size in which it fits. Returns its size and where it ends.
    fn text(
        &self,
        text: &str,
        area: Area,
        sizes: &[f64],
        font: &dyn Fn(f64) -> String,
        colour: &str,
    ) -> Result<(f64, f64), DomError> {
        const LINE_HEIGHT: f64 = 1.12;
        let most_width = TEXT_WIDTH - area.indent;
        let (mut size, mut lines, mut most) = (0.0, Vec::new(), 1);
        for &next in sizes {
            let width = |text: &str| self.drawing.width(text, &font(next));
            (size, lines) = (next, broken(text, most_width, &width));
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few lines
            let fitting = ((area.bottom - area.top) / (size * LINE_HEIGHT)) as usize;
            most = fitting.max(1);
            if lines.len() <= most && lines.iter().all(|line| width(line) <= most_width) {
                break;
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                last.push('…');
            }
        }
        let mut baseline = area.top + size * 0.82;
        for line in &lines {
            self.drawing.write(
                line,
                (self.x(MARGIN + area.indent), baseline),
                &font(size),
                colour,
            )?;
            baseline += size * LINE_HEIGHT;
        }
        Ok((size, baseline - size * 0.82))
    }
}

/// A point on the ladder at a height, beside its middle.
fn beside(y: f64, by: f64) -> Point {
    let (run, rise) = (HEAD.0 - FOOT.0, HEAD.1 - FOOT.1);
    let middle = (FOOT.0 + (FOOT.1 - y) * run / -rise, y);
    let length = run.hypot(rise);
    (middle.0 - by * rise / length, middle.1 + by * run / length)
}

/// Breaks a text into lines that are no wider than `most`, where there are spaces.
fn broken(text: &str, most: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}")) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_are_broken_at_spaces() {
        #[allow(clippy::cast_precision_loss)] // a few letters
        let width = |text: &str| text.len() as f64;
        let lines = broken("Vice President of AI and Data", 12.0, &width);
        assert_eq!(lines, ["Vice", "President of", "AI and Data"]);
        assert!(broken("", 12.0, &width).is_empty());
    }
}
