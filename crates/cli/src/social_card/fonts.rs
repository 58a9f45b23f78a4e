//! The fonts of the card: Libertinus, which is compiled in, and system fonts for characters that it lacks.

use resvg::usvg::fontdb::{Database, ID};
use resvg::usvg::{Options, Tree};
use skrifa::{FontRef, MetadataProvider};
use std::sync::Arc;

/// The compiled-in font family, under the SIL Open Font License.
const FAMILY: &str = "Libertinus Serif";

/// Loaded fonts.
pub struct Fonts {
    options: Options<'static>,
}

impl Fonts {
    /// The compiled-in fonts and the system fonts.
    pub fn load() -> Self {
        Self::with(Database::load_system_fonts)
    }

    /// Only the compiled-in fonts, for the same result on every machine.
    #[cfg(test)]
    pub fn bundled() -> Self {
        Self::with(|_| {})
    }

    fn with(more: impl FnOnce(&mut Database)) -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        let fonts = options.fontdb_mut();
        for font in typst_assets::fonts() {
            fonts.load_font_source(resvg::usvg::fontdb::Source::Binary(Arc::new(font)));
        }
        // The collection also has fonts for mathematics and code.
        let others: Vec<ID> = fonts
            .faces()
            .filter(|face| face.families.iter().all(|(name, _)| name != FAMILY))
            .map(|face| face.id)
            .collect();
        others.into_iter().for_each(|id| fonts.remove_face(id));
        more(fonts);
        Self { options }
    }

    /// The options to draw with.
    pub fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// The characters of a text that no font has, each once.
    pub fn missing(&self, text: &str) -> String {
        let mut missing = String::new();
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control())
        {
            if !missing.contains(letter) && !self.has(letter) {
                missing.push(letter);
            }
        }
        missing
    }

    fn has(&self, letter: char) -> bool {
        let fonts = &self.options.fontdb;
        fonts.faces().any(|face| {
            let has = fonts.with_face_data(face.id, |data, nth| {
                FontRef::from_index(data, nth)
                    .is_ok_and(|font| font.charmap().map(letter).is_some())
            });
            has == Some(true)
        })
    }

    /// The width of a text in pixels, measured as it is drawn so that it is right for every script.
    pub fn width(&self, text: &str, size: f32, weight: u16) -> f32 {
        let escaped = super::drawing::escaped(text);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">\
             <text font-size=\"{size}\" font-weight=\"{weight}\">{escaped}</text></svg>"
        );
        let tree = Tree::from_str(&svg, &self.options);
        tree.map_or(0.0, |tree| tree.root().abs_bounding_box().width())
    }
}
