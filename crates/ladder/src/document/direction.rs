//! The language of the content, and the direction it is read in.

use super::Document;

/// Languages written from right to left, by their first subtag, and scripts by theirs.
/// <https://www.w3.org/International/questions/qa-scripts>
const RIGHT_TO_LEFT: [&str; 16] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi",
    "nqo",
];

impl Document {
    /// The direction of the content for `dir`: `rtl` or `ltr`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        let mut subtags = self.language.split('-');
        let language = subtags.next().unwrap_or_default().to_ascii_lowercase();
        let script = subtags.find(|subtag| subtag.len() == 4).map(str::to_ascii_lowercase);
        let rtl = match script.as_deref() {
            Some(script) => matches!(script, "arab" | "hebr" | "syrc" | "thaa" | "nkoo" | "adlm"),
            None => RIGHT_TO_LEFT.contains(&language.as_str()),
        };
        if rtl { "rtl" } else { "ltr" }
    }
}
