//! Scans the beginning of a document while the rest is still arriving.

use super::scanner::{Position, Scanner};
use super::top_level::TopLevel;

/// The scan of a text that is still arriving.
#[derive(Default)]
pub struct PartialScan {
    pub(super) top_level: TopLevel,
    pub(super) position: Position,
}

impl PartialScan {
    /// Scans everything that later text cannot change. Takes all text that has arrived so far.
    pub fn advance(&mut self, text: &str) {
        let mut scanner = Scanner::resumed(without_byte_order_mark(text), &self.position);
        while self.top_level.step_within(&mut scanner) {}
        self.position = scanner.position();
    }
}

/// The text after a byte-order mark.
pub(super) fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
