//! Checks and packs the bundled ladder. A ladder with errors fails the build with its first error.

use ladder::{CatalogEntry, Id};
use std::path::Path;
use std::process::ExitCode;

/// The default for [`DOCUMENT_VARIABLE`].
const DOCUMENT: &str = "public/ladders/ai-developer.json";

/// The default for [`LIST_VARIABLE`].
const LIST: &str = "public/ladders/index.json";

/// Names the document to bundle.
const DOCUMENT_VARIABLE: &str = "CAREER_LADDER_DOCUMENT";

/// Names the list of the ladders that come with the site.
const LIST_VARIABLE: &str = "CAREER_LADDER_LIST";

fn main() -> ExitCode {
    let document = std::env::var(DOCUMENT_VARIABLE).unwrap_or_else(|_| DOCUMENT.to_owned());
    println!("cargo::rerun-if-changed={document}");
    let list = std::env::var(LIST_VARIABLE).unwrap_or_else(|_| LIST.to_owned());
    println!("cargo::rerun-if-changed={list}");
    println!("cargo::rerun-if-env-changed={DOCUMENT_VARIABLE}");
    println!("cargo::rerun-if-env-changed={LIST_VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=CAREER_LADDER_BASE");
    if std::env::var_os("CARGO_CFG_SPLIT").is_some() {
        // wasm-split needs the relocations, see xtask/src/build/chunks.rs.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    match pack(&document).and_then(|()| pack_list(&list)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            println!("cargo::error={why}");
            ExitCode::FAILURE
        }
    }
}

fn pack(document: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(document).map_err(|why| format!("{document}: {why}"))?;
    let reading = ladder::read(&text);
    let first = reading.problems.first().map(|problem| problem.message.as_str());
    let ladder = reading.ladder.ok_or_else(|| {
        format!("{document} has problems, the first: {}", first.unwrap_or_default())
    })?;
    write("ladder.packed", ladder.pack().map_err(|why| why.to_string())?)
}

/// Packs the list.
fn pack_list(path: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|why| format!("{path}: {why}"))?;
    let list: Vec<CatalogEntry> =
        serde_json::from_str(&text).map_err(|why| format!("{path}: {why}"))?;
    if let Some(wrong) = list.iter().find(|listed| Id::new(listed.id.as_str()).is_none()) {
        return Err(format!("{path}: `{}` is not a valid id", wrong.id));
    }
    write("list.packed", postcard::to_allocvec(&list).map_err(|why| why.to_string())?)
}

fn write(name: &str, packed: Vec<u8>) -> Result<(), String> {
    let folder = std::env::var("OUT_DIR").map_err(|why| why.to_string())?;
    std::fs::write(Path::new(&folder).join(name), packed).map_err(|why| why.to_string())
}
