//! Roles, skills, categories, levels and resources of the same name can be told apart.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{CategoryIx, Ladder, read};
use std::collections::HashSet;

const LADDER: &str = r#"{
    "format": 1, "id": "same", "title": "Same names",
    "tracks": [{"id": "web", "name": "Web"}, {"id": "data", "name": "Data"}],
    "categories": [
        {"id": "sales", "name": "Sales"}, {"id": "sales-know", "name": "Knowledge", "parent": "sales"},
        {"id": "law", "name": "Law"}, {"id": "law-know", "name": "Knowledge", "parent": "law"}
    ],
    "skills": [
        {"id": "planning", "name": "Planning", "category": "sales-know"},
        {"id": "planning-2", "name": "Planning", "category": "law-know"},
        {"id": "other", "name": "Other"}
    ],
    "roles": [
        {"id": "w0", "title": "Engineer", "short_title": "1", "track": "web", "grade": "G1", "skills": ["planning", "planning-2", "other"]},
        {"id": "w1", "title": "Manager", "short_title": "2", "track": "web", "grade": "G2"},
        {"id": "w2", "title": "Manager", "short_title": "2", "track": "web", "grade": "G3"},
        {"id": "d0", "title": "Engineer", "short_title": "1", "track": "data", "grade": "G1"},
        {"id": "d1", "title": "Manager", "short_title": "2", "track": "data", "grade": "G2"},
        {"id": "d2", "title": "Chief", "short_title": "3", "track": "data"}
    ]
}"#;

fn ladder() -> Ladder {
    read(LADDER).ladder.unwrap()
}

fn is_distinct(names: &[String]) -> bool {
    names.iter().collect::<HashSet<_>>().len() == names.len()
}

#[test]
fn titles_are_told_apart_by_track_and_grade() {
    let ladder = ladder();
    let titles: Vec<String> =
        ladder.role_indices().map(|role| ladder.distinct_title(role)).collect();
    let expected = [
        "Engineer (Web)",
        "Manager (Web, G2)",
        "Manager (Web, G3)",
        "Engineer (Data)",
        "Manager (Data, G2)",
        "Chief",
    ];
    assert_eq!(titles, expected);
    let short = |role| ladder.distinct_short_title(role);
    let short: Vec<String> = ladder.role_indices().map(short).collect();
    assert_eq!(short, ["1 (Web)", "2 (Web, G2)", "2 (Web, G3)", "1 (Data)", "2 (Data, G2)", "3"]);
    assert!(is_distinct(&titles) && is_distinct(&short));
}

#[test]
fn skills_and_categories_are_told_apart_by_the_categories_around_them() {
    let ladder = ladder();
    let name = |category| ladder.distinct_category_name(category);
    let names: Vec<String> = CategoryIx::all(4).map(name).collect();
    assert_eq!(names, ["Sales", "Knowledge (Sales)", "Law", "Knowledge (Law)"]);
    let name = |skill| ladder.distinct_skill_name(skill);
    let names: Vec<String> = ladder.skill_indices().map(name).collect();
    assert_eq!(names, ["Planning (Sales)", "Planning (Law)", "Other"]);
}

/// The displayed names of skills with these names and the ids `s0`, `s1` and so on. `{category}|{name}` is a
/// skill in a category.
fn skill_names(names: &[&str]) -> Vec<String> {
    let skills = names.iter().enumerate().map(|(at, name)| {
        let (category, name) = name.split_once('|').unwrap_or(("", name));
        let mut skill = serde_json::json!({ "id": format!("s{at}"), "name": name });
        if !category.is_empty() {
            skill["category"] = category.into();
        }
        skill
    });
    let document = serde_json::json!({
        "format": 1, "id": "names", "title": "Names",
        "categories": [{"id": "alpha", "name": "Alpha"}, {"id": "beta", "name": "Beta"}],
        "skills": skills.collect::<Vec<_>>(),
        "roles": [{"id": "role", "title": "Role"}]
    });
    let ladder = read(&document.to_string()).ladder.unwrap();
    ladder.skill_indices().map(|skill| ladder.distinct_skill_name(skill)).collect()
}

#[test]
fn names_that_only_look_the_same_are_told_apart() {
    for other in [
        "Team  lead",
        "Team\u{a0}lead",
        "Team\u{2003}lead ",
        "Team\u{200b} lead",
        "\u{feff}Team lead",
        "Te\u{ad}am \u{2060}lead",
        "Team\u{200d} lead",
    ] {
        let expected = ["Team lead (Alpha)".to_owned(), format!("{other} (Beta)")];
        assert_eq!(
            skill_names(&["alpha|Team lead", &format!("beta|{other}")]),
            expected,
            "{other:?}"
        );
    }
    assert_eq!(
        skill_names(&["Team lead", "team lead", "Teamlead"]),
        ["Team lead", "team lead", "Teamlead"]
    );
}

#[test]
fn a_qualified_name_is_never_that_of_another_skill() {
    for (names, expected) in [
        (
            ["alpha|Planning", "beta|Planning", "Planning (Alpha)", "Other"],
            ["Planning (Alpha, s0)", "Planning (Beta)", "Planning (Alpha)", "Other"],
        ),
        (
            ["alpha|Planning", "beta|Planning", "Planning  (Alpha)", "Planning (Alpha, s0)"],
            [
                "Planning (Alpha, s0)",
                "Planning (Beta)",
                "Planning  (Alpha)",
                "Planning (Alpha, s0) (s3)",
            ],
        ),
        (
            ["Planning", "Planning", "Planning (s0)", "Planning (s0) (s2)"],
            ["Planning (s0)", "Planning (s1)", "Planning (s0) (s2)", "Planning (s0) (s2) (s3)"],
        ),
        (
            ["alpha|Planning (Beta)", "Planning (Beta)", "beta|Planning", "Planning"],
            ["Planning (Beta) (Alpha)", "Planning (Beta)", "Planning (Beta, s2)", "Planning"],
        ),
    ] {
        let shown = skill_names(&names);
        assert_eq!(shown, expected);
        assert!(is_distinct(&shown));
    }
}
