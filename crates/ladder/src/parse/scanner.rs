//! Scans JSON text value by value and explains in plain words where it is not JSON.
//!
//! Own code, because JSON libraries lack what an author needs: the position of every value, plain
//! error messages, duplicate keys, and pausing between any two values of a long list. Tests check
//! that it accepts exactly what `serde_json` accepts.

mod token;

#[cfg(test)]
mod tests;

use super::limits::NESTING;
use super::syntax_error::{Stopped, SyntaxError};
use super::token_tree::{Kind, Node, unescaped, unquoted};
use std::borrow::Cow;

/// The result of scanning; if it stopped, [`Scanner::error`] says why.
pub(super) type ScanResult<T> = Result<T, Stopped>;

/// A range of the text, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
}

/// A position in JSON text and what was found up to it.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    /// The next byte to look at.
    pub at: usize,
    /// The first syntax error; scanning stops there.
    pub error: Option<SyntaxError>,
    /// The values found since it was last cleared, recorded while `keep` is set.
    pub tokens: Vec<Node>,
    pub keep: bool,
    depth: usize,
    /// Where the lists and objects that are open begin.
    opened: [usize; NESTING],
}

/// The position of a scanner, without its text.
pub(super) struct Position {
    at: usize,
    depth: usize,
    opened: [usize; NESTING],
}

impl Default for Position {
    fn default() -> Self {
        Self { at: 0, depth: 0, opened: [0; NESTING] }
    }
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        let (tokens, opened) = (Vec::new(), [0; NESTING]);
        Self { text, at: 0, error: None, tokens, keep: false, depth: 0, opened }
    }

    /// Continues in the same text, or in a longer one, from the position of another scanner.
    pub fn resumed(text: &'a str, position: &Position) -> Self {
        let &Position { at, depth, opened } = position;
        Self { at, depth, opened, ..Self::new(text) }
    }

    /// Its position.
    pub fn position(&self) -> Position {
        Position { at: self.at, depth: self.depth, opened: self.opened }
    }

    /// How many lists and objects are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Goes back to where it was before a step, and forgets the error it met.
    pub fn back_to(&mut self, (at, depth): (usize, usize)) {
        (self.at, self.depth, self.error) = (at, depth, None);
    }

    /// Goes to a known beginning of a value.
    pub fn jump(&mut self, at: usize) {
        self.at = at;
        self.depth = 0;
    }

    /// The text of the token between these positions.
    pub fn string_in(&self, token: Span) -> Cow<'a, str> {
        let quoted = unquoted(self.text.get(token.start..token.end).unwrap_or_default());
        if quoted.contains('\\') { Cow::Owned(unescaped(quoted)) } else { Cow::Borrowed(quoted) }
    }

    /// The next byte, without stepping over it; `None` at the end.
    #[inline(always)]
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space.
    pub fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Scans one value of any kind.
    #[inline(never)]
    pub fn value(&mut self) -> ScanResult<()> {
        let node = self.begin();
        let kind = match self.peek() {
            Some(b'"') => self.string()?,
            Some(b'{') => {
                self.enter()?;
                let mut first = true;
                while self.more(first, b'}')? {
                    first = false;
                    self.key()?;
                    self.value()?;
                }
                Kind::Object
            }
            Some(b'[') => {
                self.enter()?;
                let mut first = true;
                while self.more(first, b']')? {
                    first = false;
                    self.value()?;
                }
                Kind::List
            }
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.literal()?,
        };
        self.end(node, kind);
        Ok(())
    }

    /// Scans one item of a list. Calls `on_field` with the name and value of each of its fields, and returns its
    /// id, if it has one that is not empty. Of two ids the first one counts; the second is a problem.
    pub fn item_with_id(
        &mut self,
        on_field: &mut dyn FnMut(&str, Span),
    ) -> ScanResult<Option<Cow<'a, str>>> {
        if self.peek() != Some(b'{') {
            self.value()?;
            return Ok(None);
        }
        self.enter()?;
        let (mut first, mut id) = (true, None);
        while self.more(first, b'}')? {
            first = false;
            let key = self.key()?;
            let start = self.at;
            let is_text = self.peek() == Some(b'"');
            self.value()?;
            let (name, value) = (self.string_in(key), Span { start, end: self.at });
            if is_text && id.is_none() && name == "id" {
                id = Some(self.string_in(value));
            }
            on_field(&name, value);
        }
        Ok(id.filter(|id| !id.is_empty()))
    }

    /// Steps into the list or object that begins here.
    pub fn enter(&mut self) -> ScanResult<()> {
        let Some(opened) = self.opened.get_mut(self.depth) else {
            return self.fail(SyntaxError::too_deep(self.at));
        };
        *opened = self.at;
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Moves to the next item of the innermost list or object; leaves it and returns false if there is none.
    pub fn more(&mut self, first: bool, close: u8) -> ScanResult<bool> {
        self.space();
        match self.peek() {
            Some(b) if b == close => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            Some(b',') if !first => {
                let comma = self.at;
                self.at += 1;
                self.space();
                if self.peek() == Some(close) {
                    return self.fail(SyntaxError::trailing_comma(comma, close));
                }
                Ok(true)
            }
            None => {
                let opened = self.opened[self.depth - 1];
                self.fail(SyntaxError::unclosed(self.text, opened))
            }
            Some(_) if first => Ok(true),
            Some(_) => self.fail(SyntaxError::missing_comma(self.text, self.at, close)),
        }
    }

    /// Scans the key of a member and its colon, up to the value; returns where the key is.
    #[inline(never)]
    pub fn key(&mut self) -> ScanResult<Span> {
        if self.peek() != Some(b'"') {
            return self.fail(SyntaxError::missing_key(self.text, self.at));
        }
        let start = self.at;
        let node = self.begin();
        let kind = self.string()?;
        self.end(node, kind);
        let key = Span { start, end: self.at };
        self.space();
        if self.peek() != Some(b':') {
            return self.fail(SyntaxError::missing_colon(self.at));
        }
        self.at += 1;
        self.space();
        Ok(key)
    }

    /// What kind of value begins here.
    pub fn kind_here(&self) -> Kind {
        match self.peek() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b'"') => Kind::Text,
            Some(b'-' | b'0'..=b'9') => Kind::Number,
            Some(b't') => Kind::True,
            Some(b'f') => Kind::False,
            _ => Kind::Null,
        }
    }

    /// Records an empty value, without scanning it.
    pub fn put(&mut self, kind: Kind) {
        let (start, next) = (self.at as u32, self.tokens.len() as u32 + 1);
        self.tokens.push(Node { kind, start, end: start, next });
    }

    fn begin(&mut self) -> usize {
        if self.keep {
            self.tokens.push(Node { kind: Kind::Null, start: self.at as u32, end: 0, next: 0 });
        }
        self.tokens.len()
    }

    fn end(&mut self, node: usize, kind: Kind) {
        let next = self.tokens.len() as u32;
        if self.keep
            && let Some(node) = self.tokens.get_mut(node - 1)
        {
            node.kind = kind;
            node.end = self.at as u32;
            node.next = next;
        }
    }

    /// Stops at a syntax error.
    pub fn fail<T>(&mut self, error: SyntaxError) -> ScanResult<T> {
        self.error = Some(error);
        Err(Stopped)
    }
}
