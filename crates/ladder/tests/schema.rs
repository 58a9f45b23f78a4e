//! The published schema agrees with the parser.

#![allow(clippy::unwrap_used)] // tests may panic

mod documents;

use boon::{Compiler, Schemas};
use documents::{NO_ADDRESS, document};
use ladder::{json_schema, to_json};
use std::path::Path;

#[test]
fn the_published_schema_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/ladder.schema.json");
    let schema = json_schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == schema,
        "public/ladder.schema.json is out of date; update it with: UPDATE_SCHEMA=1 cargo test -p ladder --test schema"
    );
}

/// The errors that the schema reports for a document; `None` if it is valid.
fn schema_errors(text: &str) -> Option<String> {
    let mut compiler = Compiler::new();
    let schema = serde_json::from_str(&json_schema()).unwrap();
    compiler.add_resource("ladder.json", schema).unwrap();
    compiler.enable_format_assertions();
    let mut schemas = Schemas::new();
    let index = compiler.compile("ladder.json", &mut schemas).unwrap();
    let document = serde_json::from_str(text).unwrap();
    let errors = schemas.validate(&document, index).err();
    errors.map(|errors| format!("{errors:#}"))
}

#[test]
fn the_schema_accepts_what_the_parser_accepts() {
    for text in [
        include_str!("../../../tests/fixtures/valid/everything.json"),
        include_str!("../../../tests/fixtures/valid/smallest.json"),
        include_str!("../../../tests/fixtures/valid/loosely-written.json"),
    ] {
        // The format keeps any number in `ext`, but this validator cannot read ones that overflow.
        assert_eq!(schema_errors(&text.replace("-1e400", "-1")), None, "{text}");
    }
    let mut seed = 1_u32;
    for _ in 0..50 {
        let bytes: Vec<u8> = (0..300)
            .map(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            })
            .collect();
        let text = to_json(&document(&bytes)).unwrap().replace("-1E+400", "-1");
        // The parser warns of it.
        let text = text.replace(NO_ADDRESS, "https://example.org");
        assert_eq!(schema_errors(&text), None, "{text}");
    }
}

#[test]
fn the_schema_rejects_invalid_documents() {
    for text in [
        include_str!("../../../tests/fixtures/invalid/format-3.json"),
        include_str!("../../../tests/fixtures/invalid/format-in-words.json"),
        include_str!("../../../tests/fixtures/invalid/nothing-at-all.json"),
        include_str!("../../../tests/fixtures/invalid/no-roles.json"),
        include_str!("../../../tests/fixtures/invalid/not-an-object.json"),
        include_str!("../../../tests/fixtures/invalid/required-fields.json"),
        include_str!("../../../tests/fixtures/invalid/wrong-types.json"),
        include_str!("../../../tests/fixtures/invalid/unknown-choices.json"),
        include_str!("../../../tests/fixtures/invalid/ids-of-the-wrong-form.json"),
        include_str!("../../../tests/fixtures/invalid/addresses.json"),
        include_str!("../../../tests/fixtures/invalid/blank-names.json"),
        include_str!("../../../tests/fixtures/invalid/warning-unknown-fields.json"),
        include_str!("../../../tests/fixtures/invalid/warning-resource-addresses.json"),
        include_str!("../../../tests/fixtures/invalid/warning-dates-and-languages.json"),
    ] {
        assert!(schema_errors(text).is_some(), "{text}");
    }
}
