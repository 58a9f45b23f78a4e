//! Parses a theme: one `:root { … }` with declarations of the properties a theme may set.

use super::Theme;
use anyhow::{Result, bail};
use csscolorparser::parse as parse_colour;

macro_rules! properties {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident;)*) => {
        /// A property that a theme may set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Property { $($(#[$doc])* $variant,)* }

        impl Property {
            /// Every property.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its name in the style sheet.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            fn kind(self) -> Kind {
                match self { $(Self::$variant => Kind::$kind,)* }
            }
        }
    };
}

properties! {
    /// The hue of links and controls.
    Hue "--hue" Hue;
    /// The hue of the lowest rung.
    HueFirst "--hue-first" Hue;
    /// The hue of the highest rung; those between are spread evenly.
    HueLast "--hue-last" Hue;
    /// The background of pages.
    Paper "--paper" Colours;
    /// The background of cards.
    Surface "--surface" Colours;
    /// The background of recessed areas.
    Sunken "--sunken" Colours;
    /// Text.
    Ink "--ink" Colours;
    /// Secondary text.
    InkSoft "--ink-soft" Colours;
    /// The typeface of headings.
    Serif "--serif" Fonts;
    /// The typeface of everything else.
    Sans "--sans" Fonts;
}

impl Property {
    /// Whether `style/tokens.css` has a property of this name.
    pub fn is_token(self) -> bool {
        !matches!(self, Self::HueFirst | Self::HueLast)
    }
}

/// The type of a property's value.
#[derive(Clone, Copy)]
enum Kind {
    Hue,
    Colours,
    Fonts,
}

/// Parses a theme; the error is a sentence that says what is wrong.
pub fn parse(text: &str) -> Result<Theme> {
    let text = without_comments(text)?;
    let inner = text.trim().strip_prefix(":root").map(str::trim_start);
    let inner = inner.and_then(|rest| rest.strip_prefix('{')?.strip_suffix('}'));
    let Some(inner) = inner.filter(|inner| !inner.contains(['{', '}', '@'])) else {
        bail!(
            "It has to be one rule, `:root {{ … }}`, with a property a line, such as `--hue: 20;`."
        );
    };
    let mut theme = Theme::default();
    for declaration in inner.split(';').map(str::trim).filter(|text| !text.is_empty()) {
        let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
        let (name, value) = (name.trim(), value.trim());
        let Some(property) = Property::ALL.iter().find(|property| property.name() == name) else {
            let names: Vec<_> = Property::ALL.iter().map(|property| property.name()).collect();
            bail!("A theme may not set `{name}`, only {}.", names.join(", "));
        };
        if theme.get(*property).is_some() {
            bail!("`{name}` is set twice.");
        }
        if let Some(expected) = mismatch(property.kind(), value) {
            bail!("`{name}` takes {expected}, not `{value}`.");
        }
        theme.properties.push((*property, value.to_owned()));
    }
    Ok(theme)
}

/// Describes the expected value; `None` if `value` is valid.
fn mismatch(kind: Kind, value: &str) -> Option<&'static str> {
    let (is_valid, expected) = match kind {
        Kind::Hue => (
            value.parse::<f64>().is_ok_and(|hue| (0.0..=360.0).contains(&hue)),
            "a hue from 0 to 360, such as 20",
        ),
        Kind::Colours => (
            light_dark(value).is_some_and(|both| {
                both.iter().all(|one| parse_colour(one).is_ok_and(|c| c.a >= 1.0))
            }),
            "a colour for light pages and one for dark pages, both opaque, such as light-dark(#fff, #111)",
        ),
        Kind::Fonts => (
            value.split(',').all(|name| is_font(name.trim())),
            "names of typefaces that visitors have, such as \"Source Serif 4\", Georgia, serif",
        ),
    };
    (!is_valid).then_some(expected)
}

/// The two colours of `light-dark(…, …)`.
pub fn light_dark(value: &str) -> Option<[&str; 2]> {
    let inner = value.strip_prefix("light-dark(")?.strip_suffix(')')?;
    // The comma outside of all brackets separates them.
    let mut depth = 0_i32;
    let at = inner.bytes().position(|byte| {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        byte == b',' && depth == 0
    })?;
    Some([inner[..at].trim(), inner[at + 1..].trim()])
}

/// A font name, quoted or not; no addresses and no escapes.
fn is_font(name: &str) -> bool {
    let bare = name.strip_prefix('"').map_or(Some(name), |rest| rest.strip_suffix('"'));
    bare.is_some_and(|name| {
        let plain = |c: char| c.is_alphanumeric() || " -_".contains(c);
        !name.is_empty() && name.chars().all(plain)
    })
}

fn without_comments(text: &str) -> Result<String> {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        let Some((_, after)) = comment.split_once("*/") else {
            bail!("A comment that begins with /* has no end.");
        };
        rest = after;
    }
    Ok(kept + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_allowed_properties_are_parsed() {
        let theme = parse(
            "/* Ours. */ :root {\n --hue: 20;\n --paper: light-dark(oklch(0.99 0.01 80), rgb(10, 10, 12));\n\
             --serif: \"Source Serif 4\", Georgia, serif;\n}\n",
        )
        .unwrap();
        assert_eq!(theme.get(Property::Hue), Some("20"));
        assert_eq!(theme.get(Property::Serif), Some("\"Source Serif 4\", Georgia, serif"));
        assert_eq!(parse(":root {}").unwrap(), Theme::default());
    }

    #[test]
    fn each_mistake_is_reported() {
        for (text, part) in [
            ("", "has to be one rule"),
            ("body { color: red }", "has to be one rule"),
            (":root { --hue: 1 } body { --hue: 2 }", "has to be one rule"),
            (":root { @import url(x) }", "has to be one rule"),
            (":root { --accent: red }", "may not set `--accent`, only --hue, --hue-first"),
            (":root { color: red }", "may not set `color`"),
            (":root { --hue: blue }", "a hue from 0 to 360"),
            (":root { --hue: 361 }", "a hue from 0 to 360"),
            (":root { --hue: NaN }", "a hue from 0 to 360"),
            (":root { --hue: 1; --hue: 2 }", "set twice"),
            (":root { --ink: #000 }", "a colour for light pages and one for dark pages"),
            (":root { --ink: light-dark(#000) }", "a colour for light pages"),
            (":root { --ink: light-dark(#0008, #fff) }", "both opaque"),
            (":root { --ink: light-dark(url(x), #fff) }", "a colour for light pages"),
            (":root { --ink }", "a colour for light pages"),
            (":root { --sans: url(https://example.org/a) }", "names of typefaces"),
            (":root { --sans: \"a }", "names of typefaces"),
            (":root { /* --hue: 1 }", "has no end"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
