//! Valid documents are parsed without problems, and written and parsed again without loss.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::to_json;
use ladder::{Ladder, read};

const EVERYTHING: &str = include_str!("../../../tests/fixtures/valid/everything.json");
const SMALLEST: &str = include_str!("../../../tests/fixtures/valid/smallest.json");
const LOOSE: &str = include_str!("../../../tests/fixtures/valid/loosely-written.json");

fn parse_valid(text: &str) -> Ladder {
    let reading = read(text);
    assert_eq!(reading.problems, []);
    reading.ladder.unwrap()
}

#[test]
fn a_canonical_document_is_written_unchanged() {
    // Canonical writing resolves escapes, except in `ext`.
    assert_eq!(to_json(&parse_valid(EVERYTHING)).unwrap(), EVERYTHING);
}

#[test]
fn writing_and_parsing_again_gives_an_equal_document() {
    for text in [EVERYTHING, SMALLEST, LOOSE] {
        let ladder = parse_valid(text);
        let written = to_json(&ladder).unwrap();
        assert_eq!(parse_valid(&written), ladder);
        assert_eq!(to_json(&parse_valid(&written)).unwrap(), written);
    }
}

#[test]
fn canonical_form_omits_defaults_and_uses_short_forms() {
    insta::assert_snapshot!(to_json(&parse_valid(LOOSE)).unwrap());
}

#[test]
fn a_byte_order_mark_is_accepted() {
    assert_eq!(parse_valid(&format!("\u{feff}{SMALLEST}")), parse_valid(SMALLEST));
}

#[test]
fn a_skill_listed_twice_is_required_at_the_higher_level() {
    let text = r#"{"format": 1, "id": "a", "title": "A",
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}],
        "skills": [{"id": "s", "name": "S"}, {"id": "t", "name": "T"}],
        "roles": [{"id": "r", "title": "R", "skills": [
            {"skill": "s", "level": "high", "statements": ["one"]}, "t",
            {"skill": "s", "level": "low", "kind": "core", "note": "n", "statements": ["two"]}]}]}"#;
    let reading = read(text);
    assert_eq!(reading.problems.len(), 1);
    let ladder = reading.ladder.unwrap();
    insta::assert_debug_snapshot!(ladder.roles[0].skills);
}
