//! Valid documents are parsed without problems, and written and parsed again without loss.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::to_json;
use ladder::{Id, Ladder, LevelPosition, SkillIx, read};

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

#[test]
fn a_level_is_one_of_the_scale_of_its_skill() {
    let text = r#"{"format": 2, "id": "a", "title": "A",
        "categories": [
            {"id": "speech", "name": "Speech", "scale": "cefr"},
            {"id": "foreign", "name": "Foreign", "parent": "speech"}],
        "roles": [{"id": "r", "title": "R", "skills": [
            {"skill": "saw", "level": "high"}, {"skill": "dutch", "level": "high"},
            {"skill": "latin", "level": "low"}]}],
        "skills": [
            {"id": "saw", "name": "Saw"},
            {"id": "dutch", "name": "Dutch", "category": "foreign", "levels": {"high": {"summary": "Dreams."}}},
            {"id": "latin", "name": "Latin", "category": "foreign", "scale": "dead"}],
        "scales": [
            {"id": "dead", "levels": [{"id": "low", "name": "Reads"}]},
            {"id": "cefr", "name": "Languages", "levels": [
                {"id": "low", "name": "A1"}, {"id": "mid", "name": "B1"}, {"id": "high", "name": "C1"}]}],
        "scale": [{"id": "low", "name": "Low"}, {"id": "high", "name": "High"}]}"#;
    let ladder = parse_valid(text);
    let required = ladder.roles[0].skills.iter().map(|requirement| {
        let level = requirement.level.unwrap();
        let position = ladder.level_position(requirement.skill, level);
        let levels = ladder.levels_of(requirement.skill).map(|level| ladder[level].name.as_str());
        let levels = levels.collect::<Vec<_>>().join(" ");
        format!("{} {} of {}: {levels}", ladder[level].name, position.index + 1, position.scale_len)
    });
    assert_eq!(
        required.collect::<Vec<_>>(),
        ["High 2 of 2: Low High", "C1 3 of 3: A1 B1 C1", "Reads 1 of 1: Reads"]
    );
    let dutch = ladder.skill_by_id(&Id::new("dutch").unwrap()).unwrap();
    let high = ladder.level_of(dutch, &Id::new("high").unwrap()).unwrap();
    assert!(ladder[dutch].level(high).is_some());
}

#[test]
fn a_skill_that_names_only_the_lowest_levels_has_no_higher_ones() {
    let skill =
        |id: &str, levels: &str| format!(r#"{{"id": "{id}", "name": "S", "levels": {levels}}}"#);
    let skills = [
        skill("two", r#"{"l1": {"name": "A"}, "l2": {"name": "B"}}"#),
        skill("unnamed", r#"{"l1": {"name": "A"}, "l2": {"summary": "B"}}"#),
        skill("gap", r#"{"l1": {"name": "A"}, "l3": {"name": "B"}}"#),
        skill("upper", r#"{"l3": {"name": "A"}}"#),
        skill("required", r#"{"l1": {"name": "A"}}"#),
        skill("plain", "{}"),
    ];
    let text = format!(
        r#"{{"format": 1, "id": "a", "title": "A", "skills": [{}],
        "scale": [{{"id": "l1", "name": "1"}}, {{"id": "l2", "name": "2"}}, {{"id": "l3", "name": "3"}}],
        "roles": [{{"id": "r", "title": "R", "skills": [
            {{"skill": "two", "level": "l2"}}, "unnamed", "gap", "upper", {{"skill": "required", "level": "l2"}},
            "plain"]}}]}}"#,
        skills.join(",")
    );
    let ladder = parse_valid(&text);
    let lens: Vec<_> = ladder.skill_indices().map(|skill| ladder.levels_of(skill).len()).collect();
    assert_eq!(lens, [2, 3, 3, 3, 3, 3]);
    let two = SkillIx(0);
    let position = |id: &str| {
        let level = ladder.level_of(two, &Id::new(id).unwrap()).unwrap();
        let LevelPosition { index, scale_len } = ladder.level_position(two, level);
        (index, scale_len)
    };
    assert_eq!((position("l1"), position("l2")), ((0, 2), (1, 2)));
    // As rated when the skill still had this level.
    assert_eq!(position("l3"), (1, 2));
}
