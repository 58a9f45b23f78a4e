//! Steps through JSON text value by value and says in plain words where it is not JSON.
//!
//! Own code, because what JSON libraries offer lacks what a writer needs: the place of every value,
//! words for every slip, duplicate keys, and stopping between any two values of a long list. Tests
//! hold it to accept exactly what `serde_json` accepts.

mod token;

#[cfg(test)]
mod tests;

use super::flaw::{Flaw, Unscanned};
use super::limits::NESTING;
use super::tape::{Kind, Node, unescaped, unquoted};
use std::borrow::Cow;

/// Whether the text could be stepped through; if not, [`Scanner::flaw`] says why.
pub(super) type Scan<T> = Result<T, Unscanned>;

/// A stretch of the text.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
}

/// A place in JSON text from which it is read on.
pub(super) struct Scanner<'a> {
    pub text: &'a str,
    /// The next byte to look at.
    pub at: usize,
    /// The first flaw that was met; nothing is read after it.
    pub flaw: Option<Flaw>,
    /// The values met since it was last cleared, where `keep` is set.
    pub tape: Vec<Node>,
    pub keep: bool,
    depth: usize,
    /// Where the lists and objects that are open began.
    opened: [usize; NESTING],
}

/// Where a scanner is, whatever its text.
pub(super) struct Place {
    at: usize,
    depth: usize,
    opened: [usize; NESTING],
}

impl Default for Place {
    fn default() -> Self {
        Self { at: 0, depth: 0, opened: [0; NESTING] }
    }
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        let (tape, opened) = (Vec::new(), [0; NESTING]);
        Self { text, at: 0, flaw: None, tape, keep: false, depth: 0, opened }
    }

    /// In the same text, or in one that goes on, from where another scanner was.
    pub fn resumed(text: &'a str, place: &Place) -> Self {
        let &Place { at, depth, opened } = place;
        Self { at, depth, opened, ..Self::new(text) }
    }

    /// Where it is.
    pub fn place(&self) -> Place {
        Place { at: self.at, depth: self.depth, opened: self.opened }
    }

    /// How many lists and objects are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Goes back to where it was before a step, and forgets what it met there.
    pub fn back_to(&mut self, (at, depth): (usize, usize)) {
        (self.at, self.depth, self.flaw) = (at, depth, None);
    }

    /// Goes to where a value is known to begin.
    pub fn jump(&mut self, at: usize) {
        self.at = at;
        self.depth = 0;
    }

    /// What the text token between these places says.
    pub fn text_in(&self, token: Span) -> Cow<'a, str> {
        let quoted = unquoted(self.text.get(token.start..token.end).unwrap_or_default());
        if quoted.contains('\\') { Cow::Owned(unescaped(quoted)) } else { Cow::Borrowed(quoted) }
    }

    /// The next byte, without stepping over it; `None` at the end.
    #[inline(always)]
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over white space.
    pub fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Steps over one value, whatever it is.
    #[inline(never)]
    pub fn value(&mut self) -> Scan<()> {
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
            _ => self.word()?,
        };
        self.end(node, kind);
        Ok(())
    }

    /// Steps into the list or object that begins here.
    pub fn enter(&mut self) -> Scan<()> {
        let Some(opened) = self.opened.get_mut(self.depth) else {
            return self.fail(Flaw::too_deep(self.at));
        };
        *opened = self.at;
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Steps to the next item of the innermost list or object, or out of it where there is none.
    pub fn more(&mut self, first: bool, close: u8) -> Scan<bool> {
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
                    return self.fail(Flaw::comma_too_many(comma, close));
                }
                Ok(true)
            }
            None => {
                let opened = self.opened[self.depth - 1];
                self.fail(Flaw::unclosed(self.text, opened))
            }
            Some(_) if first => Ok(true),
            Some(_) => self.fail(Flaw::comma_missing(self.text, self.at, close)),
        }
    }

    /// Steps over the key of a member and its colon, to the value; gives where the key stands.
    #[inline(never)]
    pub fn key(&mut self) -> Scan<Span> {
        if self.peek() != Some(b'"') {
            return self.fail(Flaw::no_key(self.text, self.at));
        }
        let start = self.at;
        let node = self.begin();
        let kind = self.string()?;
        self.end(node, kind);
        let key = Span { start, end: self.at };
        self.space();
        if self.peek() != Some(b':') {
            return self.fail(Flaw::colon_missing(self.at));
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

    /// Puts a value with nothing in it on the tape, without stepping over it.
    pub fn put(&mut self, kind: Kind) {
        let (start, next) = (self.at as u32, self.tape.len() as u32 + 1);
        self.tape.push(Node { kind, start, end: start, next });
    }

    fn begin(&mut self) -> usize {
        if self.keep {
            self.tape.push(Node { kind: Kind::Null, start: self.at as u32, end: 0, next: 0 });
        }
        self.tape.len()
    }

    fn end(&mut self, node: usize, kind: Kind) {
        let next = self.tape.len() as u32;
        if self.keep
            && let Some(node) = self.tape.get_mut(node - 1)
        {
            node.kind = kind;
            node.end = self.at as u32;
            node.next = next;
        }
    }

    /// Stops at a flaw.
    pub fn fail<T>(&mut self, flaw: Flaw) -> Scan<T> {
        self.flaw = Some(flaw);
        Err(Unscanned)
    }
}
