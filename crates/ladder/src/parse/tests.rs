//! The parser's tables agree with the published schema.

#![allow(clippy::unwrap_used)]

use super::object_fields::MOST_FIELDS;
use crate::document::shape::shape_of;
use crate::json_schema;
use serde_json::Value;

#[test]
fn every_type_has_a_noun_and_fits_the_field_limit() {
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let definitions = schema["definitions"].as_object().unwrap().iter();
    let definitions = definitions.map(|(name, definition)| (name.as_str(), definition));
    for (name, definition) in definitions.chain([("Document", &schema)]) {
        let short = shape_of(name).short;
        let object = if short.is_some() { &definition["anyOf"][1] } else { definition };
        let fields = object["properties"].as_object().unwrap();
        assert!(fields.len() <= MOST_FIELDS, "{name}");
        assert_ne!(shape_of(name).noun, "this", "{name}");
        assert!(short.is_none_or(|short| fields.contains_key(short)), "{name}");
    }
}
