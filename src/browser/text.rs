//! The browser's own tables for comparing texts.

use ladder::Normalizer;

/// Normalizes texts for search and filters.
pub const NORMALIZER: Normalizer = Normalizer::new(decompose);

/// The compatibility decomposition (NFKD) of a text. Built into browsers: the tables would make the program
/// a third larger.
#[cfg(target_arch = "wasm32")]
fn decompose(text: &str) -> String {
    String::from(js_sys::JsString::from(text).normalize("NFKD"))
}

/// The same, for prerendering.
#[cfg(not(target_arch = "wasm32"))]
fn decompose(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkd().collect()
}
