//! Contrast as defined by WCAG: <https://www.w3.org/TR/WCAG22/#contrast-minimum>.

use super::tokens::Tokens;
use csscolorparser::Color;

/// Foreground, background, and the contrast they need: 4.5 for text, 3 for parts of controls.
const PAIRS: [(&str, &str, f64); 17] = [
    ("--ink", "--paper", 4.5),
    ("--ink", "--surface", 4.5),
    ("--ink", "--sunken", 4.5),
    ("--ink-soft", "--paper", 4.5),
    ("--ink-soft", "--surface", 4.5),
    ("--ink-soft", "--sunken", 4.5),
    ("--accent", "--paper", 4.5),
    ("--accent", "--surface", 4.5),
    ("--accent-strong", "--paper", 4.5),
    ("--accent-strong", "--surface", 4.5),
    ("--accent-strong", "--accent-tint", 4.5),
    ("--ink", "--accent-tint", 4.5),
    ("--on-accent", "--accent", 4.5),
    ("--line-strong", "--paper", 3.0),
    ("--line-strong", "--surface", 3.0),
    ("--focus", "--paper", 3.0),
    ("--focus", "--surface", 3.0),
];

/// One sentence for each pair with too little contrast in any hue.
pub fn warnings(tokens: &Tokens) -> Vec<String> {
    let hues: Vec<f64> = tokens.rungs.iter().copied().chain([tokens.hue()]).collect();
    let mut warnings = Vec::new();
    for (place, pages) in ["light", "dark"].iter().enumerate() {
        for (front, back, least) in PAIRS {
            let contrasts = hues.iter().filter_map(|&hue| {
                let front = tokens.colours(front, hue).ok()?;
                let back = tokens.colours(back, hue).ok()?;
                Some(contrast(&front[place], &back[place]))
            });
            let worst = contrasts.fold(f64::INFINITY, f64::min);
            if worst < least {
                warnings.push(format!(
                    "On {pages} pages {front} on {back} has a contrast of {worst:.1}; {least} is the least that most people can read."
                ));
            }
        }
    }
    warnings
}

/// The contrast of two colours: from 1 if they are equal to 21 for black on white.
fn contrast(a: &Color, b: &Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(colour: &Color) -> f64 {
    let [red, green, blue, _] = colour.to_linear_rgba().map(|part| f64::from(part).clamp(0.0, 1.0));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_computed_as_wcag_defines_it() {
        let colour = |text: &str| text.parse::<Color>().unwrap();
        let is = |a, b, expected: f64| (contrast(&colour(a), &colour(b)) - expected).abs() < 0.01;
        assert!(is("#000", "#fff", 21.0));
        assert!(is("#777", "#fff", 4.48));
        assert!(is("#abc", "#abc", 1.0));
    }
}
