//! One skimmed value: a flat list of what is in it, in the order of the text.

use std::borrow::Cow;
use std::num::NonZeroU32;

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

/// The place of a node on its tape.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At(NonZeroU32);

impl At {
    /// The node that holds all others.
    pub const ROOT: Self = Self(NonZeroU32::MIN);

    /// The node with this number, the root being 0.
    pub fn nth(number: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(number))
    }

    /// The node after this one: of a key its value, of a list its first item.
    pub fn after(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// The nodes of one value and the text they stand in.
#[derive(Clone, Copy)]
pub(super) struct Tape<'r, 'a> {
    pub text: &'a str,
    pub nodes: &'r [Node],
}

impl<'r, 'a> Tape<'r, 'a> {
    /// A node; null where there is none.
    fn node(self, at: At) -> Node {
        let none = Node { kind: Kind::Null, start: 0, end: 0, next: u32::MAX };
        self.nodes.get(at.index()).copied().unwrap_or(none)
    }

    /// The kind of a node.
    pub fn kind(self, at: At) -> Kind {
        self.node(at).kind
    }

    /// Whether a node is text.
    pub fn is_text(self, at: At) -> bool {
        matches!(self.kind(at), Kind::Text | Kind::Escaped)
    }

    /// Where a node stands in the text.
    pub fn offset(self, at: At) -> u32 {
        self.node(at).start
    }

    /// The node as it is written.
    pub fn written(self, at: At) -> &'a str {
        let node = self.node(at);
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// What a text says; `None` where the node is not one.
    pub fn string(self, at: At) -> Option<Cow<'a, str>> {
        match self.kind(at) {
            Kind::Text => Some(Cow::Borrowed(unquoted(self.written(at)))),
            Kind::Escaped => Some(Cow::Owned(unescaped(unquoted(self.written(at))))),
            _ => None,
        }
    }

    /// What a key says.
    pub fn key(self, at: At) -> Cow<'a, str> {
        self.string(at).unwrap_or_default()
    }

    /// The values of a list.
    pub fn items(self, at: At) -> Items<'r> {
        Items { nodes: self.nodes, at: at.after(), end: self.next(at), step: 0 }
    }

    /// The keys of an object; the value of a key is the node after it.
    pub fn keys(self, at: At) -> Items<'r> {
        Items { step: 1, ..self.items(at) }
    }

    /// The node after all that is in this one.
    pub fn next(self, at: At) -> At {
        At::nth(self.node(at).next)
    }

    /// The JSON Pointer from the root to this node (for a key, to its value).
    pub fn pointer_to(self, at: At) -> String {
        let mut pointer = String::new();
        let mut inside = At::ROOT;
        while inside < at {
            let found = if self.kind(inside) == Kind::Object {
                self.keys(inside).find(|&key| at < self.next(key.after())).map(|key| {
                    push_step(&mut pointer, &self.key(key));
                    if at == key { at } else { key.after() }
                })
            } else {
                let mut place = 0;
                self.items(inside)
                    .find(|&item| {
                        place += 1;
                        at < self.next(item)
                    })
                    .inspect(|_| push_step(&mut pointer, &(place - 1).to_string()))
            };
            match found {
                Some(next) => inside = next,
                None => break,
            }
        }
        pointer
    }
}

/// Steps along the nodes on one level; see [`Tape::items`] and [`Tape::keys`].
#[derive(Clone)]
pub(super) struct Items<'r> {
    nodes: &'r [Node],
    at: At,
    end: At,
    /// How many nodes lie between one that is given and the one whose end leads on.
    step: usize,
}

impl Items<'_> {
    /// No nodes.
    pub fn none() -> Self {
        Self { nodes: &[], at: At::ROOT, end: At::ROOT, step: 0 }
    }
}

impl Iterator for Items<'_> {
    type Item = At;
    fn next(&mut self) -> Option<At> {
        let at = self.at;
        if at >= self.end {
            return None;
        }
        self.at = At::nth(self.nodes.get(at.index() + self.step)?.next);
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
