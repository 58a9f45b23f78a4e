//! `career-ladder diff`: what changed between two versions of a ladder.

use crate::diff_markdown::markdown;
use crate::outcome::Outcome;
use crate::source_report::{FEW_REMARKS, doubts_text, source_summary, source_text};
use anyhow::{Context, Result, bail};
use clap::Args;
use import::read_and_check;
use ladder::{Ladder, LadderDiff};
use std::io::{self, Write};

/// What `career-ladder diff --help` says first.
pub const ABOUT: &str = "\
Tell what changed between two versions of a ladder: roles, skills, levels, requirements and resources, and
texts word by word. The files may be of any format that `check` reads.

Ids that are gone are named, because links and the answers of visitors depend on them.

Exit codes: 0 if the files were compared; 1 if they differ, with --exit-code; 2 if they cannot be compared,
and for wrong arguments.";

/// The arguments of `diff`.
#[derive(Args, Debug)]
pub struct DiffOptions {
    /// The earlier version
    pub old: String,
    /// The later version
    pub new: String,
    /// Print JSON, for other programs, instead of Markdown
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 if the versions differ
    #[arg(long)]
    pub exit_code: bool,
}

/// Prints what changed.
///
/// # Errors
/// If a file cannot be read or is no valid ladder.
pub fn run(options: &DiffOptions) -> Result<Outcome> {
    let (old, new) = (ladder(&options.old)?, ladder(&options.new)?);
    let diff = LadderDiff::new(&old, &new)?;
    let mut output = io::stdout().lock();
    if options.json {
        writeln!(output, "{}", serde_json::to_string_pretty(&diff)?)?
    } else {
        write!(output, "{}", markdown(&new.title, &diff))?
    }
    Ok(Outcome::of(diff.is_empty() || !options.exit_code))
}

/// A ladder of any format.
fn ladder(file: &str) -> Result<Ladder> {
    let bytes = std::fs::read(file).with_context(|| format!("Cannot read {file}"))?;
    let reading = read_and_check(file, &bytes);
    eprint!("{}", doubts_text(&reading, FEW_REMARKS));
    if reading.ladder.is_none() {
        eprint!("{}", source_text(&reading, false));
        bail!("{}", source_summary(file, &reading));
    }
    reading.ladder.context("no ladder")
}
