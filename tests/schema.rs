//! The published schema says what the reader reads.

#![allow(clippy::unwrap_used)]

use career_ladder::ladder::wire;
use std::path::Path;

#[test]
fn the_published_schema_is_in_step_with_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/ladder.schema.json");
    let schema = wire::schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == schema,
        "public/ladder.schema.json is out of step; write it anew with: UPDATE_SCHEMA=1 cargo test --test schema"
    );
}
