//! The colours of `style/tokens.css` for browsers without `light-dark()`: `style/tokens-fallback.css`.
//!
//! The file is generated, so that it cannot drift: `UPDATE_FALLBACK=1 cargo test -p cli --lib fallback`.

use super::tokens::Tokens;
use anyhow::Result;
use std::fmt::Write;

/// The colours as hex values. A value for light and one for dark pages are chosen by two properties of which
/// one is invalid, so that its fallback counts, and the other is empty.
pub fn style_sheet(tokens: &Tokens) -> Result<String> {
    let mut style = "\
/* Colours for browsers without light-dark(). Generated from tokens.css, see crates/cli/src/theme/fallback.rs. */
@layer tokens {
  @supports not (color: light-dark(red, red)) {
    :root { --light: initial; --dark: ; }
    @media (prefers-color-scheme: dark) { :root { --light: ; --dark: initial; } }
    [data-theme=\"light\"] { --light: initial; --dark: ; }
    [data-theme=\"dark\"] { --light: ; --dark: initial; }
    @media print { :root { --light: initial; --dark: ; } }
"
    .to_owned();
    let (derived, fixed): (Vec<_>, Vec<_>) =
        tokens.colour_names().partition(|(_, uses_hue)| *uses_hue);
    let rule =
        |style: &mut String, selector: &str, names: &[(&str, bool)], hue: f64| -> Result<()> {
            let _ = write!(style, "    {selector} {{");
            for (name, _) in names {
                let [light, dark] =
                    tokens.colours(name, hue)?.map(|colour| colour.to_css_hex().to_string());
                let _ = write!(style, " {name}: var(--light, {light}) var(--dark, {dark});");
            }
            style.push_str(" }\n");
            Ok(())
        };
    rule(&mut style, ":root", &fixed, 0.0)?;
    rule(&mut style, ":root", &derived, tokens.hue())?;
    for (rung, hue) in tokens.rungs.iter().enumerate() {
        rule(&mut style, &format!("[data-hue=\"{rung}\"]"), &derived, *hue)?;
    }
    style.push_str("  }\n}\n");
    Ok(style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_fallback_has_the_colours_of_the_tokens() {
        let tokens = Tokens::parse(include_str!("../../../../style/tokens.css"));
        let expected = style_sheet(&tokens).unwrap();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style/tokens-fallback.css");
        if std::env::var_os("UPDATE_FALLBACK").is_some() {
            std::fs::write(&file, &expected).unwrap();
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(written, expected, "run UPDATE_FALLBACK=1 cargo test -p cli --lib fallback");
    }

    #[test]
    fn every_colour_has_a_value_for_light_and_for_dark_pages_and_for_every_hue() {
        let tokens = Tokens::parse(include_str!("../../../../style/tokens.css"));
        let style = style_sheet(&tokens).unwrap();
        for (name, uses_hue) in tokens.colour_names() {
            let rules = style.matches(&format!(" {name}: var(--light, #")).count();
            assert_eq!(rules, if uses_hue { tokens.rungs.len() + 1 } else { 1 }, "{name}");
        }
        assert!(!style.contains("oklch"));
    }
}
