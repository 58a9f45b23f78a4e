//! Reads TOML. Its dates become text, as the format has them.

use crate::node::{Key, Node, Value};
use crate::source::Location;
use crate::source_document::SourceProblem;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The value of a TOML text; `None` if it has problems.
pub(crate) fn read_toml(text: &str, problems: &mut Vec<SourceProblem>) -> Option<Node> {
    let lines = LineStarts::new(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = lines.location(error.span().map_or(0, |span| span.start));
        problems.push(SourceProblem::error(at, format!("this is not TOML: {}", error.message())));
    }
    let location = Location::at(1, 1);
    let root = Node { value: object(&lines, table.get_ref()), location };
    problems.is_empty().then_some(root)
}

fn object(lines: &LineStarts<'_>, table: &DeTable<'_>) -> Value {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(key, _)| key.span().start);
    let field = |(key, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| {
        let location = lines.location(key.span().start);
        (Key { name: key.get_ref().to_string(), location }, node(lines, value))
    };
    Value::Object(fields.into_iter().map(field).collect())
}

fn node(lines: &LineStarts<'_>, value: &Spanned<DeValue<'_>>) -> Node {
    let written = || lines.text.get(value.span()).unwrap_or_default().to_owned();
    let number = |json: Option<String>| match json {
        Some(json) => Value::Number { json, written: written() },
        None => Value::Text(written()),
    };
    let found = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(integer) => {
            let parsed = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
            number(parsed.map(|number| number.to_string()))
        }
        DeValue::Float(float) => {
            let parsed = float.as_str().parse().ok().and_then(serde_json::Number::from_f64);
            number(parsed.map(|number| number.to_string()))
        }
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(lines, item)).collect()),
        DeValue::Table(table) => object(lines, table),
    };
    Node { value: found, location: lines.location(value.span().start) }
}

/// Finds the line and column of an offset.
struct LineStarts<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineStarts<'a> {
    fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    fn location(&self, offset: usize) -> Location {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line.saturating_sub(1)];
        let before = self.text.get(start..offset).unwrap_or_default().chars().count();
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Location::at(number(line), number(before + 1))
    }
}
