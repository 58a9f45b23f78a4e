//! Names that were replaced by common terms must not come back as identifiers.

#![allow(clippy::panic, clippy::unwrap_used)] // tests may panic

use std::fs;
use std::path::Path;

/// The replaced name, and the term to use.
const REPLACED: [(&str, &str); 14] = [
    ("outward", "Effect::new"),
    ("Markup", "AnyView"),
    ("Coming", "LoadFuture"),
    ("Mine", "AnswerStore"),
    ("Shelf", "AnswerRepository"),
    ("Lane", "TabSlot"),
    ("Stretch", "DiffHunk"),
    ("Purse", "DiffBudget"),
    ("Sieve", "MatrixFilter"),
    ("Needle", "SearchQuery"),
    ("Nowhere", "NotFound"),
    ("Beside", "ImportDiff"),
    ("Said", "AnswerValue or WorkerMessage"),
    ("Listed", "CatalogEntry"),
];

/// The same for classes in style sheets.
const REPLACED_CLASSES: [(&str, &str); 9] = [
    ("attempt", "load-status"),
    ("asked-by", "required-by"),
    ("fault", "field-error"),
    ("heap", "change-group"),
    ("nowhere-page", "not-found-page"),
    ("said", "spoken"),
    ("way-steps", "path-steps"),
    ("ways-on", "next-links"),
    ("whose", "source-name"),
];

#[test]
fn replaced_names_are_not_declared_again() {
    each_file(&["src", "crates", "xtask/src"], "rs", check);
}

#[test]
fn replaced_classes_are_not_styled_again() {
    each_file(&["style"], "css", |path, sheet| {
        for class in sheet.split('.').skip(1) {
            let name = class.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap();
            if let Some((_, term)) = REPLACED_CLASSES.iter().find(|(old, _)| *old == name) {
                panic!("{} styles `.{name}`; use `.{term}`", path.display());
            }
        }
    });
}

/// Reads every file with this extension below the folders.
fn each_file(folders: &[&str], extension: &str, read: impl Fn(&Path, &str)) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                read(&path, &fs::read_to_string(&path).unwrap());
            }
        }
    }
}

/// Panics if the source declares a replaced name.
fn check(path: &Path, source: &str) {
    for line in source.lines() {
        let mut words = line.split_whitespace().skip_while(|word| {
            !matches!(*word, "fn" | "struct" | "enum" | "trait" | "type" | "mod" | "macro_rules!")
        });
        let Some(declared) = words.nth(1) else { continue };
        let name: String =
            declared.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if let Some((_, term)) = REPLACED.iter().find(|(old, _)| *old == name) {
            panic!("{} declares `{name}`; use {term}", path.display());
        }
    }
}
