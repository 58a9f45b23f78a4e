//! Writes a value as JSON on one line and notes which column comes from which place of the source.

use crate::node::{Node, Value};
use crate::source::Location;
use crate::text::plain_text;

/// JSON on one line, with the places its values come from.
#[derive(Debug, Default)]
pub(crate) struct MappedJson {
    pub json: String,
    /// For every value and every field's name: its column, and its place in the source.
    places: Vec<(u32, Origin)>,
    column: u32,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Origin {
    pub location: Location,
    /// The number, `true` or `false` as the source writes it.
    pub scalar: Option<String>,
}

impl MappedJson {
    /// Writes `node` and everything in it.
    pub fn new(node: &Node) -> Self {
        let mut json = Self { column: 1, ..Self::default() };
        json.node(node);
        json
    }

    /// JSON that is its own source.
    pub fn unmapped(json: String) -> Self {
        Self { json, ..Self::default() }
    }

    /// Where the value in this column comes from.
    pub fn origin(&self, column: u32) -> Option<&Origin> {
        let after = self.places.partition_point(|(at, _)| *at <= column);
        self.places[..after].last().map(|(_, origin)| origin)
    }

    fn node(&mut self, node: &Node) {
        let scalar = match &node.value {
            Value::Number { written, .. } => Some(written.clone()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        };
        self.places.push((self.column, Origin { location: node.location, scalar }));
        match &node.value {
            Value::Null => self.push("null"),
            Value::Bool(flag) => self.push(if *flag { "true" } else { "false" }),
            Value::Number { json, .. } => self.push(json),
            Value::Text(text) => self.text(text),
            Value::Marked(runs) => self.text(&plain_text(runs)),
            Value::List(items) => {
                self.push("[");
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        self.push(",");
                    }
                    self.node(item);
                }
                self.push("]");
            }
            Value::Object(fields) => {
                self.push("{");
                for (at, (key, value)) in fields.iter().enumerate() {
                    if at > 0 {
                        self.push(",");
                    }
                    let origin = Origin { location: key.location, scalar: None };
                    self.places.push((self.column, origin));
                    self.text(&key.name);
                    self.push(":");
                    self.node(value);
                }
                self.push("}");
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.push(&serde_json::Value::from(text).to_string());
    }

    fn push(&mut self, text: &str) {
        self.json.push_str(text);
        self.column += u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    }
}
