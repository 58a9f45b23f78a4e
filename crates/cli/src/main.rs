//! The program that `cargo xtask check` runs: checks ladders and tells their problems.

use cli::report::{as_json, as_text, summary};
use ladder::{Ladder, Problem, Reading, Severity, read};
use ladder::{WriteError, to_json};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "usage: check [--json] [--write] [--into FOLDER] FILE…

Tells what is wrong with each ladder and exits with 1 where anything is an error.
  --json   one line of JSON a file, for other programs
  --write  rewrites each sound ladder in canonical form
  --into   copies the ladders into a folder, as ID.json, and lists them there in index.json";

/// What stops the command itself.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{USAGE}")]
    NoFile,
    #[error("--into takes a folder\n\n{USAGE}")]
    NoFolder,
    #[error("no option {0}\n\n{USAGE}")]
    Option(String),
    #[error("nothing can be printed: {0}")]
    Print(#[from] io::Error),
    #[error("nothing can be printed: {0}")]
    Json(#[from] serde_json::Error),
}

/// What keeps a sound ladder from being written anew.
#[derive(Debug, thiserror::Error)]
enum Unwritten {
    #[error("not rewritten: fields or language tags that the format does not know would be lost")]
    WouldLose,
    #[error("not rewritten: {0}")]
    File(#[from] io::Error),
    #[error("not rewritten: {0}")]
    Form(#[from] WriteError),
}

/// What keeps a sound ladder from being taken into a folder.
#[derive(Debug, thiserror::Error)]
enum Untaken {
    #[error("another of these ladders has the id `{0}` too; each needs one of its own")]
    Twice(String),
    #[error("not copied: {0}")]
    File(#[from] io::Error),
}

/// A ladder in `index.json`, which menus are made from.
#[derive(serde::Serialize)]
struct Listed {
    id: String,
    title: String,
    summary: String,
    file: String,
}

/// What is asked for.
struct Asked {
    json: bool,
    write: bool,
    into: Option<PathBuf>,
    help: bool,
    files: Vec<String>,
}

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

/// Checks every file; whether all are sound and were written where that was asked for.
fn run(arguments: impl Iterator<Item = String>) -> Result<bool, Failure> {
    let asked = parse(arguments)?;
    let mut output = io::stdout().lock();
    let colours = output.is_terminal() && env::var_os("NO_COLOR").is_none();
    if asked.help {
        writeln!(output, "{USAGE}")?;
        return Ok(true);
    }
    let mut all_well = true;
    let mut list = Vec::new();
    for file in &asked.files {
        let (text, reading) = match fs::read(file) {
            Ok(bytes) => read_bytes(bytes),
            Err(error) => (String::new(), unreadable(format!("the file cannot be read: {error}"))),
        };
        all_well &= reading.ladder.is_some();
        if asked.json {
            writeln!(output, "{}", as_json(file, &reading.problems)?)?;
        } else {
            write!(output, "{}", as_text(file, &text, &reading.problems, colours))?;
            writeln!(output, "{}", summary(file, &reading.problems))?;
        }
        if let (true, Some(ladder)) = (asked.write, &reading.ladder)
            && let Err(unwritten) = rewrite(file, &text, ladder, reading.complete)
        {
            eprintln!("{file}: {unwritten}");
            all_well = false;
        }
        if let (Some(folder), Some(ladder)) = (&asked.into, &reading.ladder)
            && let Err(untaken) = take(folder, &text, ladder, &mut list)
        {
            eprintln!("{file}: {untaken}");
            all_well = false;
        }
    }
    if let Some(folder) = &asked.into {
        fs::write(folder.join("index.json"), serde_json::to_string_pretty(&list)?)?;
    }
    Ok(all_well)
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Asked, Failure> {
    let mut asked = Asked { json: false, write: false, into: None, help: false, files: Vec::new() };
    let mut only_files = false;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            _ if only_files => asked.files.push(argument),
            "--" => only_files = true,
            "--json" => asked.json = true,
            "--write" => asked.write = true,
            "--into" => asked.into = Some(arguments.next().ok_or(Failure::NoFolder)?.into()),
            "--help" | "-h" => asked.help = true,
            option if option.starts_with('-') => return Err(Failure::Option(argument)),
            _ => asked.files.push(argument),
        }
    }
    if asked.files.is_empty() && !asked.help { Err(Failure::NoFile) } else { Ok(asked) }
}

fn read_bytes(bytes: Vec<u8>) -> (String, Reading) {
    match String::from_utf8(bytes) {
        Ok(text) => {
            let reading = read(&text);
            (text, reading)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let message = format!("the file is not UTF-8 text: byte {} is no part of it", at + 1);
            (String::new(), unreadable(message))
        }
    }
}

fn unreadable(message: String) -> Reading {
    let (severity, pointer) = (Severity::Error, String::new());
    let problems = vec![Problem { severity, pointer, place: None, message }];
    Reading { ladder: None, problems, complete: false }
}

/// Writes a ladder in canonical form, unless its file is in that form already.
fn rewrite(file: &str, text: &str, ladder: &Ladder, complete: bool) -> Result<(), Unwritten> {
    if !complete {
        return Err(Unwritten::WouldLose);
    }
    let canonical = to_json(ladder)?;
    if canonical != text {
        fs::write(file, canonical)?;
    }
    Ok(())
}

/// Copies a ladder into a folder as it is, and lists it.
fn take(folder: &Path, text: &str, ladder: &Ladder, list: &mut Vec<Listed>) -> Result<(), Untaken> {
    let id = ladder.id.to_string();
    if list.iter().any(|listed| listed.id == id) {
        return Err(Untaken::Twice(id));
    }
    let file = format!("{id}.json");
    fs::write(folder.join(&file), text)?;
    let summary = ladder.summary.clone().unwrap_or_default();
    list.push(Listed { id, title: ladder.title.clone(), summary, file });
    Ok(())
}
