//! A publisher's theme: a small style sheet that may set a few custom properties and nothing else.
//! What it makes hard to read is said, because nobody sees every page in light and dark.

mod contrast;
mod read;
mod tokens;

use anyhow::{Context, Result, anyhow};
pub use read::Property;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tokens::Tokens;

/// How many hues the rungs climb through; see `style/tokens.css`.
const RUNGS: u16 = 12;

/// A theme that was read and found sound. The default sets nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Theme {
    set: Vec<(Property, String)>,
}

impl Theme {
    /// Reads a theme's file; the default where none is chosen.
    pub fn chosen(file: Option<&Path>) -> Result<Self> {
        let Some(file) = file else { return Ok(Self::default()) };
        let text = fs::read_to_string(file)
            .with_context(|| format!("The theme {} cannot be read.", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Self::read(&text).map_err(|why| anyhow!("{name} is not a theme. {why}"))
    }

    /// Reads a theme's text.
    pub fn read(text: &str) -> Result<Self> {
        read::read(text)
    }

    /// What of the theme is hard to read: one sentence each.
    pub fn warnings(&self) -> Result<Vec<String>> {
        Ok(contrast::warnings(&self.tokens()?))
    }

    /// The colours of a browser's own bars, for light and dark pages, where the theme sets them.
    pub fn bars(&self) -> Result<Option<[String; 2]>> {
        if self.get(Property::Paper).is_none() {
            return Ok(None);
        }
        let [light, dark] = self.tokens()?.colours("--paper", 0.0)?;
        Ok(Some([light.to_css_hex().to_string(), dark.to_css_hex().to_string()]))
    }

    /// What the social card is drawn with: the colours of light pages and the hues of the rungs.
    pub fn card(&self) -> Result<Vec<(&'static str, String)>> {
        let tokens = self.tokens()?;
        let mut drawn_with = Vec::new();
        for name in ["paper", "ink", "ink-soft"] {
            let [light, _] = tokens.colours(&format!("--{name}"), 0.0)?;
            drawn_with.push((name, light.to_css_hex().to_string()));
        }
        let hues: Vec<_> = tokens.rungs.iter().map(|hue| format!("{hue:.0}")).collect();
        drawn_with.push(("hues", hues.join(",")));
        Ok(drawn_with)
    }

    /// The style sheet, in the layer of the tokens; empty where nothing is set.
    pub fn style(&self) -> String {
        if self.set.is_empty() {
            return String::new();
        }
        let mut style = "@layer tokens {\n  :root {\n".to_owned();
        for (property, value) in self.set.iter().filter(|(property, _)| property.is_token()) {
            // Writing into a string does not fail.
            let _ = writeln!(style, "    {}: {value};", property.name());
        }
        style.push_str("  }\n");
        if let Some([first, last]) = self.ends() {
            for rung in 0..RUNGS {
                let hue = hue_between(first, last, rung);
                let _ = writeln!(style, "  [data-hue=\"{rung}\"] {{ --hue: {hue:.0}; }}");
            }
        }
        // More contrast wins over the theme, as it does over the tokens.
        style.push_str(
            "  @media (prefers-contrast: more) {\n    :root { --ink-soft: var(--ink); }\n  }\n}\n",
        );
        style
    }

    fn get(&self, property: Property) -> Option<&str> {
        self.set.iter().find(|(set, _)| *set == property).map(|(_, value)| value.as_str())
    }

    /// The hues of the lowest and the highest rung; a theme may set only one of them.
    fn ends(&self) -> Option<[f64; 2]> {
        let hue = |property| self.get(property).and_then(|value| value.parse().ok());
        match (hue(Property::HueFirst), hue(Property::HueLast)) {
            (None, None) => None,
            (first, last) => {
                let either = first.or(last).unwrap_or_default();
                Some([first.unwrap_or(either), last.unwrap_or(either)])
            }
        }
    }

    fn tokens(&self) -> Result<Tokens> {
        let mut tokens = Tokens::read()?;
        for (property, value) in &self.set {
            tokens.set(property.name(), value);
        }
        if let Some([first, last]) = self.ends() {
            tokens.rungs = (0..RUNGS).map(|rung| hue_between(first, last, rung)).collect();
        }
        Ok(tokens)
    }
}

fn hue_between(first: f64, last: f64, rung: u16) -> f64 {
    first + (last - first) * f64::from(rung) / f64::from(RUNGS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn theme(text: &str) -> Theme {
        Theme::read(text).unwrap()
    }

    #[test]
    fn the_site_as_it_is_can_be_read() {
        assert_eq!(Theme::default().warnings().unwrap(), Vec::<String>::new());
        assert_eq!(Theme::default().style(), "");
    }

    #[test]
    fn what_is_hard_to_read_is_said() {
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
    fn the_rungs_climb_between_two_hues() {
        let style = theme(":root { --hue-first: 0; --hue-last: 110; --hue: 20 }").style();
        assert!(style.contains("[data-hue=\"0\"] { --hue: 0; }"));
        assert!(style.contains("[data-hue=\"11\"] { --hue: 110; }"));
        assert!(style.contains("    --hue: 20;\n") && !style.contains("--hue-first"));
    }

    #[test]
    fn the_card_is_drawn_with_the_colours_of_light_pages() {
        let card =
            theme(":root { --ink: light-dark(#010203, #fff); --hue-first: 0; --hue-last: 11 }");
        let card = card.card().unwrap();
        assert_eq!(card[1], ("ink", "#010203".to_owned()));
        assert_eq!(card[3], ("hues", "0,1,2,3,4,5,6,7,8,9,10,11".to_owned()));
    }

    #[test]
    fn the_bars_of_a_browser_follow_the_paper() {
        let bars = theme(":root { --paper: light-dark(#fffefd, #000) }").bars().unwrap();
        assert_eq!(bars, Some(["#fffefd".to_owned(), "#000000".to_owned()]));
        assert_eq!(Theme::default().bars().unwrap(), None);
    }

    #[test]
    fn the_guides_theme_is_one_and_can_be_read() {
        let guide = include_str!("../../docs/publish.md");
        let text = guide.split_once("```css\n").unwrap().1.split_once("```").unwrap().0;
        let theme = theme(text);
        assert_eq!(theme.set.len(), Property::ALL.len(), "every property is shown");
        assert_eq!(theme.warnings().unwrap(), Vec::<String>::new());
    }
}
