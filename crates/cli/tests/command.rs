//! The command that checks ladders: what it prints, what it writes, and how it exits.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const VALID: &str = "tests/fixtures/valid/everything.json";
const LOOSE: &str = "tests/fixtures/valid/loosely-written.json";
const INVALID: &str = "tests/fixtures/invalid/several-at-once.json";
const LOSSY: &str = "tests/fixtures/invalid/warning-unknown-fields.json";

/// The project's root, where the fixtures are.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

/// The exit code, and what was printed to both outputs.
fn check(arguments: &[&str]) -> (i32, String, String) {
    let command =
        Command::new(env!("CARGO_BIN_EXE_check")).args(arguments).current_dir(root()).output();
    let output = command.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A copy that a test may write to.
fn copy(of: &str, name: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::copy(root().join(of), &copy).unwrap();
    copy
}

#[test]
fn a_sound_ladder_passes() {
    assert_eq!(check(&[VALID]), (0, format!("{VALID}: no problems\n"), String::new()));
    let (code, printed, _) = check(&[LOSSY]);
    assert_eq!(code, 0);
    assert!(printed.ends_with(": 10 warnings\n"), "{printed}");
}

#[test]
fn an_error_in_any_file_fails() {
    let (code, printed, _) = check(&[INVALID, VALID]);
    assert_eq!(code, 1);
    assert!(printed.contains("error: unknown skill `pyhton`; did you mean `python`?"), "{printed}");
    assert!(printed.contains(&format!("{INVALID}: 5 errors, 2 warnings\n")), "{printed}");
    assert!(printed.ends_with(&format!("{VALID}: no problems\n")), "{printed}");
}

#[test]
fn other_programs_get_a_line_of_json_a_file() {
    let (code, printed, _) = check(&["--json", INVALID, VALID, "tests/no-such-file.json"]);
    assert_eq!(code, 1);
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
fn writing_gives_the_canonical_form() {
    let file = copy(LOOSE, "loose.json");
    assert_eq!(check(&["--write", file.to_str().unwrap()]).0, 0);
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.starts_with("{\n  \"format\": 1,\n  \"id\": \"loose\",\n"), "{written}");
    assert_eq!(check(&["--write", file.to_str().unwrap()]).0, 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn writing_never_loses_what_was_there() {
    for (original, name) in [(INVALID, "invalid.json"), (LOSSY, "lossy.json")] {
        let file = copy(original, name);
        let before = fs::read_to_string(&file).unwrap();
        assert_eq!(check(&["--write", file.to_str().unwrap()]).0, 1);
        assert_eq!(fs::read_to_string(&file).unwrap(), before);
    }
}

#[test]
fn a_wrong_call_is_told_apart_from_a_wrong_ladder() {
    assert_eq!(check(&[]).0, 2);
    let (code, _, told) = check(&["--jsno", VALID]);
    assert_eq!(code, 2);
    assert!(told.starts_with("no option --jsno\n\nusage: "), "{told}");
    assert_eq!(check(&["--help"]).0, 0);
}

#[test]
fn ladders_are_copied_and_listed_for_a_site() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("into");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let into = folder.to_str().unwrap();
    assert_eq!(check(&["--into", into, VALID]).0, 0);
    let list: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.join("index.json")).unwrap()).unwrap();
    let file = list[0]["file"].as_str().unwrap();
    assert_eq!(file, format!("{}.json", list[0]["id"].as_str().unwrap()));
    let same = |a: &Path, b: &Path| fs::read(a).unwrap() == fs::read(b).unwrap();
    assert!(same(&folder.join(file), &root().join(VALID)));
    let (code, _, trouble) = check(&["--into", into, VALID, VALID]);
    assert_eq!(code, 1);
    assert!(trouble.contains("each needs one of its own"), "{trouble}");
    assert_eq!(check(&["--into"]).0, 2);
}
