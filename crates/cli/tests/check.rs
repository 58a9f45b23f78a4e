//! `career-ladder check`: its output, what it writes, and its exit codes.

#![allow(clippy::unwrap_used)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const VALID: &str = "tests/fixtures/valid/everything.json";
const LOOSE: &str = "tests/fixtures/valid/loosely-written.json";
const INVALID: &str = "tests/fixtures/invalid/several-at-once.json";
const LOSSY: &str = "tests/fixtures/invalid/warning-unknown-fields.json";

/// The root of the repository, where the fixtures are.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

/// The exit code, standard output and standard error.
fn check(arguments: &[&str]) -> (i32, String, String) {
    let command = Command::new(env!("CARGO_BIN_EXE_career-ladder"))
        .arg("check")
        .args(arguments)
        .current_dir(root())
        .output();
    let output = command.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A copy of a fixture that a test can write to.
fn copy(fixture: &str, name: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::copy(root().join(fixture), &copy).unwrap();
    copy
}

#[test]
fn a_valid_ladder_passes_even_with_warnings() {
    assert_eq!(check(&[VALID]), (0, format!("{VALID}: no problems\n"), String::new()));
    let (code, printed, _) = check(&[LOSSY]);
    assert_eq!(code, 0);
    assert!(printed.ends_with(": 10 warnings\n"), "{printed}");
}

#[test]
fn the_bad_address_of_a_resource_is_a_warning_at_its_place() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-address.yaml");
    let yaml = "format: 1\nid: a\ntitle: A\nreading: [book]\nroles: [{id: r, title: R}]\n\
                resources:\n  - id: book\n    title: The book\n    url: the shelf\n";
    fs::write(&file, yaml).unwrap();
    let (code, printed, _) = check(&[file.to_str().unwrap()]);
    assert_eq!(code, 0);
    let message = "warning: `the shelf` must start with https:// or http://; \
                   the resource is shown without a link\n";
    assert!(printed.contains(message) && printed.contains(":9:10\n"), "{printed}");
}

#[test]
fn an_error_in_any_file_makes_the_command_fail() {
    let (code, printed, _) = check(&[INVALID, VALID]);
    assert_eq!(code, 1);
    assert!(printed.contains("error: unknown skill `pyhton`; did you mean `python`?"), "{printed}");
    assert!(printed.contains(&format!("{INVALID}: 4 errors, 3 warnings\n")), "{printed}");
    assert!(printed.ends_with(&format!("{VALID}: no problems\n")), "{printed}");
}

#[test]
fn json_output_has_one_line_per_file() {
    let (code, printed, _) = check(&["--json", INVALID, VALID, "tests/no-such-file.json"]);
    assert_eq!(code, 2);
    let lines: Vec<serde_json::Value> =
        printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["file"], INVALID);
    let first = serde_json::json!({
        "severity": "error", "pointer": "/roles/0/skills/0", "line": 6, "column": 52,
        "message": "unknown skill `pyhton`; did you mean `python`?"
    });
    assert_eq!(lines[0]["problems"][0], first);
    assert_eq!(lines[1], serde_json::json!({"file": VALID, "problems": []}));
    assert_eq!(lines[2]["problems"][0]["line"], serde_json::Value::Null);
}

#[test]
fn write_rewrites_a_ladder_in_canonical_form() {
    let file = copy(LOOSE, "loose.json");
    assert_eq!(check(&["--write", file.to_str().unwrap()]).0, 0);
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("{\n  \"format\": 2,\n  \"id\": \"loose\",\n"), "{written}");
    assert_eq!(check(&["--write", file.to_str().unwrap()]).0, 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn write_upgrades_a_ladder_so_that_it_looks_the_same() {
    let text = r#"{"format": 1, "id": "a", "title": "A *b*", "summary": "2 * 3<br>*a* \\ b",
        "roles": [{"id": "r", "title": "R", "summary": "snake_case"}]}"#;
    let file = written("upgrade.json", text);
    assert_eq!(check(&["--write", &file]).0, 0);
    let upgraded = fs::read_to_string(&file).unwrap();
    let upgraded: serde_json::Value = serde_json::from_str(&upgraded).unwrap();
    assert_eq!(upgraded["format"], 2);
    assert_eq!(upgraded["title"], "A *b*");
    assert_eq!(upgraded["summary"], r"2 \* 3\<br>\*a\* \\ b");
    assert_eq!(upgraded["roles"][0]["summary"], "snake_case");
    assert_eq!(check(&[&file]), (0, format!("{file}: no problems\n"), String::new()));
}

#[test]
fn a_file_that_would_lose_content_is_not_rewritten() {
    for (original, name, expected) in [(INVALID, "invalid.json", 1), (LOSSY, "lossy.json", 2)] {
        let file = copy(original, name);
        let before = fs::read_to_string(&file).unwrap();
        assert_eq!(check(&["--write", file.to_str().unwrap()]).0, expected);
        assert_eq!(fs::read_to_string(&file).unwrap(), before);
    }
}

