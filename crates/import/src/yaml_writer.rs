//! Writes a document as YAML.

use crate::node::{Node, Value};
use crate::source_document::{RefusedSource, read_node};
use crate::text::plain_text;
use crate::yaml_scalar::plain_scalar;

/// A document in JSON as YAML, with fields in the same order.
///
/// # Errors
/// If `json` is not JSON, which a written ladder always is.
pub fn to_yaml(json: &str) -> Result<String, RefusedSource> {
    let (_, node) = read_node("ladder.json", json.as_bytes())?;
    let mut yaml = String::new();
    match &node.value {
        Value::Object(fields) if !fields.is_empty() => write_block(&mut yaml, &node, 0),
        _ => write_inline(&mut yaml, &node, 0),
    }
    Ok(yaml)
}

/// Writes the entries of a list or object, each on lines of its own.
fn write_block(yaml: &mut String, node: &Node, indent: usize) {
    match &node.value {
        Value::Object(fields) => {
            for (at, (key, value)) in fields.iter().enumerate() {
                if at > 0 {
                    yaml.push_str(&" ".repeat(indent));
                }
                yaml.push_str(&scalar(&key.name));
                yaml.push(':');
                write_value(yaml, value, indent + 2);
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    yaml.push_str(&" ".repeat(indent));
                }
                yaml.push('-');
                match &item.value {
                    Value::Object(fields) if !fields.is_empty() => {
                        yaml.push(' ');
                        write_block(yaml, item, indent + 2);
                    }
                    _ => write_value(yaml, item, indent + 2),
                }
            }
        }
        _ => {}
    }
}

/// Writes a value after `name:` or `-`.
fn write_value(yaml: &mut String, node: &Node, indent: usize) {
    let is_block = match &node.value {
        Value::Object(fields) => !fields.is_empty(),
        Value::List(items) => !items.is_empty(),
        _ => false,
    };
    if is_block {
        yaml.push('\n');
        yaml.push_str(&" ".repeat(indent));
        write_block(yaml, node, indent);
    } else {
        yaml.push(' ');
        write_inline(yaml, node, indent);
    }
}

fn write_inline(yaml: &mut String, node: &Node, indent: usize) {
    match &node.value {
        Value::Null => yaml.push_str("null"),
        Value::Bool(flag) => yaml.push_str(if *flag { "true" } else { "false" }),
        Value::Number { json, .. } => yaml.push_str(json),
        Value::Text(text) if is_literal(text) => {
            let ending = if text.ends_with('\n') { "" } else { "-" };
            yaml.push('|');
            yaml.push_str(ending);
            for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
                yaml.push('\n');
                if !line.is_empty() {
                    yaml.push_str(&" ".repeat(indent));
                    yaml.push_str(line);
                }
            }
        }
        Value::Text(text) => yaml.push_str(&scalar(text)),
        Value::Marked(runs) => yaml.push_str(&scalar(&plain_text(runs))),
        Value::List(_) => yaml.push_str("[]"),
        Value::Object(_) => yaml.push_str("{}"),
    }
    yaml.push('\n');
}

/// Whether a text of several lines can be written line by line.
fn is_literal(text: &str) -> bool {
    let is_usual = |c: char| c == '\n' || (c >= ' ' && c != '\u{7f}' && !is_special(c));
    text.trim_end_matches('\n').contains('\n')
        && !text.ends_with("\n\n")
        && !text.starts_with([' ', '\n'])
        && text.chars().all(is_usual)
}

/// A text on one line: as it stands, if YAML reads it as the same text, else in quotes.
fn scalar(text: &str) -> String {
    let is_plain_start = |c: char| c.is_alphanumeric() && !is_special(c);
    let is_plain =
        |c: char| c >= ' ' && c != '\u{7f}' && !is_special(c) && !"#{}[]&*!|>'\"%@`,\t".contains(c);
    let looks_plain = text.starts_with(is_plain_start)
        && text.chars().all(is_plain)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && matches!(plain_scalar(text), Value::Text(_));
    // YAML 1.1 readers take some words for other types.
    let is_old_word =
        ["y", "n", "yes", "no", "on", "off"].contains(&text.to_ascii_lowercase().as_str());
    let is_old_number = text.starts_with(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || "_:.-+eExXoO".contains(c));
    if looks_plain && !is_old_word && !is_old_number {
        return text.to_owned();
    }
    let mut quoted = String::new();
    for c in serde_json::Value::from(text).to_string().chars() {
        if is_special(c) || c == '\u{7f}' {
            quoted.push_str(&format!("\\u{:04x}", u32::from(c)))
        } else {
            quoted.push(c)
        }
    }
    quoted
}

/// Line breaks of other systems, marks and controls, which are written as escapes.
fn is_special(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn yaml(value: &serde_json::Value) -> String {
        to_yaml(&value.to_string()).unwrap()
    }

    #[test]
    fn a_document_is_written_to_be_edited() {
        let document = serde_json::json!({
            "a": "Text", "b": ["x", 3, {"c": "1.10", "d": []}], "e": "one\n  two\n", "f": "no", "g": {}, "h": "a: b"
        });
        let expected = "a: Text\nb:\n  - x\n  - 3\n  - c: \"1.10\"\n    d: []\ne: |\n  one\n    two\nf: \"no\"\ng: {}\nh: \"a: b\"\n";
        assert_eq!(yaml(&document), expected);
    }

    proptest! {
        #[test]
        fn every_text_is_read_back(text in "([ \\PC]|[-:#\n \t\"'a1.é|>&*?]){0,12}", key in "[a-z: #-]{1,4}") {
            let document = serde_json::json!({ "x": [text.clone(), { (key): text.clone() }, [[text]]] });
            let (_, node) = read_node("a.yaml", yaml(&document).as_bytes()).unwrap();
            let json = crate::json_writer::MappedJson::new(&node).json;
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), document);
        }
    }
}
