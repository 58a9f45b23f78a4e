//! `career-ladder new`: a ladder to begin with, as YAML or as a workbook.

mod workbook;

use anyhow::{Context, Result, bail};
use clap::Args;
use import::{SourceFormat, read_and_check};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What `career-ladder new --help` says first.
pub const ABOUT: &str = "\
Write a ladder to begin with: YAML with comments that say what can be changed, or a workbook for a
spreadsheet with a sheet each for roles, skills, levels, requirements and resources.

A file that exists is never replaced.

Exit codes: 0 if the ladder was written; 2 if not, and for wrong arguments.";

/// A small ladder with comments.
const STARTER: &str = include_str!("new/starter.yaml");
/// A ladder that uses most of the format.
const EXAMPLE: &str = include_str!("new/example.yaml");

/// The arguments of `new`.
#[derive(Args, Debug)]
pub struct NewOptions {
    /// Write an example that uses most of what a ladder may have
    #[arg(long)]
    pub example: bool,
    /// Write a workbook with examples and drop-downs; `career-ladder import` makes a ladder of it
    #[arg(long)]
    pub xlsx: bool,
    /// Write to this file: .yaml, .json or .xlsx [default: YAML on standard output, or ladder.xlsx]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Writes the ladder.
///
/// # Errors
/// If the file exists already, has an unknown ending, or cannot be written.
pub fn run(options: &NewOptions) -> Result<()> {
    let format = options.output.as_ref().map(|path| SourceFormat::of(&path.to_string_lossy()));
    if options.xlsx || format == Some(SourceFormat::Workbook) {
        let path = options.output.clone().unwrap_or_else(|| PathBuf::from("ladder.xlsx"));
        if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("xlsx")) {
            bail!("A workbook is written to a file that ends in .xlsx, not {}", path.display());
        }
        return write(&path, &workbook::workbook()?);
    }
    let yaml = if options.example { EXAMPLE } else { STARTER };
    let Some(path) = &options.output else {
        return Ok(io::stdout().lock().write_all(yaml.as_bytes())?);
    };
    match format {
        Some(SourceFormat::Yaml) => write(path, yaml.as_bytes()),
        Some(SourceFormat::Json) if path.extension().is_some_and(|ending| ending == "json") => {
            let ladder = read_and_check("new.yaml", yaml.as_bytes()).ladder;
            let ladder = ladder.context("the ladder to begin with has errors")?;
            write(path, ladder::to_json(&ladder)?.as_bytes())
        }
        _ => bail!(
            "A ladder to begin with is written as .yaml, .json or .xlsx, not {}",
            path.display()
        ),
    }
}

/// Writes a new file.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = file.with_context(|| format!("Cannot create {}", path.display()))?;
    let written = file.write_all(bytes);
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.with_context(|| format!("Cannot write {}", path.display()))?;
    eprintln!("Wrote {}", path.display());
    Ok(())
}
