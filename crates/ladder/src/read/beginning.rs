//! The beginning of a document of which the rest has not come: it is gone through as it comes.

use super::index::Index;
use super::scan::{Place, Scanner};

/// The first way through a text, as far as it has come.
#[derive(Default)]
pub struct Beginning {
    pub(super) index: Index,
    pub(super) place: Place,
}

impl Beginning {
    /// Goes on as far as `text` can be understood whatever follows. Each time it is handed all that has
    /// come so far.
    pub fn go_on(&mut self, text: &str) {
        let mut scanner = Scanner::resumed(without_mark(text), &self.place);
        while self.index.step_within(&mut scanner) {}
        self.place = scanner.place();
    }
}

/// The text behind a byte-order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
