//! The JSON Schema of a document, for editors that complete and check while one writes.

use super::Document;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// The schema as it is published, pretty and with a line break at its end.
///
/// Draft 7, which editors know best. It asks for all that a schema can ask for; what holds between
/// the parts of a document only reading it can tell.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().with_transform(Publish).for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'static>>();
    schema.insert("title".into(), "Career ladder, format 1".into());
    let mut ordered = Map::new();
    for key in ["$schema", "title", "description"] {
        ordered.extend(schema.remove(key).map(|value| (key.to_owned(), value)));
    }
    if let Value::Object(rest) = Value::from(schema) {
        ordered.extend(rest);
    }
    format!("{:#}\n", Value::Object(ordered))
}

/// The one version of the format there is.
pub(super) fn format_version(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "integer", "const": 1 })
}

/// Makes of what the types say what an editor shows: a description is one flowing text, and a
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
        let required = schema.get("required").cloned().unwrap_or_default();
        let is_required = |name: &str| {
            required.as_array().is_some_and(|names| names.iter().any(|known| known == name))
        };
        if let Some(Value::Object(fields)) = schema.get_mut("properties") {
            for (_, field) in fields.iter_mut().filter(|(name, _)| !is_required(name)) {
                allow_null(field);
            }
        }
    }
}

fn allow_null(field: &mut Value) {
    if let Some(Value::String(kind)) = field.get("type") {
        field["type"] = json!([kind, "null"]);
    }
}
