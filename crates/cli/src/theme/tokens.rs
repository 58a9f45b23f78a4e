//! The colours of `style/tokens.css`, computed as a browser computes them.

use super::parse::light_dark;
use anyhow::{Context, Result};
use csscolorparser::Color;
use std::collections::BTreeMap;

/// The custom properties by name, and the hues of the rungs.
pub struct Tokens {
    values: BTreeMap<String, String>,
    /// The hues of the rungs, lowest first.
    pub rungs: Vec<f64>,
}

impl Tokens {
    /// Reads the declarations, one on each line.
    pub fn parse(text: &str) -> Self {
        let mut tokens = Self { values: BTreeMap::new(), rungs: Vec::new() };
        for line in text.lines().map(str::trim) {
            if let Some((name, value)) =
                line.strip_suffix(';').and_then(|line| line.split_once(": "))
            {
                // Later declarations are for `prefers-contrast: more`.
                tokens.values.entry(name.to_owned()).or_insert_with(|| value.to_owned());
            }
            if line.starts_with("[data-hue=\"") {
                let hue = line.split_once("--hue: ").and_then(|(_, rest)| rest.split(';').next());
                tokens.rungs.extend(hue.and_then(|hue| hue.parse::<f64>().ok()));
            }
        }
        tokens
    }

    /// Sets a property.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), value.to_owned());
    }

    /// The hue of links and controls.
    pub fn hue(&self) -> f64 {
        self.values.get("--hue").and_then(|hue| hue.parse().ok()).unwrap_or_default()
    }

    /// The names of the colours, and whether they depend on the hue.
    #[cfg_attr(not(test), allow(dead_code))] // the fallback is written by a test
    pub fn colour_names(&self) -> impl Iterator<Item = (&str, bool)> {
        let colours = self.values.iter().filter(|(_, value)| value.starts_with("light-dark("));
        colours.map(|(name, value)| (name.as_str(), value.contains("var(--hue)")))
    }

    /// A colour on light and on dark pages, for a hue.
    pub fn colours(&self, name: &str, hue: f64) -> Result<[Color; 2]> {
        let unknown = || format!("style/tokens.css has no colour `{name}: light-dark(…, …)`.");
        let value = self.values.get(name).with_context(unknown)?;
        let value = value.replace("var(--hue)", &hue.to_string());
        let [light, dark] = light_dark(&value).with_context(unknown)?;
        Ok([light.parse().with_context(unknown)?, dark.parse().with_context(unknown)?])
    }
}
