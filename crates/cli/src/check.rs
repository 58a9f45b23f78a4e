//! `career-ladder check`: reports the problems of ladders, rewrites them in canonical form, or
//! collects them for a site.

use crate::source_report::{source_json, source_summary, source_text};
use anyhow::{Context, Result};
use clap::Args;
use import::{SourceFormat, SourceReading, read_and_check};
use ladder::{Ladder, WriteError, to_json};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What `career-ladder check --help` says first.
pub const ABOUT: &str = "\
Report every problem of the given ladders, with the line it is in and what was probably meant.

Ladders may be JSON, YAML or TOML. Tables, workbooks and Markdown are read as `career-ladder import` reads
them, and their problems are told at the cell or line.

Exit codes: 0 if every ladder is valid, perhaps with warnings; 1 if any has an error; 2 for wrong arguments.";

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
        "not rewritten: only JSON is, because comments would be lost; `career-ladder import` writes a ladder anew"
    )]
    NotJson,
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
    #[error("not copied: {0}")]
    Write(#[from] WriteError),
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
        let reading = match fs::read(file) {
            Ok(bytes) => read_and_check(file, &bytes),
            Err(error) => SourceReading::unreadable(file, &error.to_string()),
        };
        if options.json {
            writeln!(output, "{}", source_json(file, &reading)?)?;
        } else {
            write!(output, "{}", source_text(&reading, colours))?;
            writeln!(output, "{}", source_summary(file, &reading))?;
        }
        let Some(ladder) = &reading.ladder else {
            success = false;
            continue;
        };
        if options.write
            && let Err(error) = rewrite(file, &reading, ladder)
        {
            eprintln!("{file}: {error}");
            success = false;
        }
        if let Some(folder) = &options.into
            && let Err(error) = copy(folder, file, &reading, ladder, &mut catalog)
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

/// Writes a ladder in canonical form, unless its file already is.
fn rewrite(file: &str, reading: &SourceReading, ladder: &Ladder) -> Result<(), RewriteError> {
    if SourceFormat::of(file) != SourceFormat::Json {
        return Err(RewriteError::NotJson);
    }
    if !reading.complete {
        return Err(RewriteError::Incomplete);
    }
    let text = reading.text();
    let canonical = to_json(ladder)?;
    if canonical != text {
        fs::write(file, canonical)?;
    }
    Ok(())
}

/// Copies a ladder into a folder as JSON, which stays as it is, and adds it to the catalog.
fn copy(
    folder: &Path,
    file: &str,
    reading: &SourceReading,
    ladder: &Ladder,
    catalog: &mut Vec<CatalogEntry>,
) -> Result<(), CopyError> {
    let id = ladder.id.to_string();
    if catalog.iter().any(|entry| entry.id == id) {
        return Err(CopyError::DuplicateId(id));
    }
    let target = folder.join(format!("{id}.json"));
    match SourceFormat::of(file) {
        SourceFormat::Json => fs::write(target, reading.text())?,
        _ => fs::write(target, to_json(ladder)?)?,
    }
    let file = format!("{id}.json");
    let summary = ladder.summary.clone().unwrap_or_default();
    catalog.push(CatalogEntry { id, title: ladder.title.clone(), summary, file });
    Ok(())
}
