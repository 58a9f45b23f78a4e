//! What changed between two versions of a ladder.

#![allow(clippy::unwrap_used)] // tests may panic

mod documents;

use documents::document;
use ladder::{ChangeTag, DetailChange, Ladder, LadderDiff, read};
use proptest::prelude::*;

const OLD: &str = r#"{
  "format": 1, "id": "bench", "title": "The Bench", "version": "1",
  "scale": [{ "id": "basic", "name": "Basic" }, { "id": "expert", "name": "Expert" }],
  "skills": [
    { "id": "wheels", "name": "Wheels", "includes": ["Truing stand"], "levels": { "basic": { "summary": "Trues a wheel" } } },
    { "id": "brakes", "name": "Brakes" },
    { "id": "talking", "name": "Talking" }
  ],
  "roles": [
    { "id": "apprentice", "title": "Apprentice", "responsibilities": ["Repairs brakes", "Greets people at the door"],
      "skills": [{ "skill": "wheels", "level": "basic" }, "brakes"] },
    { "id": "lead", "title": "Lead", "skills": ["talking"] },
    { "id": "boss", "title": "Boss" }
  ]
}"#;

const NEW: &str = r#"{
  "format": 1, "id": "bench", "title": "The Bench", "version": "2",
  "scale": [{ "id": "basic", "name": "Basic" }, { "id": "expert", "name": "Expert" }],
  "skills": [
    { "id": "wheels", "name": "Wheels", "includes": ["Spoke key"], "levels": { "basic": { "summary": "Trues a wheel well" } } },
    { "id": "conversation", "name": "Talking" },
    { "id": "budget", "name": "Budget" }
  ],
  "roles": [
    { "id": "lead", "title": "Workshop Lead", "skills": [{ "skill": "conversation", "kind": "core" }, "budget"] },
    { "id": "apprentice", "title": "Apprentice", "responsibilities": ["Greets people at the counter", "Orders parts"],
      "skills": [{ "skill": "wheels", "level": "expert" }] }
  ]
}"#;

fn ladder(text: &str) -> Ladder {
    read(text).ladder.unwrap()
}

/// Changes as `path: before > after`.
fn lines(details: &[DetailChange]) -> Vec<String> {
    let line = |change: &DetailChange| {
        let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
        format!("{}: {} > {}", change.path.join("/"), text(&change.before), text(&change.after))
    };
    details.iter().map(line).collect()
}

#[test]
fn every_change_is_found() {
    let diff = LadderDiff::new(&ladder(OLD), &ladder(NEW)).unwrap();
    assert_eq!(lines(&diff.ladder), ["version: 1 > 2"]);
    let apprentice = diff.roles.changed.iter().find(|role| role.id == "apprentice").unwrap();
    assert_eq!(
        lines(&apprentice.details),
        [
            "responsibilities: Greets people at the door > Greets people at the counter",
            "responsibilities: - > Orders parts",
            "responsibilities: Repairs brakes > -",
            "skills/Brakes:  > -",
            "skills/Wheels/level: Basic > Expert",
        ]
    );
    let lead = diff.roles.changed.iter().find(|role| role.id == "lead").unwrap();
    assert_eq!(
        lines(&lead.details),
        [
            "title: Lead > Workshop Lead",
            "skills/Talking:  > -",
            "skills/Talking: - > core",
            "skills/Budget: - > "
        ]
    );
    assert!(diff.roles.reordered);
    assert_eq!(
        diff.roles.removed.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(),
        ["boss"]
    );
    assert_eq!(
        lines(&diff.skills.changed[0].details),
        [
            "includes: Truing stand > -",
            "includes: - > Spoke key",
            "levels/Basic/summary: Trues a wheel > Trues a wheel well"
        ]
    );
    assert!(diff.levels.is_empty() && diff.resources.is_empty());
}

#[test]
fn an_id_that_is_gone_names_the_item_of_the_same_name() {
    let diff = LadderDiff::new(&ladder(OLD), &ladder(NEW)).unwrap();
    let removed = &diff.skills.removed;
    let gone: Vec<_> =
        removed.iter().map(|skill| (skill.id.as_str(), skill.now.as_deref())).collect();
    assert_eq!(gone, [("brakes", None), ("talking", Some("conversation"))]);
}

#[test]
fn rewordings_are_told_word_by_word() {
    let diff = LadderDiff::new(&ladder(OLD), &ladder(NEW)).unwrap();
    let words = &diff.roles.changed[1].details[0].words;
    let inserted: Vec<_> = words
        .iter()
        .filter(|word| word.tag == ChangeTag::Insert)
        .map(|word| word.text.trim())
        .collect();
    assert_eq!(inserted, ["counter"]);
}

proptest! {
    #[test]
    fn only_different_documents_differ(
        one in prop::collection::vec(any::<u8>(), 0..300),
        other in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let (one, other) = (document(&one), document(&other));
        prop_assert!(LadderDiff::new(&one, &one).unwrap().is_empty());
        let forth = LadderDiff::new(&one, &other).unwrap();
        let back = LadderDiff::new(&other, &one).unwrap();
        for ((_, forth), (_, back)) in forth.lists().iter().zip(back.lists()) {
            prop_assert_eq!(forth.added.len(), back.removed.len());
            prop_assert_eq!(forth.changed.len(), back.changed.len());
        }
    }
}

#[test]
fn roles_and_skills_with_a_former_id_are_compared_under_the_present_one() {
    let new = OLD
        .replace("\"id\": \"talking\"", "\"id\": \"conversation\", \"formerly\": [\"talking\"]")
        .replace("\"skills\": [\"talking\"]", "\"skills\": [\"conversation\"]")
        .replace("{ \"id\": \"boss\", \"title\": \"Boss\" }", "")
        .replace(
            "\"id\": \"lead\", \"title\": \"Lead\",",
            "\"id\": \"head\", \"title\": \"Head\", \"formerly\": [\"lead\", \"boss\"],",
        )
        .replace("] },\n    \n", "] }\n");
    let diff = LadderDiff::new(&ladder(OLD), &ladder(&new)).unwrap();
    let renames = |list: &ladder::ListDiff| {
        let renames =
            list.renamed.iter().map(|renamed| format!("{} > {}", renamed.was, renamed.id));
        renames.collect::<Vec<_>>()
    };
    assert_eq!(renames(&diff.skills), ["talking > conversation"]);
    assert_eq!(renames(&diff.roles), ["lead > head", "boss > head"]);
    assert!(diff.skills.added.is_empty() && diff.skills.removed.is_empty());
    assert!(diff.roles.added.is_empty() && diff.roles.removed.is_empty());
    assert!(diff.skills.changed.is_empty());
    assert_eq!(diff.roles.changed.len(), 1);
    assert_eq!(lines(&diff.roles.changed[0].details), ["title: Lead > Head"]);
}
