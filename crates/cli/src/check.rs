//! `career-ladder check`: reports the problems of ladders, rewrites them in canonical form.

use crate::source_report::{source_json, source_summary, source_text};
use anyhow::Result;
use clap::Args;
use import::{SourceFormat, SourceReading, read_and_check};
use ladder::{Ladder, WriteError, to_latest_json};
use std::io::{self, IsTerminal, Write};
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
    /// Rewrite each valid ladder in canonical form and the latest format
    #[arg(long)]
    pub write: bool,
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

/// Checks every file. Returns whether all are valid and were written as requested.
///
/// # Errors
/// If the output cannot be written.
pub fn run(options: &CheckOptions) -> Result<bool> {
    let mut output = io::stdout().lock();
    let colours = output.is_terminal() && env::var_os("NO_COLOR").is_none();
    let mut success = true;
    for file in &options.files {
        let reading = read_file(file);
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
    }
    Ok(success)
}

/// Reads and checks a file.
pub(crate) fn read_file(file: &str) -> SourceReading {
    match fs::read(file) {
        Ok(bytes) => read_and_check(file, &bytes),
        Err(error) => SourceReading::unreadable(file, &error.to_string()),
    }
}

/// Writes a ladder in canonical form and the latest format, unless its file already is.
fn rewrite(file: &str, reading: &SourceReading, ladder: &Ladder) -> Result<(), RewriteError> {
    if SourceFormat::of(file) != SourceFormat::Json {
        return Err(RewriteError::NotJson);
    }
    if !reading.complete {
        return Err(RewriteError::Incomplete);
    }
    let text = reading.text();
    let canonical = to_latest_json(ladder)?;
    if canonical != text {
        fs::write(file, canonical)?;
    }
    Ok(())
}
