//! Roles, skills, categories, levels and resources of the same name can be told apart.

#![allow(clippy::unwrap_used)] // tests may panic

use ladder::{CategoryIx, Ladder, LevelIx, Normalizer, ResourceIx, read};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

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
    let expected = [
        "Engineer (Web)",
        "Manager (Web, G2)",
        "Manager (Web, G3)",
        "Engineer (Data)",
        "Manager (Data, G2)",
        "3",
    ];
    assert_eq!(short, expected);
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
    let ladder = ladder.with_normalizer(Normalizer::new(|text| text.nfkd().collect()));
    ladder.skill_indices().map(|skill| ladder.distinct_skill_name(skill)).collect()
}

#[test]
fn names_whose_accents_are_stored_differently_are_told_apart() {
    let (composed, decomposed) = ("Stratégie", "Strate\u{301}gie");
    let names = skill_names(&[composed, decomposed]);
    assert_eq!(names, [format!("{composed} (s0)"), format!("{decomposed} (s1)")]);
    let names =
        skill_names(&[&format!("alpha|{composed}"), &format!("beta|{decomposed}"), "Strategie"]);
    assert_eq!(names[0], format!("{composed} (Alpha)"));
    assert_eq!(names[1], format!("{decomposed} (Beta)"));
    assert_eq!(names[2], "Strategie");
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

#[test]
fn levels_are_told_apart_by_their_scales_and_on_one_scale_by_their_ids() {
    let document = r#"{
        "format": 1, "id": "levels", "title": "Levels",
        "scale": [
            {"id": "a", "name": "Basic"}, {"id": "b", "name": "Same"}, {"id": "c", "name": "Same"},
            {"id": "d", "name": "Fluent (Languages)"}
        ],
        "scales": [
            {"id": "languages", "name": "Languages", "levels": [
                {"id": "a", "name": "Basic"}, {"id": "b", "name": "Fluent"}, {"id": "c", "name": "Native"}]},
            {"id": "tools", "levels": [
                {"id": "a", "name": "Basic"}, {"id": "b", "name": "Fluent"}, {"id": "c", "name": "Expert "},
                {"id": "d", "name": "Expert"}]}
        ],
        "skills": [{"id": "skill", "name": "Skill", "levels": {"a": {"name": "Own"}, "d": {}}}],
        "roles": [{"id": "role", "title": "Role", "skills": [{"skill": "skill", "level": "c"}]}]
    }"#;
    let ladder = read(document).ladder.unwrap();
    let levels = LevelIx::all(ladder.all_levels().count());
    let names: Vec<String> = levels.map(|level| ladder.distinct_level_name(level)).collect();
    let expected = [
        "Basic",
        "Same (b)",
        "Same (c)",
        "Fluent (Languages)",
        "Basic (Languages)",
        "Fluent (Languages, languages/b)",
        "Native",
        "Basic (tools)",
        "Fluent (tools)",
        "Expert  (c)",
        "Expert (d)",
    ];
    assert_eq!(names, expected);
    assert!(is_distinct(&names));
    let names: Vec<&str> =
        ladder.levels_of(0.into()).map(|level| ladder.level_name(0.into(), level)).collect();
    assert_eq!(names, ["Own", "Same (b)", "Same (c)", "Fluent (Languages)"]);
}

#[test]
fn resources_are_told_apart_by_provider_type_language_and_id() {
    for (fields, expected) in [
        (
            [r#""provider": "Acme""#, r#""provider": "Bolt""#],
            ["The guide (Acme)", "The guide (Bolt)"],
        ),
        (
            [r#""provider": "Acme""#, r#""type": "book""#],
            ["The guide (Acme)", "The guide (example.org)"],
        ),
        ([r#""type": "video""#, r#""type": "book""#], ["The guide (video)", "The guide (book)"]),
        (
            [r#""language": "de""#, r#""language": ["en", "fr"]"#],
            ["The guide (de)", "The guide (en, fr)"],
        ),
        (
            [r#""checked": "2026-01-01""#, r#""type": "other""#],
            ["The guide (r0)", "The guide (r1)"],
        ),
    ] {
        let resource = |at: usize| {
            let fields = fields[at];
            format!(
                r#"{{"id": "r{at}", "title": "The guide", "url": "https://example.org/{at}", {fields}}}"#
            )
        };
        let document = format!(
            r#"{{"format": 1, "id": "resources", "title": "Resources", "roles": [{{"id": "role", "title": "Role"}}],
            "resources": [{}, {}, {{"id": "r2", "title": "Another", "url": "https://example.org/2"}}]}}"#,
            resource(0),
            resource(1)
        );
        let ladder = read(&document).ladder.unwrap();
        let title = |resource| ladder.distinct_resource_title(resource);
        let titles: Vec<String> = ResourceIx::all(3).map(title).collect();
        assert_eq!(titles, [expected[0], expected[1], "Another"]);
    }
}
