//! One skimmed value: a flat list of what is in it, in the order of the text.

use std::borrow::Cow;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Number,
    /// Text that stands as it is between its quotes.
    Text,
    /// Text with escapes in it.
    Escaped,
    List,
    Object,
}

impl Kind {
    /// What a writer calls it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::False | Self::True => "true or false",
            Self::Number => "a number",
            Self::Text | Self::Escaped => "text",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

/// A value or a key: where it stands, and which node follows all that is in it. The members of an
/// object are key and value in turn.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    pub next: u32,
}

/// The nodes of one value and the text they stand in; the value itself is node 0.
#[derive(Clone, Copy)]
pub(super) struct Tape<'r, 'a> {
    pub text: &'a str,
    pub nodes: &'r [Node],
}

impl<'r, 'a> Tape<'r, 'a> {
    /// The kind of a node.
    pub fn kind(self, at: usize) -> Kind {
        self.nodes.get(at).map_or(Kind::Null, |node| node.kind)
    }

    /// Where a node stands in the text.
    pub fn offset(self, at: usize) -> u32 {
        self.nodes.get(at).map_or(0, |node| node.start)
    }

    /// The node as it is written.
    pub fn written(self, at: usize) -> &'a str {
        let span = self.nodes.get(at).map(|node| node.start as usize..node.end as usize);
        span.and_then(|span| self.text.get(span)).unwrap_or_default()
    }

    /// What a text says; `None` where the node is not one.
    pub fn string(self, at: usize) -> Option<Cow<'a, str>> {
        match self.kind(at) {
            Kind::Text => Some(Cow::Borrowed(unquoted(self.written(at)))),
            Kind::Escaped => Some(Cow::Owned(unescaped(unquoted(self.written(at))))),
            _ => None,
        }
    }

    /// The values of a list.
    pub fn items(self, at: usize) -> Items<'r> {
        Items { nodes: self.nodes, at: at + 1, end: self.next(at), step: 0 }
    }

    /// The keys of an object; the value of a key is the node after it.
    pub fn keys(self, at: usize) -> Items<'r> {
        Items { step: 1, ..self.items(at) }
    }

    /// The JSON Pointer from the tape's first node to this one (for a key, to its value).
    pub fn pointer_to(self, at: usize) -> String {
        let mut pointer = String::new();
        let mut inside = 0;
        while inside < at {
            let found = if self.kind(inside) == Kind::Object {
                self.keys(inside).find(|&key| at < self.next(key + 1)).map(|key| {
                    push_step(&mut pointer, &self.string(key).unwrap_or_default());
                    if at == key { at } else { key + 1 }
                })
            } else {
                self.items(inside).enumerate().find(|&(_, item)| at < self.next(item)).map(
                    |(index, item)| {
                        push_step(&mut pointer, &index.to_string());
                        item
                    },
                )
            };
            match found {
                Some(next) => inside = next,
                None => break,
            }
        }
        pointer
    }

    /// The node after all that is in this one.
    pub fn next(self, at: usize) -> usize {
        self.nodes.get(at).map_or(usize::MAX, |node| node.next as usize)
    }
}

/// Steps along the nodes on one level; see [`Tape::items`] and [`Tape::keys`].
#[derive(Clone)]
pub(super) struct Items<'r> {
    nodes: &'r [Node],
    at: usize,
    end: usize,
    /// How many nodes lie between one that is given and the one whose end leads on.
    step: usize,
}

impl Items<'_> {
    /// No nodes.
    pub fn none() -> Self {
        Self { nodes: &[], at: 0, end: 0, step: 0 }
    }
}

impl Iterator for Items<'_> {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        let at = self.at;
        if at >= self.end {
            return None;
        }
        self.at = self.nodes.get(at + self.step)?.next as usize;
        Some(at)
    }
}

/// Adds one step to a JSON Pointer.
pub(super) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    for c in step.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}

/// What stands between the quotes.
pub(super) fn unquoted(written: &str) -> &str {
    written.get(1..written.len().saturating_sub(1)).unwrap_or_default()
}

/// Resolves the escapes of a text that was scanned and found sound.
pub(super) fn unescaped(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut chars = after.chars();
        text.push(match chars.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let high = unit(&mut chars);
                let code = if (0xD800..0xDC00).contains(&high) {
                    chars.nth(1);
                    0x10000 + ((high - 0xD800) << 10) + (unit(&mut chars) & 0x3FF)
                } else {
                    high
                };
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            Some(itself) => itself,
            None => break,
        });
        rest = chars.as_str();
    }
    text.push_str(rest);
    text
}

fn unit(chars: &mut std::str::Chars<'_>) -> u32 {
    chars.take(4).fold(0, |unit, c| unit * 16 + c.to_digit(16).unwrap_or_default())
}
