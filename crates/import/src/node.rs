//! A value of a source with its place, before it becomes JSON.

use crate::source::Location;
use crate::text::TextRun;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub value: Value,
    pub location: Location,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// A number as JSON writes it, and as the source does.
    Number {
        json: String,
        written: String,
    },
    Text(String),
    /// A text with markup, which becomes text before it is written.
    Marked(Vec<TextRun>),
    List(Vec<Node>),
    Object(Vec<(Key, Node)>),
}

/// The name of a field and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub name: String,
    pub location: Location,
}
