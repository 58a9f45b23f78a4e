//! A text on its way: its bytes come in pieces that end anywhere.

use super::{Failure, MOST_BYTES};
use std::mem;

/// What has come of a text.
#[derive(Default)]
pub struct Arriving {
    text: String,
    /// The first bytes of a character whose others have not come.
    open: Vec<u8>,
}

impl Arriving {
    /// Nothing yet, with room for so many bytes.
    #[must_use]
    pub fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), open: Vec::new() }
    }

    /// The text as far as it has come.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes have come.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.text.len() + self.open.len()
    }

    /// Adds what comes next.
    ///
    /// # Errors
    /// [`Failure::TooLarge`] above [`MOST_BYTES`], [`Failure::NotText`] where it is not UTF-8.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), Failure> {
        if self.bytes() + piece.len() > MOST_BYTES {
            return Err(Failure::TooLarge);
        }
        if self.open.is_empty() {
            return self.add(piece);
        }
        let mut bytes = mem::take(&mut self.open);
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
                self.open.extend(&bytes[error.valid_up_to()..]);
            }
        }
        Ok(())
    }

    /// The whole, which may be a document.
    ///
    /// # Errors
    /// [`Failure::NotText`] where it ends within a character, [`Failure::WebPage`] where it is one.
    pub fn finish(self) -> Result<String, Failure> {
        if !self.open.is_empty() {
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

    use super::{Arriving, Failure, MOST_BYTES};

    fn come(bytes: &[u8], size: usize) -> Result<String, Failure> {
        let mut arriving = Arriving::with_room(bytes.len());
        for piece in bytes.chunks(size) {
            arriving.push(piece)?;
            assert!(arriving.bytes() <= bytes.len() && arriving.bytes() >= arriving.text().len());
        }
        arriving.finish()
    }

    #[test]
    fn comes_whole_wherever_its_pieces_end() {
        let text = "Größe, 高さ, 🪜\nगहराई";
        for size in 1..=text.len() {
            assert_eq!(come(text.as_bytes(), size).as_deref(), Ok(text), "{size}");
        }
        assert_eq!(come(b"", 1).as_deref(), Ok(""));
    }

    #[test]
    fn says_in_which_line_it_is_no_text() {
        for size in 1..12 {
            assert_eq!(come(b"a\nb\n\xffc\n", size), Err(Failure::NotText(3)), "{size}");
            assert_eq!(come(b"a\n\xf0\x9f\xaa", size), Err(Failure::NotText(2)), "{size}");
        }
    }

    #[test]
    fn is_no_web_page_and_not_too_large() {
        assert_eq!(come("\u{feff} \n<!doctype html>".as_bytes(), 4), Err(Failure::WebPage));
        let mut arriving = Arriving::default();
        arriving.push(&vec![b' '; MOST_BYTES]).unwrap();
        assert_eq!(arriving.push(b" "), Err(Failure::TooLarge));
    }
}
