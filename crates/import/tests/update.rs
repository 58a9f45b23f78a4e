//! A ladder that is updated with a table.

#![allow(clippy::unwrap_used, clippy::panic, missing_docs)] // tests may panic

use import::{Mapping, SourceFile, Updated, import, update};
use ladder::{Ladder, read, to_json};
use serde_json::{Value, json};

fn updated_with(ladder: &Ladder, name: &str, table: &str) -> Updated {
    let mut mapping = Mapping::default();
    mapping.keep_ids_of(ladder);
    let file = SourceFile { name, bytes: table.as_bytes() };
    let imported = import(&[file], &mapping).unwrap();
    assert_eq!(imported.remarks.iter().filter(|remark| remark.kind.word() == "guessed").count(), 0);
    let reading = imported.document.check();
    let table = reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems));
    update(ladder, &table).unwrap()
}

fn updated(ladder: &Ladder, table: &str) -> Updated {
    updated_with(ladder, "matrix.csv", table)
}

fn messages(updated: &Updated) -> Vec<String> {
    updated
        .remarks
        .iter()
        .map(|remark| format!("{}: {}", remark.kind.word(), remark.message))
        .collect()
}

/// A ladder with most of what a table does not have, and its matrix as the site exports it.
fn ladder() -> Value {
    json!({
        "format": 2, "id": "bench", "title": "The *Bench*", "summary": "All *of* it", "cumulative": true,
        "notes": [{ "title": "How", "text": "So" }],
        "categories": [
            { "id": "crafts", "name": "Crafts" },
            { "id": "hands", "name": "Hands", "parent": "crafts", "scale": "depth", "description": "Real *work*" }
        ],
        "scale": [{ "id": "l2", "name": "Erste" }, { "id": "l1", "name": "Zweite" }, { "id": "l3", "name": "Dritte" }],
        "scales": [{ "id": "depth", "name": "Depth", "levels": [
            { "id": "basic", "name": "Basic", "description": "x" }, { "id": "deep", "name": "Deep" }
        ] }],
        "skills": [
            { "id": "w", "name": "Wheels", "category": "hands", "description": "They *turn*", "related": ["t"] },
            { "id": "t", "name": "Talking", "levels": {
                "l2": { "name": "Says", "summary": "..." }, "l1": { "summary": "a" }
            } },
            { "id": "unused", "name": "Unused" }
        ],
        "tracks": [{ "id": "web", "name": "Web" }, { "id": "data", "name": "Data" }],
        "roles": [
            { "id": "one", "title": "Engineer", "track": "web", "summary": "Sums \\*up",
              "responsibilities": [{ "text": "Talks", "skill": "t" }],
              "skills": [{ "skill": "t", "level": "l2", "note": "Loud" }, { "skill": "w", "level": "basic" }],
              "next": [{ "role": "two", "kind": "lateral" }, "three"] },
            { "id": "two", "title": "Engineer", "track": "data", "skills": ["t"] },
            { "id": "three", "title": "Vice President (VP)", "short_title": "VP",
              "skills": [{ "skill": "w", "kind": "core" }, { "skill": "t", "level": "l1", "kind": "optional" }] }
        ],
        "resources": [{ "id": "book", "title": "A book", "url": "https://example.org/" }],
        "ext": { "z": 1, "a": null }
    })
}

fn parsed(document: &Value) -> Ladder {
    read(&document.to_string()).ladder.unwrap()
}

const EXPORT: &str = "\
Category,Skill,Scale,Engineer (Web),Engineer (Data),Vice President (VP)\r\n\
Hands,Wheels,Depth,Basic (required),,Basic (key)\r\n\
Other skills,Talking,,Says (required),Required,Zweite (nice to have)\r\n\
Other skills,Unused,,,,\r\n";

#[test]
fn an_export_changes_nothing() {
    let ladder = parsed(&ladder());
    let updated = updated(&ladder, EXPORT);
    assert_eq!(to_json(&updated.ladder).unwrap(), to_json(&ladder).unwrap());
    assert_eq!(messages(&updated), [""; 0]);
}

