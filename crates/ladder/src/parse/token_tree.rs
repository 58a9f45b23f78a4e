//! One scanned value as a flat list of nodes, in the order of the text.

use std::borrow::Cow;
use std::num::NonZeroU32;

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    False,
    True,
    Number,
    /// Text without escapes.
    Text,
    /// Text with escapes.
    Escaped,
    List,
    Object,
}

impl Kind {
    /// Its name in messages.
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

/// A value or a key: where it is in the text, and which node follows its last descendant. The members
/// of an object are key and value in turn.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub kind: Kind,
    pub start: u32,
    pub end: u32,
    pub next: u32,
}

/// Identifies a node of a [`TokenTree`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(NonZeroU32);

impl NodeId {
    /// The node that contains all others.
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

/// The nodes of one value, and the text they come from.
#[derive(Clone, Copy)]
pub(super) struct TokenTree<'r, 'a> {
    pub text: &'a str,
    pub nodes: &'r [Node],
}

impl<'r, 'a> TokenTree<'r, 'a> {
    /// A node; null if there is none.
    fn node(self, at: NodeId) -> Node {
        let none = Node { kind: Kind::Null, start: 0, end: 0, next: u32::MAX };
        self.nodes.get(at.index()).copied().unwrap_or(none)
    }

    /// The kind of a node.
    pub fn kind(self, at: NodeId) -> Kind {
        self.node(at).kind
    }

    /// Whether a node is text.
    pub fn is_text(self, at: NodeId) -> bool {
        matches!(self.kind(at), Kind::Text | Kind::Escaped)
    }

    /// Where a node begins in the text.
    pub fn offset(self, at: NodeId) -> u32 {
        self.node(at).start
    }

    /// The source of the node.
    pub fn written(self, at: NodeId) -> &'a str {
        let node = self.node(at);
        self.text.get(node.start as usize..node.end as usize).unwrap_or_default()
    }

    /// The content of a text; `None` if the node is not one.
    pub fn string(self, at: NodeId) -> Option<Cow<'a, str>> {
        match self.kind(at) {
            Kind::Text => Some(Cow::Borrowed(unquoted(self.written(at)))),
            Kind::Escaped => Some(Cow::Owned(unescaped(unquoted(self.written(at))))),
            _ => None,
        }
    }

    /// The content of a key.
    pub fn key(self, at: NodeId) -> Cow<'a, str> {
        self.string(at).unwrap_or_default()
    }

    /// The values of a list.
    pub fn items(self, at: NodeId) -> Items<'r> {
        Items { nodes: self.nodes, at: at.after(), end: self.next(at), step: 0 }
    }

    /// This one value, as if it were in a list.
    pub fn only(self, at: NodeId) -> Items<'r> {
        Items { nodes: self.nodes, at, end: self.next(at), step: 0 }
    }

    /// The keys of an object; the value of a key is the node after it.
    pub fn keys(self, at: NodeId) -> Items<'r> {
        Items { step: 1, ..self.items(at) }
    }

    /// The node after the last descendant of this one.
    pub fn next(self, at: NodeId) -> NodeId {
        NodeId::nth(self.node(at).next)
    }

    /// The value of the first member with this key that is not null.
    pub fn member(self, object: NodeId, name: &str) -> Option<NodeId> {
        if self.kind(object) != Kind::Object {
            return None;
        }
        let is_it = |&key: &NodeId| self.kind(key.after()) != Kind::Null && self.key(key) == name;
        self.keys(object).find(is_it).map(NodeId::after)
    }

    /// The values of the list that is this member; none if it is not a list.
    pub fn list(self, object: NodeId, name: &str) -> Items<'r> {
        match self.member(object, name) {
            Some(list) if self.kind(list) == Kind::List => self.items(list),
            _ => Items::none(),
        }
    }

    /// The JSON Pointer from the root to this node (for a key, to its value).
    pub fn pointer_to(self, at: NodeId) -> String {
        let mut pointer = String::new();
        let mut inside = NodeId::ROOT;
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

/// Iterates over the nodes on one level; see [`TokenTree::items`] and [`TokenTree::keys`].
#[derive(Clone)]
pub(super) struct Items<'r> {
    nodes: &'r [Node],
    at: NodeId,
    end: NodeId,
    /// 1 for keys, whose value is one node further, otherwise 0.
    step: usize,
}

impl Items<'_> {
    /// No nodes.
    pub fn none() -> Self {
        Self { nodes: &[], at: NodeId::ROOT, end: NodeId::ROOT, step: 0 }
    }
}

impl Iterator for Items<'_> {
    type Item = NodeId;
    fn next(&mut self) -> Option<NodeId> {
        let at = self.at;
        if at >= self.end {
            return None;
        }
        self.at = NodeId::nth(self.nodes.get(at.index() + self.step)?.next);
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

/// The text between the quotes.
pub(super) fn unquoted(written: &str) -> &str {
    written.get(1..written.len().saturating_sub(1)).unwrap_or_default()
}

/// Resolves the escapes of a text that was scanned and found valid.
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
                let high = code_unit(&mut chars);
                let code = if (0xD800..0xDC00).contains(&high) {
                    chars.nth(1);
                    0x10000 + ((high - 0xD800) << 10) + (code_unit(&mut chars) & 0x3FF)
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

fn code_unit(chars: &mut std::str::Chars<'_>) -> u32 {
    chars.take(4).fold(0, |unit, c| unit * 16 + c.to_digit(16).unwrap_or_default())
}
