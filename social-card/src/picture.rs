//! The drawing: a ladder that rises through the hues of the rungs, and above it the words.

use crate::fonts::Fonts;
use crate::words::lines;
use career_ladder::prerender::CARD;
use std::fmt::Write;

/// What the card says.
pub struct Said {
    /// The ladder's title.
    pub title: String,
    /// What there is to find.
    pub sentence: String,
    /// How many rungs it has.
    pub rungs: usize,
    /// Whether it is read from right to left.
    pub from_right: bool,
}

/// The colours of light pages, as in `style/tokens.css` or in a theme.
pub struct Colours {
    /// Behind everything.
    pub paper: String,
    /// The title.
    pub ink: String,
    /// The sentence.
    pub ink_soft: String,
    /// The hues of the rungs, lowest first.
    pub hues: Vec<f32>,
}

impl Default for Colours {
    fn default() -> Self {
        Self {
            paper: "#fbfaf7".to_owned(),
            ink: "#1a202e".to_owned(),
            ink_soft: "#4a5163".to_owned(),
            hues: (0..12_u8).map(|rung| 192.0 + 14.4 * f32::from(rung)).collect(),
        }
    }
}

/// Where the upper rail begins and ends, and how far below it the lower one is.
const FOOT: (f32, f32) = (250.0, 640.0);
const HEAD: (f32, f32) = (1210.0, 190.0);
const ACROSS: f32 = 92.0;
/// The most discs that have room.
const MOST: usize = 7;
const MARGIN: f32 = 76.0;

/// The card as SVG; without words where no font has their letters.
pub fn svg(said: &Said, colours: &Colours, fonts: &Fonts, with_words: bool) -> String {
    let (width, height) = CARD;
    let mut drawing = String::new();
    ladder(&mut drawing, said.rungs.clamp(1, MOST), said.rungs <= MOST, said.from_right, colours);
    if with_words {
        words(&mut drawing, said, colours, fonts);
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>{drawing}</svg>",
        colours.paper
    )
}

/// The rails and rungs, and a disc for each role; numbered where every role has one.
fn ladder(drawing: &mut String, discs: usize, numbered: bool, from_right: bool, colours: &Colours) {
    let steps = discs * 4;
    for step in 0..steps {
        let colour = hue(colours, step, steps, 0.62);
        let (x, y) = along(step, steps);
        let (to_x, to_y) = along(step + 1, steps);
        for down in [0.0, ACROSS] {
            line(drawing, (x, y + down), (to_x, to_y + down), 9.0, &colour, from_right);
        }
        line(drawing, (x, y), (x, y + ACROSS), 6.0, &colour, from_right);
    }
    for disc in 0..discs {
        let (x, y) = along(disc * 4 + 2, steps);
        let (x, y) = (mirrored(x, from_right), y + ACROSS / 2.0);
        let colour = hue(colours, disc * 4 + 2, steps, 0.48);
        // Writing into a string does not fail.
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

/// The title, as large as leaves it in three lines, and the sentence; beside the ladder.
fn words(drawing: &mut String, said: &Said, colours: &Colours, fonts: &Fonts) {
    // The upper rail leaves less and less room further down.
    let room =
        |y: f32| FOOT.0 + (FOOT.1 - y) * (HEAD.0 - FOOT.0) / (FOOT.1 - HEAD.1) - MARGIN - 60.0;
    let room = |y: f32| room(y).min(1200.0 - 2.0 * MARGIN);
    let title = |size: f32| {
        let widths = [0.0, 1.0, 2.0].map(|nth| room(MARGIN + size * (1.0 + 1.15 * nth)));
        lines(&said.title, size, 700, &widths, fonts)
    };
    let sizes = [84.0, 72.0, 62.0, 54.0];
    let fits = |size: &&f32| {
        let broken = title(**size);
        broken.len() < 3 && !broken.iter().any(|line| line.ends_with('…'))
    };
    let size = sizes.iter().find(fits).copied().unwrap_or(sizes[3]);
    let (x, anchor) = if said.from_right { (1200.0 - MARGIN, "end") } else { (MARGIN, "start") };
    let mut y = MARGIN + size * 0.8;
    for line in title(size) {
        text(drawing, &line, (x, y), &Style { size, weight: 700, colour: &colours.ink, anchor });
        y += size * 1.15;
    }
    let size = 34.0;
    let widths = [0.0, 1.0, 2.0].map(|nth| room(y + size * 1.35 * nth + 20.0).max(200.0));
    for line in lines(&said.sentence, size, 400, &widths, fonts) {
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

fn mirrored(x: f32, from_right: bool) -> f32 {
    if from_right { 1200.0 - x } else { x }
}

/// The colour of a step, as the site has it, at a lightness.
fn hue(colours: &Colours, step: usize, steps: usize, lightness: f32) -> String {
    let last = colours.hues.len().saturating_sub(1);
    let nth = if steps < 2 { 0 } else { step * last / (steps - 1) };
    let hue = colours.hues.get(nth).copied().unwrap_or_default();
    srgb(lightness, 0.12, hue)
}

/// OKLCH as the numbers of a screen. <https://bottosson.github.io/posts/oklab/>
fn srgb(lightness: f32, chroma: f32, hue: f32) -> String {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    let part = |linear: f32| {
        let linear = linear.clamp(0.0, 1.0);
        let curved = if linear <= 0.003_130_8 {
            12.92 * linear
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        (curved * 255.0).round()
    };
    format!(
        "rgb({},{},{})",
        part(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s),
        part(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s),
        part(-0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s)
    )
}

fn line(
    drawing: &mut String,
    from: (f32, f32),
    to: (f32, f32),
    width: f32,
    colour: &str,
    from_right: bool,
) {
    let (x, to_x) = (mirrored(from.0, from_right), mirrored(to.0, from_right));
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

/// A text as it stands in XML; what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|letter| !letter.is_control());
    kept.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
