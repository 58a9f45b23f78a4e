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

#[test]
fn replaced_names_are_not_declared_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("crates"), root.join("xtask/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                check(&path, &fs::read_to_string(&path).unwrap());
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
