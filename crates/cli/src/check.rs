//! `career-ladder check`: reports the problems of ladders, rewrites them in canonical form, or
//! collects them for a site.

use crate::report::{as_json, as_text, summary};
use anyhow::{Context, Result};
use clap::Args;
use ladder::{Ladder, Problem, Reading, Severity, read};
use ladder::{WriteError, to_json};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The arguments of `check`.
#[derive(Args, Debug, Default)]
pub struct CheckOptions {
    /// Print one line of JSON per file, for other programs
    #[arg(long)]
    pub json: bool,
    /// Rewrite each valid ladder in canonical form
    #[arg(long)]
    pub write: bool,
    /// Copy the ladders into this folder as ID.json and list them in its index.json
    #[arg(long, value_name = "FOLDER")]
    pub into: Option<PathBuf>,
    /// The ladders to check
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
}

/// Why a valid ladder was not rewritten.
#[derive(Debug, thiserror::Error)]
enum RewriteError {
    #[error(
        "not rewritten: it has fields or language tags that the format does not define, and they would be lost"
    )]
    Incomplete,
    #[error("not rewritten: {0}")]
    File(#[from] io::Error),
    #[error("not rewritten: {0}")]
    Write(#[from] WriteError),
}

/// Why a valid ladder was not copied.
#[derive(Debug, thiserror::Error)]
enum CopyError {
    #[error("another of these ladders has the id `{0}` too; give each its own id")]
    DuplicateId(String),
    #[error("not copied: {0}")]
    File(#[from] io::Error),
}

/// A ladder in `index.json`, from which menus are made.
#[derive(serde::Serialize)]
struct CatalogEntry {
    id: String,
    title: String,
    summary: String,
    file: String,
}

/// Checks every file. Returns whether all are valid and were written as requested.
///
/// # Errors
/// If the output cannot be written.
pub fn run(options: &CheckOptions) -> Result<bool> {
    let mut output = io::stdout().lock();
    let colours = output.is_terminal() && env::var_os("NO_COLOR").is_none();
    let mut success = true;
    let mut catalog = Vec::new();
    for file in &options.files {
        let (text, reading) = match fs::read(file) {
            Ok(bytes) => read_bytes(bytes),
            Err(error) => (String::new(), unreadable(format!("the file cannot be read: {error}"))),
        };
        if options.json {
            writeln!(output, "{}", as_json(file, &reading.problems)?)?;
        } else {
            write!(output, "{}", as_text(file, &text, &reading.problems, colours))?;
            writeln!(output, "{}", summary(file, &reading.problems))?;
        }
        let Some(ladder) = &reading.ladder else {
            success = false;
            continue;
        };
        if options.write
            && let Err(error) = rewrite(file, &text, ladder, reading.complete)
        {
            eprintln!("{file}: {error}");
            success = false;
        }
        if let Some(folder) = &options.into
            && let Err(error) = copy(folder, &text, ladder, &mut catalog)
        {
            eprintln!("{file}: {error}");
            success = false;
        }
    }
    if let Some(folder) = &options.into {
        fs::write(folder.join("index.json"), serde_json::to_string_pretty(&catalog)?)
            .with_context(|| format!("Cannot write index.json into {}", folder.display()))?;
    }
    Ok(success)
}

fn read_bytes(bytes: Vec<u8>) -> (String, Reading) {
    match String::from_utf8(bytes) {
        Ok(text) => {
            let reading = read(&text);
            (text, reading)
        }
        Err(error) => {
            let byte = error.utf8_error().valid_up_to() + 1;
            let message = format!("the file is not UTF-8 text: byte {byte} is invalid");
            (String::new(), unreadable(message))
        }
    }
}

fn unreadable(message: String) -> Reading {
    let (severity, pointer) = (Severity::Error, String::new());
    let problems = vec![Problem { severity, pointer, place: None, message }];
    Reading { ladder: None, problems, complete: false }
}

/// Writes a ladder in canonical form, unless its file already is.
fn rewrite(file: &str, text: &str, ladder: &Ladder, is_complete: bool) -> Result<(), RewriteError> {
    if !is_complete {
        return Err(RewriteError::Incomplete);
    }
    let canonical = to_json(ladder)?;
    if canonical != text {
        fs::write(file, canonical)?;
    }
    Ok(())
}

/// Copies a ladder into a folder unchanged, and adds it to the catalog.
fn copy(
    folder: &Path,
    text: &str,
    ladder: &Ladder,
    catalog: &mut Vec<CatalogEntry>,
) -> Result<(), CopyError> {
    let id = ladder.id.to_string();
    if catalog.iter().any(|entry| entry.id == id) {
        return Err(CopyError::DuplicateId(id));
    }
    let file = format!("{id}.json");
    fs::write(folder.join(&file), text)?;
    let summary = ladder.summary.clone().unwrap_or_default();
    catalog.push(CatalogEntry { id, title: ladder.title.clone(), summary, file });
    Ok(())
}
