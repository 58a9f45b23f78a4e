//! The JSON Schema of a document, for editors that complete and check while you write.

use super::Document;
use super::shape::shape_of;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::{Map, Value, json};

/// The schema as it is published, pretty-printed and with a line break at its end.
///
/// Draft 7, which editors know best. It states all that a schema can state; what has to hold between
/// the parts of a document only the parser checks.
#[must_use]
pub fn json_schema() -> String {
    let settings = SchemaSettings::draft07().with_transform(Publish);
    let mut schema = settings.into_generator().into_root_schema_for::<Document>();
    schema.insert("title".into(), "Career ladder, formats 1 and 2".into());
    let mut ordered = Map::new();
    for key in ["$schema", "title", "description"] {
        ordered.extend(schema.remove(key).map(|value| (key.to_owned(), value)));
    }
    if let Some(Value::Object(definitions)) = schema.get_mut("definitions") {
        for (name, definition) in definitions {
            allow_short_form(name, definition);
        }
    }
    if let Value::Object(rest) = Value::from(schema) {
        ordered.extend(rest);
    }
    format!("{:#}\n", Value::Object(ordered))
}

/// A type with a short form is either that or the whole object.
fn allow_short_form(name: &str, definition: &mut Value) {
    if let Some(field) = shape_of(name).short {
        let description = definition["description"].take();
        let short = definition["properties"][field].clone();
        *definition = json!({ "description": description, "anyOf": [short, definition.take()] });
        if let Value::Object(object) = &mut definition["anyOf"][1] {
            object.remove("description");
        }
    }
}

/// Adds to what the types say: a description is one flowing text, all text has a greatest length, and a
/// field that is `null` counts as left out.
#[derive(Clone)]
struct Publish;

impl Transform for Publish {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::String(description)) = schema.get_mut("description") {
            let paragraphs = description.split("\n\n").map(|text| text.replace('\n', " "));
            *description = paragraphs.collect::<Vec<_>>().join("\n\n");
        }
        schema.remove("default");
        let required = schema.get("required").cloned().unwrap_or_default();
        let is_required = |name: &str| {
            required.as_array().is_some_and(|names| names.iter().any(|known| known == name))
        };
        if let Some(Value::Object(fields)) = schema.get_mut("properties") {
            for (_, field) in fields.iter_mut().filter(|(name, _)| !is_required(name)) {
                allow_null(field);
            }
        }
        let is_text = schema.get("type").is_some_and(|kind| match kind {
            Value::Array(kinds) => kinds.iter().any(|kind| kind == "string"),
            kind => kind == "string",
        });
        let is_limited =
            ["pattern", "enum", "const"].into_iter().any(|key| schema.get(key).is_some());
        if is_text && !is_limited {
            schema.insert("maxLength".into(), 10_000.into());
        }
    }
}

fn allow_null(field: &mut Value) {
    if let Some(Value::String(kind)) = field.get("type") {
        field["type"] = json!([kind, "null"]);
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(Value::Array(options)) = field.get_mut(key) {
            let null = json!({ "type": "null" });
            if !options.contains(&null) {
                options.push(null);
            }
        }
    }
}
