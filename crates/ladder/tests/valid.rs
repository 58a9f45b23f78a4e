//! Documents that are sound: read without a problem, written and read again without a loss.

#![allow(clippy::unwrap_used)]

use ladder::to_json;
use ladder::{Ladder, read};

const EVERYTHING: &str = include_str!("../../../tests/fixtures/valid/everything.json");
const SMALLEST: &str = include_str!("../../../tests/fixtures/valid/smallest.json");
const LOOSE: &str = include_str!("../../../tests/fixtures/valid/loosely-written.json");

fn sound(text: &str) -> Ladder {
    let reading = read(text);
    assert_eq!(reading.problems, []);
    reading.ladder.unwrap()
}

#[test]
fn what_is_in_canonical_form_is_written_as_it_was() {
    // The only escape that canonical writing would resolve stands in `ext`, which is kept.
    assert_eq!(to_json(&sound(EVERYTHING)).unwrap(), EVERYTHING);
}

#[test]
fn writing_and_reading_again_gives_an_equal_document() {
    for text in [EVERYTHING, SMALLEST, LOOSE] {
        let ladder = sound(text);
        let written = to_json(&ladder).unwrap();
        assert_eq!(sound(&written), ladder);
        assert_eq!(to_json(&sound(&written)).unwrap(), written);
    }
}

#[test]
fn canonical_form_leaves_defaults_out_and_shortens() {
    insta::assert_snapshot!(to_json(&sound(LOOSE)).unwrap());
}

#[test]
fn a_byte_order_mark_is_accepted() {
    assert_eq!(sound(&format!("\u{feff}{SMALLEST}")), sound(SMALLEST));
}

#[test]
fn a_skill_asked_for_twice_counts_at_the_higher_level() {
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
