//! A publisher's theme: a small style sheet that may set a few custom properties and nothing else.
//! Combinations that are hard to read are reported, because few publishers check every page in light and dark.

mod contrast;
#[cfg(test)]
mod fallback;
mod parse;
mod tokens;

use anyhow::{Context, Result, anyhow};
use csscolorparser::Color;
use parse::Property;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tokens::Tokens;

/// The number of hues in `style/tokens.css`, from the lowest rung to the highest.
const RUNGS: u16 = 12;

/// A valid theme. The default sets nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    properties: Vec<(Property, String)>,
}

/// The colours of light pages that social cards are drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct CardColours {
    /// The background of the ladder's card.
    pub paper: String,
    /// Titles.
    pub ink: String,
    /// What is less important than a title.
    pub ink_soft: String,
    /// The colours of the rungs, lowest first.
    pub rungs: Vec<RungColours>,
}

/// The colours of a rung.
#[derive(Clone, Debug, PartialEq)]
pub struct RungColours {
    /// The background of a role's card.
    pub tint: String,
    /// What is drawn behind others: between the tint and the line.
    pub pale: String,
    /// Rails and rungs.
    pub line: String,
    /// Discs on the ladder's card.
    pub accent: String,
    /// Discs and texts on a role's card.
    pub strong: String,
}

