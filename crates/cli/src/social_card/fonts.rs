//! The fonts of cards: Libertinus, which is compiled in, and system fonts for characters that it lacks.

use super::svg::escaped;
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Style};
use resvg::usvg::{FontResolver, Options, Tree};
use skrifa::{FontRef, MetadataProvider};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// The compiled-in font family, under the SIL Open Font License.
const FAMILY: &str = "Libertinus Serif";

/// The size at which texts are measured. Widths grow with the size.
const MEASURED: f32 = 100.0;

/// Loaded fonts.
pub struct Fonts {
    options: Options<'static>,
    /// The characters that no font has, each once.
    pub missing: String,
    widths: Mutex<HashMap<(String, u16), f32>>,
}

impl Fonts {
    /// The compiled-in fonts and the system fonts, for texts of these characters.
    pub fn load(letters: &str) -> Self {
        Self::with(letters, Database::load_system_fonts)
    }

    /// Only the compiled-in fonts, for the same result on every machine.
    #[cfg(test)]
    pub fn bundled(letters: &str) -> Self {
        Self::with(letters, |_| {})
    }

    fn with(letters: &str, more: impl FnOnce(&mut Database)) -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        let fonts = options.fontdb_mut();
        for font in typst_assets::fonts() {
            fonts.load_font_source(Source::Binary(Arc::new(font)));
        }
        // The collection also has fonts for mathematics and code.
        let others: Vec<ID> = fonts
            .faces()
            .filter(|face| face.families.iter().all(|(name, _)| name != FAMILY))
            .map(|face| face.id)
            .collect();
        others.into_iter().for_each(|id| fonts.remove_face(id));
        more(fonts);
        let faces = Arc::new(FallbackFaces::default());
        let letters: BTreeSet<char> = letters.chars().filter(|letter| is_drawn(*letter)).collect();
        let is_missing = |letter: &char| faces.find(*letter, &[], fonts).is_none();
        let missing = letters.into_iter().filter(is_missing).collect();
        let resolver = FontResolver {
            select_fallback: Box::new(move |letter, used, fonts| faces.find(letter, used, fonts)),
            ..FontResolver::default()
        };
        options.font_resolver = resolver;
        Self { options, missing, widths: Mutex::default() }
    }

    /// The options to draw with.
    pub fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// A text as cards show it: without symbols that no font has. `None` if a letter is missing.
    pub fn writable(&self, text: &str) -> Option<String> {
        let is_missing = |letter: char| self.missing.contains(letter);
        if text.chars().any(|letter| is_missing(letter) && letter.is_alphanumeric()) {
            return None;
        }
        let kept: String = text.chars().filter(|letter| !is_missing(*letter)).collect();
        Some(kept.trim().to_owned())
    }

    /// The width of a text in pixels, measured as it is drawn so that it is right for every script.
    pub fn width(&self, text: &str, size: f32, weight: u16) -> f32 {
        let key = (text.to_owned(), weight);
        let widths = || self.widths.lock().unwrap_or_else(PoisonError::into_inner);
        let known = widths().get(&key).copied();
        let width = known.unwrap_or_else(|| self.measured(text, weight));
        if known.is_none() {
            widths().insert(key, width);
        }
        width * size / MEASURED
    }

    fn measured(&self, text: &str, weight: u16) -> f32 {
        let text = escaped(text);
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">\
             <text font-size=\"{MEASURED}\" font-weight=\"{weight}\">{text}</text></svg>"
        );
        let tree = Tree::from_str(&svg, &self.options);
        tree.map_or(0.0, |tree| tree.root().abs_bounding_box().width())
    }
}

/// Whether a font needs a glyph for a character. Joiners, marks of direction and selectors of variants have none.
fn is_drawn(letter: char) -> bool {
    let is_invisible = matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}');
    !letter.is_whitespace() && !letter.is_control() && !is_invisible
}

/// The fonts that have characters, found once: a machine may have thousands.
#[derive(Default)]
struct FallbackFaces(Mutex<Found>);

#[derive(Default)]
struct Found {
    by_letter: HashMap<(char, Option<ID>), Option<ID>>,
    /// Those that had a character before, which are likely to have others of the same script.
    useful: Vec<ID>,
}

impl FallbackFaces {
    /// A font that has the character and is not among those `used`, the first of which it should resemble.
    fn find(&self, letter: char, used: &[ID], fonts: &Database) -> Option<ID> {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (letter, used.first().copied());
        if let Some(&known) = found.by_letter.get(&key)
            && known.is_none_or(|known| !used.contains(&known))
        {
            return known;
        }
        let wanted = used.first().and_then(|&first| fonts.face(first));
        let mut others: Vec<&FaceInfo> =
            fonts.faces().filter(|face| !used.contains(&face.id)).collect();
        others.sort_by_key(|face| difference(face, wanted));
        let fits = |id: &ID| !used.contains(id) && has(fonts, *id, letter);
        let is_alike = |id: &&ID| {
            let face = fonts.face(**id);
            face.is_some_and(|face| wanted.is_none_or(|wanted| wanted.weight == face.weight))
        };
        let useful = found.useful.iter().filter(is_alike).copied().find(fits);
        let face = useful.or_else(|| others.iter().map(|face| face.id).find(fits));
        if let Some(face) = face.filter(|face| !found.useful.contains(face)) {
            found.useful.push(face);
        }
        found.by_letter.insert(key, face);
        face
    }
}

/// How little a font resembles the wanted one.
fn difference(face: &FaceInfo, wanted: Option<&FaceInfo>) -> (bool, u16, bool, bool) {
    let weight = wanted.map_or(400, |wanted| wanted.weight.0);
    let is_serif = face.families.iter().any(|(name, _)| name.contains("Serif"));
    let is_stretched = wanted.is_some_and(|wanted| wanted.stretch != face.stretch);
    (face.style != Style::Normal, face.weight.0.abs_diff(weight), is_stretched, !is_serif)
}

fn has(fonts: &Database, face: ID, letter: char) -> bool {
    let has = fonts.with_face_data(face, |data, nth| {
        let Ok(font) = FontRef::from_index(data, nth) else { return false };
        // Pictures of emoji are not drawn.
        let glyph = font.charmap().map(letter);
        glyph.is_some_and(|glyph| font.outline_glyphs().get(glyph).is_some())
    });
    has == Some(true)
}
