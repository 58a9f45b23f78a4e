//! `career-ladder import`: what it writes, what it reports, and its exit codes.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The exit code, standard output and standard error.
fn career_ladder(arguments: &[&str], folder: &Path) -> (i32, String, String) {
    let command = Command::new(env!("CARGO_BIN_EXE_career-ladder"))
        .args(arguments)
        .current_dir(folder)
        .output();
    let output = command.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_table_becomes_a_ladder_in_the_format_of_the_output() {
    let folder = folder("import");
    fs::write(folder.join("matrix.csv"), "Skill;Junior;Senior\nWheels;Basic;Expert\nBrakes;;x\n")
        .unwrap();
    let (code, printed, report) = career_ladder(&["import", "matrix.csv"], &folder);
    assert_eq!(code, 0, "{report}");
    assert!(printed.starts_with("{\n  \"format\": 1,\n  \"id\": \"matrix\",\n"), "{printed}");
    assert!(
        report.contains("matrix.csv:1:1: understood: a matrix with 2 roles across"),
        "{report}"
    );
    assert!(report.contains("matrix.csv:2:8: guessed: the levels, lowest first"), "{report}");
    assert!(report.ends_with("matrix.csv: 2 roles, 2 skills\n"), "{report}");
    let (code, printed, _) = career_ladder(&["import", "matrix.csv", "-o", "ladder.yaml"], &folder);
    assert_eq!((code, printed.as_str()), (0, ""));
    let yaml = fs::read_to_string(folder.join("ladder.yaml")).unwrap();
    assert!(yaml.contains("roles:\n  - id: junior\n    title: Junior\n"), "{yaml}");
    assert_eq!(career_ladder(&["check", "ladder.yaml"], &folder).0, 0);
}

#[test]
fn errors_are_reported_and_nothing_is_written() {
    let folder = folder("import-errors");
    fs::write(folder.join("roles.csv"), "Title,Id\nLead,The Lead\n").unwrap();
    let (code, _, report) = career_ladder(&["import", "roles.csv", "-o", "out.json"], &folder);
    assert_eq!(code, 1);
    assert!(report.contains("roles.csv:2:6"), "{report}");
    assert!(!folder.join("out.json").exists());
    fs::write(folder.join("map.yaml"), "colums: {}\n").unwrap();
    let (code, _, report) = career_ladder(&["import", "roles.csv", "--map", "map.yaml"], &folder);
    assert_eq!(code, 1);
    assert!(report.contains("map.yaml:1:1"), "{report}");
    assert_eq!(career_ladder(&["import", "missing.csv"], &folder).0, 2);
}

#[test]
fn entries_of_a_mapping_that_nothing_has_are_reported() {
    let folder = folder("import-unused");
    fs::write(folder.join("m.csv"), "Skill,Boss\nWheels,P\n").unwrap();
    fs::write(
        folder.join("map.yaml"),
        "columns: {Nope: responsibilities, No: grade}\nroles: {boss: Lead}\ncells: {P: Key, Q: Key}\n",
    )
    .unwrap();
    let (code, _, report) = career_ladder(&["import", "m.csv", "--map", "map.yaml"], &folder);
    assert_eq!(code, 0, "{report}");
    let unused: Vec<&str> = report.lines().filter(|line| line.contains("mapping")).collect();
    let expected =
        [("Nope", "columns"), ("No", "columns"), ("Q", "cells")].map(|(name, section)| {
            format!("left out: `{name}` in `{section}` of the mapping: the files do not have it")
        });
    assert_eq!(unused, expected);
    fs::write(
        folder.join("a.json"),
        r#"{"format":1,"id":"a","title":"A","roles":[{"id":"b","title":"B"}]}"#,
    )
    .unwrap();
    let (_, _, report) = career_ladder(&["import", "a.json", "--map", "map.yaml"], &folder);
    assert!(report.starts_with("left out: the mapping: a ladder in JSON"), "{report}");
}

#[test]
fn a_table_is_checked_like_a_document() {
    let folder = folder("check-table");
    fs::write(folder.join("roles.csv"), "Title,Id\nLead,The Lead\n").unwrap();
    let (code, printed, _) = career_ladder(&["check", "--json", "roles.csv"], &folder);
    assert_eq!(code, 1);
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(printed["problems"][0]["line"], 2);
    assert_eq!(printed["problems"][0]["column"], 6);
}

#[test]
fn a_ladder_is_updated_with_a_table() {
    let folder = folder("update");
    let ladder = "format: 2\nid: bench\ntitle: The Bench\nskills:\n  - id: w\n    name: Wheels\n  - id: b\n    name: Brakes\nroles:\n  - id: one\n    title: Junior\n    summary: Begins\n    skills:\n      - w\n  - id: two\n    title: Senior\n";
    fs::write(folder.join("ladder.yaml"), ladder).unwrap();
    fs::write(folder.join("m.csv"), "Skill,Junior,Senior\nWheels,x,Key\n").unwrap();
    let arguments = ["import", "m.csv", "--update", "ladder.yaml", "-o", "ladder.yaml"];
    let (code, _, report) = career_ladder(&arguments, &folder);
    assert_eq!(code, 0, "{report}");
    let gone = "left out: the skill `Brakes` with the id `b`, which the table does not have\n";
    assert!(report.contains(gone) && !report.contains("guessed"), "{report}");
    let updated = fs::read_to_string(folder.join("ladder.yaml")).unwrap();
    let expected = ladder.replace("  - id: b\n    name: Brakes\n", "")
        + "    skills:\n      - skill: w\n        kind: core\n";
    assert_eq!(updated, expected);
}

#[test]
fn only_a_ladder_that_can_be_written_again_is_updated() {
    let folder = folder("update-refused");
    fs::write(folder.join("m.csv"), "Skill,Junior\nWheels,x\n").unwrap();
    fs::write(
        folder.join("unknown.json"),
        r#"{"format":1,"id":"a","title":"A","roles":[{"id":"b","title":"B","colour":"red"}]}"#,
    )
    .unwrap();
    fs::write(folder.join("invalid.json"), r#"{"format":1,"id":"a","title":"A","roles":[]}"#)
        .unwrap();
    for (ladder, expected, sentence) in [
        ("m.csv", 2, "--update takes a ladder in JSON, YAML or TOML, not m.csv"),
        ("missing.json", 2, "Cannot read missing.json"),
        ("unknown.json", 2, "it has fields or language tags that the format does not define"),
        ("invalid.json", 1, "invalid.json: 1 error"),
    ] {
        let (code, printed, report) =
            career_ladder(&["import", "m.csv", "--update", ladder], &folder);
        assert_eq!((code, printed.as_str()), (expected, ""), "{report}");
        assert!(report.contains(sentence), "{report}");
    }
    let (code, _, report) =
        career_ladder(&["import", "invalid.json", "--update", "unknown.json"], &folder);
    assert_eq!(code, 2, "{report}");
}