#[test]
fn an_edit_in_one_cell_changes_that_requirement_only() {
    for (from, to, pointer, expected) in [
        (
            "Basic (key)",
            "Deep (key)",
            "/roles/2/skills/0",
            json!({ "skill": "w", "level": "deep", "kind": "core" }),
        ),
        ("Basic (key)", "Basic (required)", "/roles/2/skills/0", json!("w")),
        (
            "Says (required)",
            "Dritte (key)",
            "/roles/0/skills/0",
            json!({ "skill": "t", "level": "l3", "kind": "core", "note": "Loud" }),
        ),
        ("Says (required)", "x", "/roles/0/skills/0", json!({ "skill": "t", "note": "Loud" })),
        (
            "(nice to have)",
            "(key)",
            "/roles/2/skills/1",
            json!({ "skill": "t", "level": "l1", "kind": "core" }),
        ),
    ] {
        let mut expected_ladder = ladder();
        *expected_ladder.pointer_mut(pointer).unwrap() = expected;
        let updated = updated(&parsed(&ladder()), &EXPORT.replace(from, to));
        assert_eq!(to_json(&updated.ladder).unwrap(), to_json(&parsed(&expected_ladder)).unwrap());
        assert_eq!(messages(&updated), [""; 0]);
    }
}

#[test]
fn a_new_level_is_the_highest_of_its_scale() {
    let updated = updated(&parsed(&ladder()), &EXPORT.replace("Basic (key)", "Deepest (key)"));
    assert_eq!(updated.ladder.scales[0].levels[2].id.as_str(), "deepest");
    let level = updated.ladder.roles[2].skills[0].level.unwrap();
    assert_eq!(updated.ladder[level].name, "Deepest");
    assert_eq!(messages(&updated), ["guessed: `Deepest` is a new level, the highest of its scale"]);
}

#[test]
fn new_roles_and_skills_go_where_the_table_has_them() {
    let table = EXPORT
        .replace("Web),", "Web),Engineer,")
        .replace("Basic (required),", "Basic (required),Deep,")
        .replace("Says (required),", "Says (required),,")
        .replace("Unused,,", "Pedals,,x,Key\r\nOther skills,Unused,,");
    let updated = updated(&parsed(&ladder()), &table);
    let ladder = &updated.ladder;
    let roles: Vec<&str> = ladder.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(roles, ["one", "engineer", "two", "three"]);
    let skills: Vec<&str> = ladder.skills.iter().map(|skill| skill.id.as_str()).collect();
    assert_eq!(skills, ["w", "t", "pedals", "unused"]);
    let level = ladder.roles[1].skills[0].level.unwrap();
    assert_eq!((ladder[level].id.as_str(), ladder.scales.len()), ("deep", 1));
    assert_eq!(ladder.roles[0].skills.len(), 3);
    let new = messages(&updated);
    assert!(
        new.contains(&"understood: the role `Engineer` is new, with the id `engineer`".to_owned())
    );
}

#[test]
fn what_vanished_is_reported_and_nothing_refers_to_it() {
    let table = "Skill,Engineer (Web),Vice President (VP)\nWheels,,Basic (key)\nUnused,,\n";
    let updated = updated(&parsed(&ladder()), table);
    let json: Value = serde_json::from_str(&to_json(&updated.ladder).unwrap()).unwrap();
    assert_eq!(json["roles"][0]["next"], json!(["three"]));
    assert_eq!(json["roles"][0]["responsibilities"], json!(["Talks"]));
    assert_eq!(json["skills"][0].get("related"), None);
    assert_eq!(json["tracks"], ladder()["tracks"]);
    assert_eq!(json["ext"], ladder()["ext"]);
    assert_eq!(
        messages(&updated),
        [
            "left out: the skill `Talking` with the id `t`, which the table does not have",
            "left out: `Engineer (Web)` no longer requires `Wheels`",
            "left out: the role `Engineer (Data)` with the id `two`, which the table does not have",
        ]
    );
}

#[test]
fn texts_of_a_table_of_roles_replace_those_of_the_ladder_and_nothing_else() {
    let table = "Title,Id,Summary,Responsibilities\nEngineer (Web),,*2* 3,\"Talks\nListens\"\nEngineer (Data),,,\nBoss,three,,\n";
    let updated = updated_with(&parsed(&ladder()), "roles.csv", table);
    let mut expected = ladder();
    expected["roles"][0]["summary"] = json!("\\*2\\* 3");
    expected["roles"][0]["responsibilities"] =
        json!([{ "text": "Talks", "skill": "t" }, "Listens"]);
    expected["roles"][2]["title"] = json!("Boss");
    assert_eq!(to_json(&updated.ladder).unwrap(), to_json(&parsed(&expected)).unwrap());
}