#[test]
fn wrong_arguments_exit_with_2() {
    assert_eq!(check(&[]).0, 2);
    let (code, _, error) = check(&["--jsno", VALID]);
    assert_eq!(code, 2);
    assert!(error.contains("unexpected argument '--jsno'"), "{error}");
    assert_eq!(check(&["--help"]).0, 0);
}

/// Writes a file that a test checks.
fn written(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn yaml_and_toml_are_checked_like_json() {
    let yaml = written(
        "ladder.yaml",
        "# A comment\nformat: 1\nid: bench\ntitle: The Bench\nroles:\n  - id: lead\n    title: Lead\n    grade: 3\n    skills: [braeks]\n",
    );
    let (code, printed, _) = check(&[&yaml]);
    assert_eq!(code, 1);
    assert!(printed.contains("ladder.yaml:8:12\n"), "{printed}");
    assert!(printed.contains("YAML reads it as a number: write `\"3\"`"), "{printed}");
    assert!(
        printed.contains("9 |     skills: [braeks]\n  |              ^^^^^^ /roles/0/skills/0"),
        "{printed}"
    );
    let toml = written(
        "ladder.toml",
        "format = 1\nid = \"bench\"\ntitle = \"The Bench\"\nupdated = 2026-01-31\n[[roles]]\nid = \"lead\"\ntitle = 5\n",
    );
    let (code, printed, _) = check(&["--json", &toml]);
    assert_eq!(code, 1);
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let problems = printed["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 1, "{printed}");
    assert_eq!((&problems[0]["line"], &problems[0]["column"]), (&7.into(), &9.into()));
    assert_eq!(problems[0]["pointer"], "/roles/0/title");
}

#[test]
fn yaml_and_toml_are_rewritten_too() {
    let yaml = written(
        "loose.yaml",
        "roles: [{title: 'Lead # 1', id: lead}]\nid: bench\nformat: 2\ntitle: The Bench\n",
    );
    assert_eq!(check(&["--write", &yaml]).0, 0);
    let expected =
        "format: 2\nid: bench\ntitle: The Bench\nroles:\n  - id: lead\n    title: \"Lead # 1\"\n";
    assert_eq!(fs::read_to_string(&yaml).unwrap(), expected);
    let toml = written(
        "loose.toml",
        "id = 'bench'\nformat = 2\ntitle = 'The Bench'\nroles = [{title = 'Lead', id = 'lead'}]\n",
    );
    assert_eq!(check(&["--write", &toml]).0, 0);
    let expected = "format = 2\nid = \"bench\"\ntitle = \"The Bench\"\n\n[[roles]]\nid = \"lead\"\ntitle = \"Lead\"\n";
    assert_eq!(fs::read_to_string(&toml).unwrap(), expected);
}

#[test]
fn a_file_with_comments_and_a_table_are_not_rewritten() {
    let yaml = "format: 1 # kept\nid: bench\ntitle: The Bench\nroles: [{id: lead, title: Lead}]\n";
    let toml =
        "# kept\nformat = 1\nid = \"a\"\ntitle = \"A\"\nroles = [{id = \"b\", title = \"B\"}]\n";
    let csv = "Skill,Lead\nWheels,x\n";
    let comments = "not rewritten: it has comments or anchors";
    for (name, text, sentence) in [
        ("kept.yaml", yaml, comments),
        ("kept.toml", toml, comments),
        ("kept.csv", csv, "not rewritten: it is no ladder in JSON, YAML or TOML"),
    ] {
        let file = written(name, text);
        let (code, _, error) = check(&["--write", &file]);
        assert_eq!(code, 2, "{name}");
        assert!(error.contains(sentence), "{error}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

#[test]
fn what_was_guessed_and_left_out_of_a_table_is_printed() {
    let csv = written("doubts.csv", "Skill,Junior,Senior\nWheels,Basic,Expert\n,x,\n");
    let (code, printed, _) = check(&[&csv]);
    assert_eq!(code, 0);
    for line in [
        "doubts.csv:2:8: guessed: the levels, lowest first, by their usual order: Basic, Expert\n",
        "doubts.csv:3:2: left out: this row has no skill\n",
    ] {
        assert!(printed.contains(line), "{printed}");
    }
    assert!(!printed.contains("understood"), "{printed}");
    let (_, printed, _) = check(&["--json", &csv]);
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let left_out = printed["remarks"].as_array().unwrap().last().unwrap().clone();
    let expected = serde_json::json!({
        "kind": "left out", "sheet": null, "line": 3, "column": 2, "message": "this row has no skill"
    });
    assert_eq!(left_out, expected);
}
