//! The colours of `style/tokens.css`, worked out as a browser does.

use super::read::light_dark;
use crate::project;
use anyhow::{Context, Result};
use csscolorparser::Color;
use std::collections::BTreeMap;

/// The properties by their names, and the hues of the rungs.
pub struct Tokens {
    values: BTreeMap<String, String>,
    /// The hues of the rungs, lowest first.
    pub rungs: Vec<f64>,
}

impl Tokens {
    /// Reads the site's own.
    pub fn read() -> Result<Self> {
        let text = std::fs::read_to_string(project::root().join("style/tokens.css"))
            .context("style/tokens.css cannot be read.")?;
        let mut tokens = Self { values: BTreeMap::new(), rungs: Vec::new() };
        for line in text.lines().map(str::trim) {
            if let Some((name, value)) =
                line.strip_suffix(';').and_then(|line| line.split_once(": "))
            {
                // What stands first holds; what follows is for those who ask for more contrast.
                tokens.values.entry(name.to_owned()).or_insert_with(|| value.to_owned());
            }
            if line.starts_with("[data-hue=\"") {
                let hue = line.split_once("--hue: ").and_then(|(_, rest)| rest.split(';').next());
                tokens.rungs.extend(hue.and_then(|hue| hue.parse::<f64>().ok()));
            }
        }
        Ok(tokens)
    }

    /// Sets a property.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.insert(name.to_owned(), value.to_owned());
    }

    /// The hue of links and of what can be pressed.
    pub fn hue(&self) -> f64 {
        self.values.get("--hue").and_then(|hue| hue.parse().ok()).unwrap_or_default()
    }

    /// A colour on light and on dark pages, where the hue is `hue`.
    pub fn colours(&self, name: &str, hue: f64) -> Result<[Color; 2]> {
        let unknown = || format!("style/tokens.css has no colours `{name}: light-dark(…, …)`.");
        let value = self.values.get(name).with_context(unknown)?;
        let value = value.replace("var(--hue)", &hue.to_string());
        let [light, dark] = light_dark(&value).with_context(unknown)?;
        Ok([light.parse().with_context(unknown)?, dark.parse().with_context(unknown)?])
    }
}
