//! Text that arrives as bytes, in pieces that may end within a character.

use super::{Failure, MAX_BYTES};
use std::mem;

/// The text received so far.
#[derive(Default)]
pub struct IncomingText {
    text: String,
    /// The first bytes of a character that is not complete yet.
    partial: Vec<u8>,
}

impl IncomingText {
    /// Empty, with capacity for `bytes` bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), partial: Vec::new() }
    }

    /// The text received so far, up to the last complete character.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes were received.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len() + self.partial.len()
    }

    /// Whether nothing was received.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the next piece.
    ///
    /// # Errors
    /// [`Failure::TooLarge`] above [`MAX_BYTES`], [`Failure::NotText`] if it is not UTF-8.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Failure> {
        if self.len() + piece.len() > MAX_BYTES {
            return Err(Failure::TooLarge);
        }
        if self.partial.is_empty() {
            return self.add(piece);
        }
        let mut bytes = mem::take(&mut self.partial);
        bytes.extend(piece);
        self.add(&bytes)
    }

    fn add(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(error) => {
                self.text.extend(bytes.utf8_chunks().next().map(|chunk| chunk.valid()));
                if error.error_len().is_some() {
                    return Err(self.not_text());
                }
                self.partial.extend(&bytes[error.valid_up_to()..]);
            }
        }
        Ok(())
    }

    /// The complete text.
    ///
    /// # Errors
    /// [`Failure::NotText`] if it ends within a character, [`Failure::WebPage`] if it is HTML.
    pub fn finish(self) -> Result<String, Failure> {
        if !self.partial.is_empty() {
            return Err(self.not_text());
        }
        let begins = self.text.trim_start_matches('\u{feff}').trim_start();
        if begins.starts_with('<') { Err(Failure::WebPage) } else { Ok(self.text) }
    }

    fn not_text(&self) -> Failure {
        let breaks = self.text.bytes().filter(|byte| *byte == b'\n').count();
        Failure::NotText(breaks as u32 + 1)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{Failure, IncomingText, MAX_BYTES};

    fn receive(bytes: &[u8], size: usize) -> Result<String, Failure> {
        let mut incoming = IncomingText::with_capacity(bytes.len());
        for piece in bytes.chunks(size) {
            incoming.push(piece)?;
            assert!(incoming.len() <= bytes.len() && incoming.len() >= incoming.text().len());
        }
        incoming.finish()
    }

    #[test]
    fn text_is_complete_wherever_its_pieces_end() {
        let text = "Größe, 高さ, 🪜\nगहराई";
        for size in 1..=text.len() {
            assert_eq!(receive(text.as_bytes(), size).as_deref(), Ok(text), "{size}");
        }
        assert_eq!(receive(b"", 1).as_deref(), Ok(""));
    }

    #[test]
    fn invalid_utf8_is_reported_with_its_line() {
        for size in 1..12 {
            assert_eq!(receive(b"a\nb\n\xffc\n", size), Err(Failure::NotText(3)), "{size}");
            assert_eq!(receive(b"a\n\xf0\x9f\xaa", size), Err(Failure::NotText(2)), "{size}");
        }
    }

    #[test]
    fn web_pages_and_oversized_texts_are_refused() {
        assert_eq!(receive("\u{feff} \n<!doctype html>".as_bytes(), 4), Err(Failure::WebPage));
        let mut incoming = IncomingText::default();
        incoming.push(&vec![b' '; MAX_BYTES]).unwrap();
        assert_eq!(incoming.push(b" "), Err(Failure::TooLarge));
    }
}
