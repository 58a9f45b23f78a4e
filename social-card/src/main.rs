//! Draws the social card of a publisher's ladder: 1200 x 630, the size that services show.
//! Called by `cargo xtask build --ladder`, with the file to write and the colours of the theme.

mod fonts;
mod picture;
mod words;

use anyhow::{Context, Result, bail};
use career_ladder::bundled;
use career_ladder::prerender::CARD;
use fonts::Fonts;
use lexopt::{Arg, Parser, ValueExt};
use picture::{Colours, Said, svg};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("The social card could not be drawn: {trouble:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Parser) -> Result<()> {
    let mut out = None::<PathBuf>;
    let mut colours = Colours::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("paper") => colours.paper = arguments.value()?.string()?,
            Arg::Long("ink") => colours.ink = arguments.value()?.string()?,
            Arg::Long("ink-soft") => colours.ink_soft = arguments.value()?.string()?,
            Arg::Long("hues") => {
                let hues = arguments.value()?.string()?;
                colours.hues = hues.split(',').map(str::parse).collect::<Result<_, _>>()?;
            }
            Arg::Value(file) => out = Some(file.into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(out) = out else { bail!("it needs the name of the picture") };
    let ladder = bundled::ladder()?;
    let title = ladder.title.clone();
    let said = Said {
        sentence: words::sentence(&ladder),
        rungs: ladder.roles.len(),
        from_right: ladder.direction() == "rtl",
        title,
    };
    let picture = draw(&said, &colours, &Fonts::load())?;
    std::fs::write(&out, picture).with_context(|| out.display().to_string())
}

/// The picture as a PNG. Where no font has the letters of the title, it is drawn without words.
fn draw(said: &Said, colours: &Colours, fonts: &Fonts) -> Result<Vec<u8>> {
    let missing = fonts.missing(&format!("{}{}", said.title, said.sentence));
    if !missing.is_empty() {
        println!(
            "warning: the social card has no words: no font on this machine has {missing}. Install one \
             that has, such as Noto, and build again."
        );
    }
    let svg = svg(said, colours, fonts, missing.is_empty());
    let tree = Tree::from_str(&svg, fonts.options()).context("the drawing is wrong")?;
    let mut picture = Pixmap::new(CARD.0, CARD.1).context("there is no room for a picture")?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    picture.encode_png().context("it cannot be written as PNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(title: &str, rungs: usize) -> Vec<u8> {
        let said = Said {
            title: title.to_owned(),
            sentence: "Two roles, from <Apprentice> to \"Master\" & back.".to_owned(),
            rungs,
            from_right: false,
        };
        draw(&said, &Colours::default(), &Fonts::bundled()).unwrap()
    }

    #[test]
    fn the_picture_has_the_size_that_services_show() {
        let picture = drawn("Engineering </text> <script>", 6);
        // A PNG says its size in bytes 16 to 24.
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), CARD);
    }

    #[test]
    fn the_title_and_the_number_of_rungs_change_the_picture() {
        assert_ne!(drawn("Engineering", 6), drawn("Design", 6));
        assert_ne!(drawn("Engineering", 6), drawn("Engineering", 3));
    }

    #[test]
    fn letters_that_no_font_has_are_said() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.missing("Laufbahn für Größen, лестница"), "");
        assert_eq!(fonts.missing("a梯梯子"), "梯子");
    }
}
