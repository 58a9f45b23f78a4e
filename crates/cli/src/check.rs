//! `career-ladder check`: reports the problems of ladders, rewrites them in canonical form.

use crate::outcome::Outcome;
use crate::source_report::{doubts_text, source_json, source_summary, source_text};
use anyhow::Result;
use clap::Args;
use import::{SourceFormat, SourceReading, has_comments, read_and_check, write_document};
use ladder::{Ladder, WriteError, to_latest_json};
use std::io::{self, IsTerminal, Write};
use std::{env, fs};

/// What `career-ladder check --help` says first.
pub const ABOUT: &str = "\
Report every problem of the given ladders, with the line it is in and what was probably meant.

Ladders may be JSON, YAML or TOML. Tables, workbooks and Markdown are read as `career-ladder import` reads
them. Their problems are reported at the cell or line, and so is what was guessed and left out.

With --write, each valid ladder in JSON, YAML or TOML is written again in canonical form. A file with
comments or anchors is not, because they would be lost.

Exit codes: 0 if every ladder is valid, perhaps with warnings; 1 if any has an error; 2 if a file cannot be
read or, with --write, not be rewritten, and for wrong arguments.";

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
        "not rewritten: it is no ladder in JSON, YAML or TOML; `career-ladder import` makes one of it"
    )]
    NoDocument,
    #[error("not rewritten: it has comments or anchors, and they would be lost")]
    Comments,
    #[error("not rewritten: it has values that this kind of file cannot have in canonical form")]
    Unwritable,
    #[error(
        "not rewritten: it has fields or language tags that the format does not define, and they would be lost"
    )]
    Incomplete,
    #[error("not rewritten: {0}")]
    File(#[from] io::Error),
    #[error("not rewritten: {0}")]
    Write(#[from] WriteError),
}

/// Checks every file, and reports those that cannot be read like the others.
///
/// # Errors
/// If the output cannot be written.
pub fn run(options: &CheckOptions) -> Result<Outcome> {
    let mut output = io::stdout().lock();
    let colours = output.is_terminal() && env::var_os("NO_COLOR").is_none();
    let mut outcome = Outcome::Success;
    for file in &options.files {
        let (reading, is_readable) = match fs::read(file) {
            Ok(bytes) => (read_and_check(file, &bytes), true),
            Err(error) => (SourceReading::unreadable(file, &error.to_string()), false),
        };
        if options.json {
            writeln!(output, "{}", source_json(file, &reading)?)?;
        } else {
            write!(output, "{}", doubts_text(&reading, usize::MAX))?;
            write!(output, "{}", source_text(&reading, colours))?;
            writeln!(output, "{}", source_summary(file, &reading))?;
        }
        outcome = outcome.max(match &reading.ladder {
            _ if !is_readable => Outcome::Failure,
            None => Outcome::Problems,
            Some(ladder) if options.write => match rewrite(file, &reading, ladder) {
                Ok(()) => Outcome::Success,
                Err(error) => {
                    eprintln!("{file}: {error}");
                    Outcome::Failure
                }
            },
            Some(_) => Outcome::Success,
        });
    }
    Ok(outcome)
}

/// Writes a ladder in canonical form and the latest format, unless its file already is.
fn rewrite(file: &str, reading: &SourceReading, ladder: &Ladder) -> Result<(), RewriteError> {
    let format = SourceFormat::of(file);
    if !format.is_document() {
        return Err(RewriteError::NoDocument);
    }
    if !reading.complete {
        return Err(RewriteError::Incomplete);
    }
    let text = reading.text();
    if has_comments(format, text) {
        return Err(RewriteError::Comments);
    }
    let json = to_latest_json(ladder)?;
    let canonical = write_document(format, &json).map_err(|_| RewriteError::Unwritable)?;
    // What is written must say the same.
    let again = read_and_check(file, canonical.as_bytes()).ladder;
    if again.map(|ladder| to_latest_json(&ladder)).transpose()? != Some(json) {
        return Err(RewriteError::Unwritable);
    }
    if canonical != text {
        fs::write(file, canonical)?;
    }
    Ok(())
}
