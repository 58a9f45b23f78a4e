//! `career-ladder import`: makes a ladder of what people already have.

use crate::outcome::Outcome;
use crate::source_report::{remarks_text, source_summary, source_text};
use anyhow::{Context, Result, bail};
use clap::Args;
use import::{
    Imported, Mapping, SourceFile, SourceFormat, SourceReading, import, read_and_check, update,
    write_document,
};
use ladder::{Ladder, to_json};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What `career-ladder import --help` says first.
pub const ABOUT: &str = "\
Make a ladder of a spreadsheet, CSV, Markdown, YAML, TOML or JSON.

Tables may be laid out in four ways, and columns may stand in any order:
  skills down, roles across, with a level or a mark in the cell;
  one row a role;  one row a requirement;
  a workbook with the sheets Roles, Skills, Levels, Requirements and Resources.
In Markdown a heading is a role, and lists and tables below it say what it does and requires.

What was understood, guessed and left out is reported on standard error, each with its place.
Several files become one ladder: pages of Markdown, or tables named like the sheets.

With --update, the files change an existing ladder, which keeps everything that they do not contain. Use it to
edit the CSV of a site's Skills page in a spreadsheet and bring it back:

  career-ladder import skills.csv --update ladder.yaml -o ladder.yaml

Exit codes: 0 if a ladder was written; 1 if the files have errors; 2 if a file cannot be read or written, and
for wrong arguments.";

/// The arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportOptions {
    /// The files to import; their endings say what they are
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Write the ladder here, as YAML or TOML if the name ends like that, else as JSON [default: JSON on standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What the import cannot know, as a small YAML, TOML or JSON file (see docs/import.md)
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Update this ladder (JSON, YAML or TOML) with the files: ids and what the files do not have stay. Written to -o
    #[arg(long, value_name = "LADDER")]
    pub update: Option<String>,
}

/// Imports the files and writes the ladder, if it is valid.
///
/// # Errors
/// If a file cannot be read or written, or the ladder to update is not one that can be written again.
pub fn run(options: &ImportOptions) -> Result<Outcome> {
    let mut mapping = match &options.map {
        Some(file) => {
            let bytes =
                fs::read(file).with_context(|| format!("Cannot read {}", file.display()))?;
            match Mapping::read(&file.to_string_lossy(), &bytes) {
                Ok(mapping) => mapping,
                Err(refused) => return refuse(&refused.into(), &file.to_string_lossy()),
            }
        }
        None => Mapping::default(),
    };
    let old = match &options.update {
        Some(file) => {
            let reading = ladder_to_update(file, &options.files)?;
            let Some(ladder) = reading.ladder else { return refuse(&reading, file) };
            mapping.keep_ids_of(&ladder);
            Some(ladder)
        }
        None => None,
    };
    let mut contents = Vec::new();
    for file in &options.files {
        contents.push(fs::read(file).with_context(|| format!("Cannot read {file}"))?);
    }
    let files = options.files.iter().zip(&contents);
    let files: Vec<_> = files.map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let name = options.files.join(", ");
    let Imported { document, remarks } = match import(&files, &mapping) {
        Ok(imported) => imported,
        Err(refused) => return refuse(&refused.into(), &name),
    };
    let reading = document.check();
    eprint!("{}", remarks_text(&remarks, &reading.sources, usize::MAX));
    let Some(table) = &reading.ladder else { return refuse(&reading, &name) };
    eprint!("{}", source_text(&reading, colours()));
    match old {
        Some(old) => {
            let updated = match update(&old, table) {
                Ok(updated) => updated,
                Err(error) => {
                    eprintln!("{name}: {error}");
                    return Ok(Outcome::Problems);
                }
            };
            eprint!("{}", remarks_text(&updated.remarks, &[], usize::MAX));
            write_ladder(&updated.ladder, options.output.as_deref(), &name)?;
        }
        None => write_ladder(table, options.output.as_deref(), &name)?,
    }
    Ok(Outcome::Success)
}

/// Reads the ladder that is to be updated.
fn ladder_to_update(file: &str, tables: &[String]) -> Result<SourceReading> {
    if !SourceFormat::of(file).is_document() {
        bail!("--update takes a ladder in JSON, YAML or TOML, not {file}");
    }
    if let Some(document) = tables.iter().find(|file| SourceFormat::of(file).is_document()) {
        bail!("--update takes tables or Markdown to update a ladder with, not {document}");
    }
    let bytes = fs::read(file).with_context(|| format!("Cannot read {file}"))?;
    let reading = read_and_check(file, &bytes);
    if reading.ladder.is_some() && !reading.complete {
        eprint!("{}", source_text(&reading, colours()));
        bail!(
            "{file} cannot be updated: it has fields or language tags that the format does not define, and they \
             would be lost"
        );
    }
    Ok(reading)
}

/// Writes a ladder into a file or, as JSON, to standard output, and says how large it is.
fn write_ladder(ladder: &Ladder, output: Option<&Path>, name: &str) -> Result<()> {
    let json = to_json(ladder)?;
    let count = |count: usize, noun: &str| {
        if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
    };
    let (roles, skills) = (count(ladder.roles.len(), "role"), count(ladder.skills.len(), "skill"));
    let Some(path) = output else {
        eprintln!("{name}: {roles}, {skills}");
        return Ok(io::stdout().lock().write_all(json.as_bytes())?);
    };
    let failed = || format!("Cannot write {}", path.display());
    let format = SourceFormat::of(&path.to_string_lossy());
    let text = write_document(format, &json).with_context(failed)?;
    fs::write(path, text).with_context(failed)?;
    eprintln!("{}: {roles}, {skills}", path.display());
    Ok(())
}

/// Prints what is wrong.
fn refuse(reading: &SourceReading, name: &str) -> Result<Outcome> {
    let mut errors = io::stderr().lock();
    write!(errors, "{}", source_text(reading, colours()))?;
    writeln!(errors, "{}", source_summary(name, reading))?;
    Ok(Outcome::Problems)
}

fn colours() -> bool {
    io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none()
}
