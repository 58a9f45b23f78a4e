//! YAML and TOML: what they become, and where their problems are.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use import::{read_and_check, read_document};
use ladder::read;
use proptest::prelude::*;
use std::time::{Duration, Instant};

const YAML: &str = "\
# How we work. Comments are not content.
format: 1
id: bench
title: The Bench
updated: 2026-01-31
scale: &levels
  - { id: basic, name: Basic }
  - { id: sure, name: Sure }
skills:
  - id: wheels
    name: Wheels
    description: |
      Builds wheels.
      Trues wheels.
ext: { copied: *levels }
roles:
  - &first
    id: apprentice
    title: Apprentice
    family: &family Workshop
    skills: [{ skill: wheels, level: basic }]
  - <<: *first
    id: mechanic
    title: Mechanic
";

const TOML: &str = r#"
format = 1 # Comments are not content.
id = "bench"
title = "The Bench"
updated = 2026-01-31
ext = { copied = [{ id = "basic", name = "Basic" }, { id = "sure", name = "Sure" }] }
scale = [{ id = "basic", name = "Basic" }, { id = "sure", name = "Sure" }]

[[skills]]
id = "wheels"
name = "Wheels"
description = """
Builds wheels.
Trues wheels.
"""

[[roles]]
id = "apprentice"
title = "Apprentice"
family = "Workshop"
skills = [{ skill = "wheels", level = "basic" }]

[[roles]]
id = "mechanic"
title = "Mechanic"
family = "Workshop"
skills = [{ skill = "wheels", level = "basic" }]
"#;

/// The problems of a source: line, column and message.
fn problems(name: &str, text: &str) -> Vec<(u32, u32, String)> {
    let reading = read_and_check(name, text.as_bytes());
    let problem = |problem: import::SourceProblem| {
        let place = problem.problem.place.unwrap();
        (place.line, place.column, problem.problem.message)
    };
    reading.problems.into_iter().map(problem).collect()
}

#[test]
fn yaml_and_toml_give_the_same_ladder() {
    let yaml = read_and_check("a.yaml", YAML.as_bytes());
    assert_eq!(yaml.problems, []);
    let toml = read_and_check("a.toml", TOML.as_bytes());
    assert_eq!(toml.problems, []);
    let (yaml, toml) = (yaml.ladder.unwrap(), toml.ladder.unwrap());
    assert_eq!(yaml, toml);
    assert_eq!(yaml.roles[1].family.as_deref(), Some("Workshop"));
    assert_eq!(yaml.roles[1].skills.len(), 1);
}

#[test]
fn a_json_document_stays_as_it_is() {
    let json =
        r#"{ "format": 1, "id": "a", "title": "A", "roles": [{ "id": "b", "title": "B" }] }"#;
    assert_eq!(read_document("a.json", json.as_bytes()).unwrap().json(), json);
}

#[test]
fn problems_are_at_their_place_in_yaml() {
    let text = YAML
        .replace("skill: wheels, level: basic", "skill: wheel, level: basics")
        .replace("family: &family Workshop", "famly: &family Workshop\n    grade: 1.10");
    let found = problems("a.yaml", &text);
    let places: Vec<_> = found.iter().map(|(line, column, _)| (*line, *column)).collect();
    // The unused skill, then the role, whose faults count again where it is merged.
    assert_eq!(places[..5], [(10, 5), (20, 5), (20, 5), (21, 12), (21, 12)], "{found:?}");
    let number = "`grade` must be text, not 1.10; without quotes, YAML reads it as a number: write `\"1.10\"`";
    assert!(found.iter().any(|(_, _, message)| message.ends_with(&number[8..])), "{found:?}");
    assert!(found.iter().any(|(line, column, _)| (*line, *column) == (22, 23)), "{found:?}");
}

#[test]
fn a_missing_field_is_reported_at_the_object_that_lacks_it() {
    let found = problems("a.yaml", "format: 1\nid: a\ntitle: A\nroles:\n  - id: b\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, found[0].1), (5, 5), "{found:?}");
}

#[test]
fn what_yaml_allows_and_a_ladder_does_not_is_refused() {
    for (text, line, column, expected) in [
        ("id: a\nid: b\n", 2, 1, "the field `id` is here twice; keep one"),
        ("id: !secret a\n", 1, 5, "tags (words that begin with `!`)"),
        ("? [a, b]\n: c\n", 1, 3, "a field’s name must be text"),
        ("a: &x [*x]\n", 1, 8, "this alias is part of what it stands for"),
        ("id: a\n---\nid: b\n", 2, 1, "more than one YAML document"),
        ("id: [a\n", 2, 1, "this is not YAML: "),
        ("id: *missing\n", 1, 5, "this is not YAML: "),
        ("# nothing\n", 1, 1, "the file is empty"),
        ("a: 1\n<<: 3\n", 2, 5, "`<<` takes an object"),
    ] {
        let found = problems("a.yaml", text);
        assert!(found[0].2.contains(expected), "{text:?}: {found:?}");
        assert_eq!((found[0].0, found[0].1), (line, column), "{text:?}: {found:?}");
    }
}

#[test]
fn faults_of_toml_have_a_line_and_a_column() {
    for (text, line, column) in
        [("id = \"a\"\nid = \"b\"\n", 2, 1), ("\nid = \n", 2, 6), ("é = 1", 1, 1)]
    {
        let found = problems("a.toml", text);
        assert_eq!((found[0].0, found[0].1), (line, column), "{text:?}: {found:?}");
        assert!(found[0].2.starts_with("this is not TOML: "), "{found:?}");
    }
}

#[test]
fn aliases_cannot_expand_without_bound() {
    let mut text = String::from("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for nth in 1..12 {
        let aliases = vec![format!("*a{}", nth - 1); 9].join(", ");
        text.push_str(&format!("a{nth}: &a{nth} [{aliases}]\n"));
    }
    let started = Instant::now();
    let found = problems("a.yaml", &text);
    assert!(found[0].2.starts_with("the aliases of this document stand for too much"), "{found:?}");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn deep_nesting_is_refused() {
    for text in ["[".repeat(100_000), "- ".repeat(20_000), "a: ".to_owned() + &"{b: ".repeat(500)] {
        assert!(!problems("a.yaml", &text).is_empty());
    }
    assert!(!problems("a.toml", &format!("a = {}", "[".repeat(100_000))).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_handled(text in r#"([-\[\]{}:,&*!|>'"%@`#?=.~ \n\ta-c0-9é]|: |\n- |\n  |<<: |&a |\*a ){0,60}"#) {
        for name in ["a.yaml", "a.toml"] {
            let document = read_document(name, text.as_bytes());
            if let Ok(document) = document {
                let json: Result<serde_json::Value, _> = serde_json::from_str(document.json());
                prop_assert!(json.is_ok(), "{}", document.json());
                let _ = document.check();
            }
        }
    }

    #[test]
    fn any_bytes_are_handled(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        for name in ["a.yaml", "a.toml", "a.json"] {
            let _ = read_and_check(name, &bytes);
        }
    }
}

/// A document in JSON is YAML, too.
#[test]
fn json_read_as_yaml_gives_the_same_ladder() {
    let json = include_str!("../../../tests/fixtures/valid/everything.json");
    // `ext` is copied verbatim, and YAML does not preserve escapes.
    let json = &json.replace("\\u00e9", "é");
    let reading = read_and_check("everything.yaml", json.as_bytes());
    assert_eq!(reading.problems, []);
    assert_eq!(reading.ladder, read(json).ladder);
}
