//! Formats the problems of a document that was read from any kind of source.

use crate::report::{as_json, as_text, summary};
use import::SourceReading;
use ladder::Problem;

/// The problems of a document as readable text, source by source.
#[must_use]
pub fn source_text(reading: &SourceReading, colours: bool) -> String {
    let sources = reading.sources.iter().enumerate();
    let shown = sources.map(|(index, source)| {
        let problems = reading.problems.iter().filter(|problem| problem.source == index);
        let problems: Vec<Problem> = problems.map(|problem| problem.problem.clone()).collect();
        as_text(&source.name, &source.text, &problems, colours)
    });
    shown.collect()
}

/// The number of errors and warnings, as text.
#[must_use]
pub fn source_summary(file: &str, reading: &SourceReading) -> String {
    summary(file, &problems(reading))
}

/// The problems as JSON on one line, for other programs.
///
/// # Errors
/// Never in practice: strings and numbers can always be serialized.
pub fn source_json(file: &str, reading: &SourceReading) -> serde_json::Result<String> {
    as_json(file, &problems(reading))
}

fn problems(reading: &SourceReading) -> Vec<Problem> {
    reading.problems.iter().map(|problem| problem.problem.clone()).collect()
}
