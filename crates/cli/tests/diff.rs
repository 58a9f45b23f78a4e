//! `career-ladder diff`: its output and its exit codes.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OLD: &str = "format: 1\nid: bench\ntitle: The Bench\nskills: [{id: wheels, name: Wheels}]\nroles:\n- id: lead\n  title: Lead\n  responsibilities: [Greets people at the door]\n  skills: [wheels]\n";
const NEW: &str = "format: 1\nid: bench\ntitle: The Bench\nskills: [{id: wheel-building, name: Wheels}]\nroles:\n- id: lead\n  title: Lead\n  responsibilities: [Greets people at the *counter*]\n  skills: [wheel-building]\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("old.yaml"), OLD).unwrap();
    fs::write(folder.join("new.yaml"), NEW).unwrap();
    fs::write(folder.join("bad.yaml"), "format: 1\n").unwrap();
    folder
}

fn diff(arguments: &[&str], folder: &Path) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    let output = command.arg("diff").args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn changes_are_written_as_markdown() {
    let folder = folder("diff-markdown");
    let (code, printed, _) = diff(&["old.yaml", "new.yaml"], &folder);
    assert_eq!(code, 0);
    let expected = "\
# Changes in The Bench

## Roles

### Lead (`lead`)

- responsibilities: Greets people at the ~~door~~ **\\*counter\\***
- skills › Wheels: removed
- skills › Wheels: added

## Skills

- Added: **Wheels** (`wheel-building`)
- Removed: **Wheels** (`wheels`)

## Ids that are gone

Links to them and answers that visitors gave no longer lead anywhere.

- skill `wheels`; `wheel-building` has the same name: if it is the same skill, keep the old id or list it in `formerly`
";
    assert_eq!(printed, expected);
}

#[test]
fn a_former_id_makes_it_a_rename() {
    let folder = folder("diff-renames");
    let renamed = NEW.replace("{id: wheel-building,", "{id: wheel-building, formerly: [wheels],");
    fs::write(folder.join("renamed.yaml"), renamed).unwrap();
    let (code, printed, _) = diff(&["old.yaml", "renamed.yaml"], &folder);
    assert_eq!(code, 0);
    let expected = "\
# Changes in The Bench

## Roles

### Lead (`lead`)

- responsibilities: Greets people at the ~~door~~ **\\*counter\\***

## Skills

- New id: **Wheels** (`wheel-building`, was `wheels`)
";
    assert_eq!(printed, expected);
}

#[test]
fn changes_are_written_as_json() {
    let folder = folder("diff-json");
    let (code, printed, _) = diff(&["--json", "old.yaml", "new.yaml"], &folder);
    assert_eq!(code, 0);
    let printed: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(printed["skills"]["removed"][0]["now"], "wheel-building");
    assert_eq!(printed["roles"]["changed"][0]["details"][0]["path"][0], "responsibilities");
    assert_eq!(printed["roles"]["changed"][0]["details"][0]["words"][0]["tag"], "equal");
}

#[test]
fn exit_codes_are_as_documented() {
    let folder = folder("diff-codes");
    assert_eq!(diff(&["--exit-code", "old.yaml", "new.yaml"], &folder).0, 1);
    let (code, printed, _) = diff(&["--exit-code", "old.yaml", "old.yaml"], &folder);
    assert_eq!((code, printed.ends_with("Nothing changed.\n")), (0, true));
    let (code, _, error) = diff(&["old.yaml", "bad.yaml"], &folder);
    assert_eq!(code, 2);
    assert!(error.contains("bad.yaml"), "{error}");
    assert_eq!(diff(&["old.yaml", "missing.yaml"], &folder).0, 2);
}