impl Theme {
    /// Reads a theme from a file.
    ///
    /// # Errors
    /// If the file cannot be read or is not a theme.
    pub fn from_file(file: &Path) -> Result<Self> {
        let text = fs::read_to_string(file)
            .with_context(|| format!("Cannot read the theme {}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Self::parse(&text).map_err(|error| anyhow!("{name} is not a theme. {error}"))
    }

    /// Parses a theme.
    ///
    /// # Errors
    /// With a sentence that says what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        parse::parse(text)
    }

    /// One sentence for each combination of colours that is hard to read.
    ///
    /// # Errors
    /// If `style/tokens.css` lacks a colour.
    pub fn warnings(&self) -> Result<Vec<String>> {
        Ok(contrast::warnings(&self.tokens()?))
    }

    /// The background of light and of dark pages as hex colours, for `<meta name=theme-color>`.
    ///
    /// # Errors
    /// If `style/tokens.css` lacks a colour.
    pub fn backgrounds(&self) -> Result<[String; 2]> {
        let colours = self.tokens()?.colours("--paper", 0.0)?;
        Ok(colours.map(|colour| colour.to_css_hex().to_string()))
    }

    /// The colours of social cards.
    ///
    /// # Errors
    /// If `style/tokens.css` lacks a colour.
    pub fn card_colours(&self) -> Result<CardColours> {
        let tokens = self.tokens()?;
        let light = |name, hue| -> Result<Color> {
            let [light, _] = tokens.colours(name, hue)?;
            Ok(light)
        };
        let hex = |colour: Color| colour.to_css_hex().to_string();
        let rung = |&hue: &f64| {
            let (tint, line) = (light("--accent-tint", hue)?, light("--accent-line", hue)?);
            Ok(RungColours {
                pale: hex(tint.interpolate_oklab(&line, 0.22)),
                tint: hex(tint),
                line: hex(line),
                accent: hex(light("--accent", hue)?),
                strong: hex(light("--accent-strong", hue)?),
            })
        };
        Ok(CardColours {
            paper: hex(light("--paper", 0.0)?),
            ink: hex(light("--ink", 0.0)?),
            ink_soft: hex(light("--ink-soft", 0.0)?),
            rungs: tokens.rungs.iter().map(rung).collect::<Result<_>>()?,
        })
    }

    /// The style sheet, in the layer of the tokens; empty if the theme sets nothing.
    #[must_use]
    pub fn style_sheet(&self) -> String {
        if self.properties.is_empty() {
            return String::new();
        }
        let mut style = "@layer tokens {\n  :root {\n".to_owned();
        for (property, value) in self.properties.iter().filter(|(property, _)| property.is_token())
        {
            let _ = writeln!(style, "    {}: {value};", property.name());
        }
        style.push_str("  }\n");
        if let Some([first, last]) = self.hue_range() {
            for rung in 0..RUNGS {
                let hue = interpolate(first, last, rung);
                let _ = writeln!(style, "  [data-hue=\"{rung}\"] {{ --hue: {hue:.0}; }}");
            }
        }
        // As in tokens.css, a preference for more contrast wins.
        style.push_str(
            "  @media (prefers-contrast: more) {\n    :root { --ink-soft: var(--ink); }\n  }\n}\n",
        );
        style
    }

    fn get(&self, property: Property) -> Option<&str> {
        let mut properties = self.properties.iter();
        properties.find(|(set, _)| *set == property).map(|(_, value)| value.as_str())
    }

    /// The hues of the lowest and the highest rung. A theme may set only one of them.
    fn hue_range(&self) -> Option<[f64; 2]> {
        let hue = |property| self.get(property).and_then(|value| value.parse().ok());
        let (first, last) = (hue(Property::HueFirst), hue(Property::HueLast));
        Some([first.or(last)?, last.or(first)?])
    }

    fn tokens(&self) -> Result<Tokens> {
        let mut tokens = Tokens::parse(include_str!("../../../style/tokens.css"));
        for (property, value) in &self.properties {
            tokens.set(property.name(), value);
        }
        if let Some([first, last]) = self.hue_range() {
            tokens.rungs = (0..RUNGS).map(|rung| interpolate(first, last, rung)).collect();
        }
        Ok(tokens)
    }
}

fn interpolate(first: f64, last: f64, rung: u16) -> f64 {
    first + (last - first) * f64::from(rung) / f64::from(RUNGS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(text: &str) -> Theme {
        Theme::parse(text).unwrap()
    }

    #[test]
    fn the_default_theme_sets_nothing_and_has_no_warnings() {
        assert_eq!(Theme::default().warnings().unwrap(), Vec::<String>::new());
        assert_eq!(Theme::default().style_sheet(), "");
    }

    #[test]
    fn low_contrast_is_reported() {
        let pale = theme(":root { --ink-soft: light-dark(#999, #bbb); }");
        let warnings = pale.warnings().unwrap();
        assert!(
            warnings[0].starts_with("On light pages --ink-soft on --paper has a contrast of 2."),
            "{warnings:?}"
        );
        assert!(warnings.iter().all(|warning| warning.starts_with("On light pages --ink-soft")));
        let grey = theme(":root { --paper: light-dark(#888, #111); }").warnings().unwrap();
        assert!(grey.iter().any(|warning| warning.contains("--accent on --paper")), "{grey:?}");
    }

    #[test]
    fn the_hues_of_the_rungs_are_spread_evenly_between_first_and_last() {
        let style = theme(":root { --hue-first: 0; --hue-last: 110; --hue: 20 }").style_sheet();
        assert!(style.contains("[data-hue=\"0\"] { --hue: 0; }"));
        assert!(style.contains("[data-hue=\"11\"] { --hue: 110; }"));
        assert!(style.contains("    --hue: 20;\n") && !style.contains("--hue-first"));
    }

    #[test]
    fn social_cards_use_the_colours_of_light_pages() {
        let card =
            theme(":root { --ink: light-dark(#010203, #fff); --hue-first: 0; --hue-last: 11 }");
        let card = card.card_colours().unwrap();
        assert_eq!(card.ink, "#010203");
        assert_eq!(card.rungs.len(), 12);
        let light: Color = "oklch(0.955 0.025 11)".parse().unwrap();
        assert_eq!(card.rungs[11].tint, light.to_css_hex().to_string());
    }

    #[test]
    fn the_browser_colours_are_the_backgrounds_as_hex() {
        let theme = theme(":root { --paper: light-dark(#fffefd, #000) }");
        assert_eq!(theme.backgrounds().unwrap(), ["#fffefd", "#000000"]);
    }

    #[test]
    fn the_guides_theme_shows_every_property_and_has_no_warnings() {
        let guide = include_str!("../../../docs/publish.md");
        let text = guide.split_once("```css\n").unwrap().1.split_once("```").unwrap().0;
        let theme = theme(text);
        assert_eq!(theme.properties.len(), Property::ALL.len());
        assert_eq!(theme.warnings().unwrap(), Vec::<String>::new());
    }
}
