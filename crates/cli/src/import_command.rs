//! `career-ladder import`: makes a ladder of what people already have.

use crate::source_report::{source_summary, source_text};
use anyhow::{Context, Result};
use clap::Args;
use import::{
    Imported, Mapping, RefusedSource, Remark, Source, SourceFile, SourceFormat, SourceReading,
    cell_name, import, to_yaml,
};
use ladder::to_json;
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

Exit codes: 0 if a ladder was written, 1 if the files have errors, 2 if they cannot be read.";

/// The arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportOptions {
    /// The files to import; their endings say what they are
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// Write the ladder here, as YAML if the name ends in .yaml or .yml, else as JSON [default: JSON on standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What the import cannot know, as a small YAML, TOML or JSON file (see docs/import.md)
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
}

/// Imports the files and writes the ladder. Returns whether it is valid.
///
/// # Errors
/// If a file cannot be read or written.
pub fn run(options: &ImportOptions) -> Result<bool> {
    let mapping = match &options.map {
        Some(file) => {
            let bytes =
                fs::read(file).with_context(|| format!("Cannot read {}", file.display()))?;
            match Mapping::read(&file.to_string_lossy(), &bytes) {
                Ok(mapping) => mapping,
                Err(refused) => return refuse(refused.into(), &file.to_string_lossy()),
            }
        }
        None => Mapping::default(),
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
        Err(refused) => return refuse(refused.into(), &name),
    };
    let reading = document.check();
    let mut errors = io::stderr().lock();
    write!(errors, "{}", remarks_text(&remarks, &reading.sources))?;
    let Some(ladder) = &reading.ladder else {
        drop(errors);
        return refuse(reading, &name);
    };
    write!(errors, "{}", source_text(&reading, colours()))?;
    let json = to_json(ladder)?;
    let count = |count: usize, noun: &str| {
        if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
    };
    let (roles, skills) = (count(ladder.roles.len(), "role"), count(ladder.skills.len(), "skill"));
    match &options.output {
        Some(path) => {
            let text = match SourceFormat::of(&path.to_string_lossy()) {
                SourceFormat::Yaml => yaml(&json)?,
                _ => json,
            };
            fs::write(path, text).with_context(|| format!("Cannot write {}", path.display()))?;
            writeln!(errors, "{}: {roles}, {skills}", path.display())?;
        }
        None => {
            writeln!(errors, "{name}: {roles}, {skills}")?;
            io::stdout().lock().write_all(json.as_bytes())?;
        }
    }
    Ok(true)
}

/// A written ladder as YAML.
pub(crate) fn yaml(json: &str) -> Result<String> {
    let message = |refused: RefusedSource| {
        refused.problems.first().map_or(String::new(), |problem| problem.problem.to_string())
    };
    to_yaml(json).map_err(|refused| anyhow::anyhow!("Cannot write YAML: {}", message(refused)))
}

/// Prints what is wrong.
fn refuse(reading: SourceReading, name: &str) -> Result<bool> {
    let mut errors = io::stderr().lock();
    write!(errors, "{}", source_text(&reading, colours()))?;
    writeln!(errors, "{}", source_summary(name, &reading))?;
    Ok(false)
}

fn colours() -> bool {
    io::stderr().is_terminal() && env::var_os("NO_COLOR").is_none()
}

/// The report of an import, one remark a line.
fn remarks_text(remarks: &[Remark], sources: &[Source]) -> String {
    let line = |remark: &Remark| {
        let place = remark.location.map(|location| {
            let source = &sources[location.source.min(sources.len() - 1)];
            let file = Path::new(&source.name).file_name().map(|name| name.to_string_lossy());
            let file = file.unwrap_or_default();
            match &source.sheet {
                Some(sheet) => format!("{file}, {sheet}!{}: ", cell_name(location.place)),
                None => format!("{file}:{}:{}: ", location.place.line, location.place.column),
            }
        });
        format!("{}{}: {}\n", place.unwrap_or_default(), remark.kind.word(), remark.message)
    };
    remarks.iter().map(line).collect()
}
