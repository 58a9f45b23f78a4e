//! The guide for authors keeps its word: each of its steps gives a sound ladder.

#![allow(clippy::unwrap_used)]

use cli::report::as_text;
use ladder::read;
use serde_json::{Map, Value};

const GUIDE: &str = include_str!("../../../docs/write-a-ladder.md");

/// The code blocks of the guide that are of this kind.
fn blocks(kind: &str) -> Vec<&'static str> {
    let parts = GUIDE.split("```").skip(1).step_by(2);
    parts.filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n')).collect()
}

#[test]
fn each_step_gives_a_sound_ladder() {
    let mut document = Map::new();
    let steps = blocks("json");
    assert!(steps.len() >= 8);
    for step in steps {
        let whole = if step.starts_with('{') { step.to_owned() } else { format!("{{{step}}}") };
        let fields: Map<String, Value> = serde_json::from_str(&whole).unwrap();
        // What this step shows replaces what was there.
        document.extend(fields);
        let reading = read(&serde_json::to_string(&document).unwrap());
        assert_eq!(reading.problems, [], "{step}");
    }
}

#[test]
fn the_problem_it_shows_is_told_like_that() {
    let (shown, told) = (blocks("json problem"), blocks("text"));
    assert_eq!((shown.len(), told.len()), (1, 1));
    let problems = read(shown[0]).problems;
    assert_eq!(as_text("ladder.json", shown[0], &problems, false).trim(), told[0].trim());
}

#[test]
fn it_names_every_field() {
    let schema = ladder::json_schema();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let definitions = schema["definitions"].as_object().unwrap().values();
    for shape in definitions.chain([&schema]) {
        let fields = shape["properties"].as_object().into_iter().flat_map(Map::keys);
        for field in fields {
            let named = [format!("`{field}`"), format!("{field},"), format!("{field} }}")];
            assert!(named.iter().any(|name| GUIDE.contains(name)), "{field}");
        }
    }
}
