//! `career-ladder new` and `completions`.

#![allow(clippy::unwrap_used, missing_docs)] // tests may panic

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn career_ladder(arguments: &[&str], folder: &Path) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    let output = command.args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_new_ladder_has_no_problems() {
    let folder = folder("new");
    for arguments in [
        &["new", "-o", "starter.yaml"][..],
        &["new", "--example", "-o", "example.yaml"],
        &["new", "--example", "-o", "example.json"],
        &["new", "--xlsx"],
    ] {
        assert_eq!(career_ladder(arguments, &folder).0, 0, "{arguments:?}");
    }
    for file in ["starter.yaml", "example.yaml", "example.json", "ladder.xlsx"] {
        let (code, printed, _) = career_ladder(&["check", file], &folder);
        assert_eq!((code, printed), (0, format!("{file}: no problems\n")));
    }
    let (code, printed, _) = career_ladder(&["new"], &folder);
    assert_eq!(code, 0);
    assert_eq!(printed, fs::read_to_string(folder.join("starter.yaml")).unwrap());
    assert!(printed.contains("# cumulative: true"), "{printed}");
}

#[test]
fn the_workbook_is_imported_whole() {
    let folder = folder("new-xlsx");
    assert_eq!(career_ladder(&["new", "--xlsx", "-o", "bench.xlsx"], &folder).0, 0);
    let (code, printed, report) = career_ladder(&["import", "bench.xlsx"], &folder);
    assert_eq!(code, 0, "{report}");
    assert!(!report.contains("left out") && !report.contains("guessed"), "{report}");
    assert!(
        report.contains("bench.xlsx, Requirements!A1: understood: one row a requirement"),
        "{report}"
    );
    let ladder: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let lengths = ["roles", "skills", "scale", "tracks", "categories", "resources"]
        .map(|list| ladder[list].as_array().unwrap().len());
    assert_eq!(lengths, [3, 4, 3, 2, 2, 1]);
    assert_eq!(ladder["roles"][1]["responsibilities"][1], "Signs off repairs");
    assert_eq!(ladder["roles"][1]["skills"][1]["kind"], "core");
    assert_eq!(ladder["cumulative"], true);
}

#[test]
fn a_file_that_exists_is_not_replaced() {
    let folder = folder("new-exists");
    fs::write(folder.join("mine.yaml"), "kept").unwrap();
    let (code, _, error) = career_ladder(&["new", "-o", "mine.yaml"], &folder);
    assert_eq!(code, 2);
    assert!(error.starts_with("Cannot create mine.yaml"), "{error}");
    assert_eq!(fs::read_to_string(folder.join("mine.yaml")).unwrap(), "kept");
    assert_eq!(career_ladder(&["new", "-o", "mine.doc"], &folder).0, 2);
    assert_eq!(career_ladder(&["new", "--xlsx", "-o", "mine.csv"], &folder).0, 2);
}

#[test]
fn completions_name_every_command() {
    let folder = folder("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, printed, _) = career_ladder(&["completions", shell], &folder);
        assert_eq!(code, 0);
        for command in ["check", "import", "diff", "new"] {
            assert!(printed.contains(command), "{shell}");
        }
    }
    assert_eq!(career_ladder(&["completions", "dos"], &folder).0, 2);
}

#[test]
fn help_explains_every_command_and_its_exit_codes() {
    let folder = folder("help");
    let site: &[&str] = if cfg!(feature = "site") { &["build", "preview"] } else { &[] };
    for command in ["check", "import", "diff", "new", "headers", "completions"].iter().chain(site) {
        let (code, printed, _) = career_ladder(&[command, "--help"], &folder);
        assert_eq!(code, 0);
        let about = printed.split("Usage:").next().unwrap();
        assert!(about.contains("Exit codes: ") && about.contains("2 "), "{command}: {printed}");
        assert!(about.lines().count() > 4, "{command}: {printed}");
    }
}
