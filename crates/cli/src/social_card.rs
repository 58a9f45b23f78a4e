//! Social cards: the pictures that services show with links to a publisher's site. The ladder, every role and
//! every comparison of a role with the next has its own.

mod fonts;
mod png;
mod role_card;
mod rungs;
mod site_card;
mod subject;
mod svg;
mod text;

pub use subject::CardSubject;

use crate::theme::CardColours;
use anyhow::{Context, Result};
use career_ladder::messages::social_card as messages;
use fonts::Fonts;
use ladder::Ladder;
use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::path::Path;

/// The size of a card, width and height in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

/// Draws the cards of a ladder into the folder of its site. Returns how many.
///
/// # Errors
/// If a card cannot be drawn or written.
pub fn write_all(folder: &Path, ladder: &Ladder, colours: &CardColours) -> Result<usize> {
    let subjects = CardSubject::all(ladder);
    let fonts = Fonts::load(&letters(ladder));
    let missing: String = fonts.missing.chars().filter(|c| c.is_alphanumeric()).collect();
    if !missing.is_empty() {
        println!(
            "warning: social cards leave out names with {}, because no font on this machine has these \
             characters. Install one that has, such as Noto, and build again.",
            shortened_list(&missing)
        );
    }
    subjects.par_iter().try_for_each(|subject| {
        let file = folder.join(subject.path(ladder));
        let image = draw(*subject, ladder, colours, &fonts)?;
        std::fs::write(&file, image).with_context(|| format!("Cannot write {}", file.display()))
    })?;
    Ok(subjects.len())
}

/// A card as PNG.
fn draw(
    subject: CardSubject,
    ladder: &Ladder,
    colours: &CardColours,
    fonts: &Fonts,
) -> Result<Vec<u8>> {
    let svg = match subject {
        CardSubject::Ladder => site_card::svg(ladder, colours, fonts),
        CardSubject::Role(role) => role_card::role(ladder, role, colours, fonts),
        CardSubject::Comparison(from, to) => {
            role_card::comparison(ladder, [from, to], colours, fonts)
        }
    };
    let tree = Tree::from_str(&svg, fonts.options())?;
    let mut image = Pixmap::new(SIZE.0, SIZE.1).context("the image is too large")?;
    resvg::render(&tree, Transform::identity(), &mut image.as_mut());
    png::encode(&image)
}

/// Every text that a card may show.
fn letters(ladder: &Ladder) -> String {
    let of_role = |role| [ladder.distinct_title(role), messages::place(ladder, role)];
    let of_ladder = [ladder.title.clone(), messages::ladder_sentence(ladder)];
    of_ladder.into_iter().chain(ladder.role_indices().flat_map(of_role)).collect()
}

/// The first characters of a list that may be long.
fn shortened_list(characters: &str) -> String {
    const SHOWN: usize = 20;
    let shown: String = characters.chars().take(SHOWN).collect();
    match characters.chars().count().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests;
