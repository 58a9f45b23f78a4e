//! The social card: the image that services show with a link to a publisher's site.

mod drawing;
mod fonts;
mod text;

use crate::prerender::CARD_SIZE;
use crate::theme::CardColours;
use anyhow::{Context, Result};
use drawing::svg;
use fonts::Fonts;
use ladder::Ladder;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::path::Path;

/// What the card shows of a ladder.
struct CardContent {
    title: String,
    sentence: String,
    roles: usize,
    is_rtl: bool,
}

/// Draws the card of a ladder and writes it to `file` as PNG.
pub fn write(file: &Path, ladder: &Ladder, colours: &CardColours) -> Result<()> {
    let content = CardContent {
        title: ladder.title.clone(),
        sentence: text::sentence(ladder),
        roles: ladder.roles.len(),
        is_rtl: ladder.direction() == "rtl",
    };
    std::fs::write(file, draw(&content, colours, &Fonts::load())?)
        .with_context(|| format!("Cannot write {}", file.display()))
}

/// The card as PNG. If no font has all letters, it has no text.
fn draw(content: &CardContent, colours: &CardColours, fonts: &Fonts) -> Result<Vec<u8>> {
    let missing = fonts.missing(&format!("{}{}", content.title, content.sentence));
    if !missing.is_empty() {
        println!(
            "warning: the social card has no text, because no font on this machine has {missing}. Install \
             one that has, such as Noto, and build again."
        );
    }
    let svg = svg(content, colours, fonts, missing.is_empty());
    let tree = Tree::from_str(&svg, fonts.options())?;
    let mut image = Pixmap::new(CARD_SIZE.0, CARD_SIZE.1).context("the image is too large")?;
    resvg::render(&tree, Transform::identity(), &mut image.as_mut());
    Ok(image.encode_png()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    fn card(title: &str, roles: usize) -> Vec<u8> {
        let content = CardContent {
            title: title.to_owned(),
            sentence: "Two roles, from <Apprentice> to \"Master\" & back.".to_owned(),
            roles,
            is_rtl: false,
        };
        let colours = Theme::default().card_colours().unwrap();
        draw(&content, &colours, &Fonts::bundled()).unwrap()
    }

    #[test]
    fn the_card_has_the_declared_size() {
        let image = card("Engineering </text> <script>", 6);
        // A PNG has its size in bytes 16 to 24.
        let number =
            |offset: usize| u32::from_be_bytes(image[offset..offset + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), CARD_SIZE);
    }

    #[test]
    fn the_card_depends_on_the_title_and_the_number_of_roles() {
        assert_ne!(card("Engineering", 6), card("Design", 6));
        assert_ne!(card("Engineering", 6), card("Engineering", 3));
    }

    #[test]
    fn characters_missing_from_all_fonts_are_reported() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.missing("Laufbahn für Größen, лестница"), "");
        assert_eq!(fonts.missing("a梯梯子"), "梯子");
    }
}
