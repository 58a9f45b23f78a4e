//! The examples in the guide for authors are correct.

#![allow(clippy::unwrap_used)] // tests may panic

use cli::report::as_text;
use ladder::read;
use serde_json::{Map, Value};

const GUIDE: &str = include_str!("../../../docs/write-a-ladder.md");

/// The guide's code blocks of this kind.
fn blocks(kind: &str) -> Vec<&'static str> {
    let parts = GUIDE.split("```").skip(1).step_by(2);
    parts.filter_map(|block| block.strip_prefix(kind)?.strip_prefix('\n')).collect()
}

#[test]
fn each_step_of_the_guide_gives_a_valid_ladder() {
    let mut document = Map::new();
    let steps = blocks("json");
    assert!(steps.len() >= 8);
    for step in steps {
        let whole = if step.starts_with('{') { step.to_owned() } else { format!("{{{step}}}") };
        let fields: Map<String, Value> = serde_json::from_str(&whole).unwrap();
        // The fields of this step replace those of earlier steps.
        document.extend(fields);
        let reading = read(&serde_json::to_string(&document).unwrap());
        assert_eq!(reading.problems, [], "{step}");
    }
}

#[test]
fn the_problem_in_the_guide_is_reported_as_shown() {
    let (documents, reports) = (blocks("json problem"), blocks("text"));
    assert_eq!((documents.len(), reports.len()), (1, 1));
    let problems = read(documents[0]).problems;
    assert_eq!(as_text("ladder.json", documents[0], &problems, false).trim(), reports[0].trim());
}

#[test]
fn the_guide_mentions_every_field() {
    let schema = ladder::json_schema();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let definitions = schema["definitions"].as_object().unwrap().values();
    for definition in definitions.chain([&schema]) {
        // A type with a short form is declared as either that form or an object.
        let object = definition["anyOf"].get(1).unwrap_or(definition);
        let fields = object["properties"].as_object().unwrap().keys();
        for field in fields {
            let mentions = [format!("`{field}`"), format!("{field},"), format!("{field} }}")];
            assert!(mentions.iter().any(|mention| GUIDE.contains(mention)), "{field}");
        }
    }
}
