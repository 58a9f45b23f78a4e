//! One bad input a file, and beside it a snapshot of what is said about it.

#![allow(clippy::unwrap_used)]

use cli::report::as_text;
use ladder::{Severity, read};
use std::path::Path;

#[test]
fn every_bad_input_is_told_well() {
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
        let refused = reading.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(reading.ladder.is_none(), refused, "{name}");
        assert_eq!(!refused, name.starts_with("warning"), "{name}");
        assert!(!reading.problems.is_empty(), "{name}");
        let told = as_text(&format!("{name}.json"), &text, &reading.problems, false);
        settings.bind(|| insta::assert_snapshot!(name, told));
    }
}
