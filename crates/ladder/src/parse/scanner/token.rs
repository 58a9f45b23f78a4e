//! Scans the single tokens of JSON: strings, numbers and literals.

use super::super::syntax_error::SyntaxError;
use super::super::token_tree::Kind;
use super::{ScanResult, Scanner};

impl Scanner<'_> {
    /// Scans a text in quotes.
    #[inline(never)]
    pub(super) fn string(&mut self) -> ScanResult<Kind> {
        let opened = self.at;
        let mut kind = Kind::Text;
        self.at += 1;
        loop {
            let Some(length) = plain_length(&self.text.as_bytes()[self.at..]) else {
                return self.fail(SyntaxError::unclosed_text(opened));
            };
            self.at += length;
            match self.text.as_bytes()[self.at] {
                b'"' => {
                    self.at += 1;
                    return Ok(kind);
                }
                b'\\' => {
                    kind = Kind::Escaped;
                    self.escape()?;
                }
                _ => return self.fail(SyntaxError::control(self.text, self.at)),
            }
        }
    }

    fn escape(&mut self) -> ScanResult<()> {
        let start = self.at;
        self.at += 2;
        match self.text.as_bytes().get(start + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Ok(()),
            Some(b'u') => match self.unit() {
                Some(0xD800..=0xDBFF) => {
                    let low = self.text.as_bytes()[self.at..].starts_with(b"\\u");
                    self.at += 2;
                    match self.unit() {
                        Some(0xDC00..=0xDFFF) if low => Ok(()),
                        _ => self.fail(SyntaxError::unpaired_surrogate(start)),
                    }
                }
                Some(0xDC00..=0xDFFF) => self.fail(SyntaxError::unpaired_surrogate(start)),
                Some(_) => Ok(()),
                None => self.fail(SyntaxError::escape(self.text, start)),
            },
            _ => self.fail(SyntaxError::escape(self.text, start)),
        }
    }

    /// The four hexadecimal digits of `\u`.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |unit, &b| Some(unit * 16 + char::from(b).to_digit(16)?))
    }

    /// Scans a number.
    pub(super) fn number(&mut self) -> ScanResult<Kind> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let mut sound = match self.digits() {
            0 => false,
            length => length == 1 || !leading_zero,
        };
        if self.peek() == Some(b'.') {
            self.at += 1;
            sound &= self.digits() > 0;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            sound &= self.digits() > 0;
        }
        if sound { Ok(Kind::Number) } else { self.fail(SyntaxError::number(self.text, start)) }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at - start
    }

    /// Scans `null`, `true` or `false`.
    pub(super) fn literal(&mut self) -> ScanResult<Kind> {
        let rest = &self.text.as_bytes()[self.at..];
        let words = [("null", Kind::Null), ("true", Kind::True), ("false", Kind::False)];
        for (word, kind) in words {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        self.fail(SyntaxError::missing_value(self.text, self.at))
    }
}

/// How many bytes there are before the next quote, backslash or control character.
///
/// Looks at eight bytes at a time: half of a document is text.
fn plain_length(bytes: &[u8]) -> Option<usize> {
    const EACH: u64 = u64::MAX / 0xFF;
    const HIGH: u64 = EACH * 0x80;
    // The lowest high bit that is set is in the first byte that is less than `limit`.
    let below = |word: u64, limit: u8| word.wrapping_sub(EACH * u64::from(limit)) & !word & HIGH;
    let (words, rest) = bytes.as_chunks();
    for (nth, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let is = |byte: u8| below(word ^ (EACH * u64::from(byte)), 1);
        let ends = is(b'"') | is(b'\\') | below(word, b' ');
        if ends != 0 {
            return Some(nth * 8 + ends.trailing_zeros() as usize / 8);
        }
    }
    let ends = |&b: &u8| b == b'"' || b == b'\\' || b < b' ';
    rest.iter().position(ends).map(|length| words.len() * 8 + length)
}
