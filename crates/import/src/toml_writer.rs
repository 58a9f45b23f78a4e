//! Writes a document as TOML.

use crate::node::{Node, Value};
use crate::source_document::read_node;
use crate::text::plain_text;

/// A document in JSON as TOML; `None` if it is no JSON object or has a value that TOML lacks, such as null.
pub(crate) fn to_toml(json: &str) -> Option<String> {
    let (_, node) = read_node("ladder.json", json.as_bytes()).ok()?;
    let toml::Value::Table(table) = value(&node)? else { return None };
    toml::to_string_pretty(&table).ok()
}

fn value(node: &Node) -> Option<toml::Value> {
    Some(match &node.value {
        Value::Null => return None,
        Value::Bool(flag) => toml::Value::Boolean(*flag),
        Value::Number { json, .. } => match json.parse() {
            Ok(integer) => toml::Value::Integer(integer),
            Err(_) => toml::Value::Float(json.parse().ok()?),
        },
        Value::Text(text) => toml::Value::String(text.clone()),
        Value::Marked(runs) => toml::Value::String(plain_text(runs)),
        Value::List(items) => toml::Value::Array(items.iter().map(value).collect::<Option<_>>()?),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, node)| Some((key.name.clone(), value(node)?)));
            toml::Value::Table(fields.collect::<Option<_>>()?)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json_writer::MappedJson;

    #[test]
    fn a_written_document_is_read_back() {
        let json = r##"{"format":2,"title":"The \"Bench\"\u007f","roles":[{"id":"a","skills":["x",{"skill":"y"}],"summary":"one\ntwo # three"},{"id":"b","next":[]}],"ext":{"b":{"c":1.5},"a":-3}}"##;
        let toml = to_toml(json).unwrap();
        let (_, node) = read_node("ladder.toml", toml.as_bytes()).unwrap();
        let read: serde_json::Value = serde_json::from_str(&MappedJson::new(&node).json).unwrap();
        assert_eq!(read, serde_json::from_str::<serde_json::Value>(json).unwrap(), "{toml}");
        assert!(toml.contains("[[roles]]\nid = \"a\"\n"), "{toml}");
        assert_eq!(to_toml(r#"{"ext":null}"#), None);
    }
}
