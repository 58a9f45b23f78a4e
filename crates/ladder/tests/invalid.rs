//! Invalid documents, each with a snapshot of the problems reported for it.

#![allow(clippy::unwrap_used)] // tests may panic

use cli::report::as_text;
use ladder::{Severity, read};
use std::path::Path;

#[test]
fn the_problems_of_each_invalid_document_match_its_snapshot() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/invalid");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut paths: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let reading = read(&text);
        let has_errors = reading.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(reading.ladder.is_none(), has_errors, "{name}");
        assert_eq!(!has_errors, name.starts_with("warning"), "{name}");
        assert!(!reading.problems.is_empty(), "{name}");
        let report = as_text(&format!("{name}.json"), &text, &reading.problems, false);
        settings.bind(|| insta::assert_snapshot!(name, report));
    }
}

#[test]
fn half_a_character_is_reported_at_its_text() {
    let text = r#"{"format": 1, "roles": [{"id": "a"}, {"title": "\ud83d"}]}"#;
    let problems = read(text).problems;
    let pointers: Vec<&str> = problems.iter().map(|problem| problem.pointer.as_str()).collect();
    assert_eq!(pointers, ["/roles/1/title"]);
}
